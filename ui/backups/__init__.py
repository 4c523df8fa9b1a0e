"""Looking back: backups of the plan, what has changed since, and the history of every field."""
