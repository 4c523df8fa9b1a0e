"""The place Slå samman: plans in, what was new, what to decide, and the receipt of it all."""
