"""The place Rapporter: every report to look at, save, print and hand over."""
