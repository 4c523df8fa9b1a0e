"""The place Täckning: where the plan has actions and where it has none."""
