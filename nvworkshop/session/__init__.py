"""The open plan: edit, undo, merge, publish."""
