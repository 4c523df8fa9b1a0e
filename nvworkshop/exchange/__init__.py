"""Excel and other formats that others work in."""
