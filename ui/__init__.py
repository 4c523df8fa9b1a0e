"""The desktop: windows that talk to the session, and nothing else."""
