"""A workshop in the room: its steps, its time, and what everyone sees. Pure values and rules."""
