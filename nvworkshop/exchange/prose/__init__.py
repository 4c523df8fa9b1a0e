"""Written documents: Markdown made into web page, Word, PDF and text, each read back."""
