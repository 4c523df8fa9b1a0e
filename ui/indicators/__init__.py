"""The part Indikatorer: what is measured, how it stands, and the values themselves."""
