"""The part Uppdrag of the place Uppföljning: the register of assignments, and the year."""
