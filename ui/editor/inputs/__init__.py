"""What a value is written or chosen in: one kind of input in each file."""
