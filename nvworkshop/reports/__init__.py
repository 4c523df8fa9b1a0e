"""Report objects built from a plan, before any format."""
