"""The start screen: plans opened lately, and ways to begin."""
