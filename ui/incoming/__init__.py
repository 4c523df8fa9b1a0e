"""Taking in what others have written in Excel: chosen row by row before anything changes."""
