"""The editor: one thing of a plan, or several, as a form made from the declared fields."""
