"""Pure values and rules: changes, heads, declared kinds, dates and texts."""
