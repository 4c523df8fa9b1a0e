"""Pure rules of following up: figures of a plan, indicators over time, what has moved."""
