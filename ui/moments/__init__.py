"""Points in time in the window: two compared, and a plan read as it was."""
