"""The place Uppföljning."""
