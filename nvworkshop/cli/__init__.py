"""The command line: ten-line adapters over the session."""
