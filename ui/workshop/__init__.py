"""The place Workshop: prepared at home, led in the room."""
