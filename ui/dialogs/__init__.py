"""The few windows beside the main one: settings, keys, about, and the one for bugs."""
