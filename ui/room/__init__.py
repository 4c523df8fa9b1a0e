"""Everyone's picture on the projector: no names, no notes, nothing of how the program works."""
