"""The place Handlingsplan: the plan as a table, and the editor beside it."""
