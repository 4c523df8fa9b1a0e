"""Gathers what the program says into the catalogue of every language; not part of the program."""
