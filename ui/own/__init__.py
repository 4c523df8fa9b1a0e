"""A huvudman's own plan in the window: its part of the plan it follows, and letting rows out."""
