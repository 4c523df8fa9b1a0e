"""The main window: what every place of the program lives in."""
