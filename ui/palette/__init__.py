"""Search everywhere: actions, ideas, commands and help in one line."""
