"""Rules for merging plans: receipts, conflicts, joint actions, near-duplicates."""
