"""The look: one file of tokens, made into a palette, a style sheet, fonts and icons."""
