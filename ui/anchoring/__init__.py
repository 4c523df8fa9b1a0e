"""The place Förankring: who has been sent the plan, answered and decided, and its versions."""
