"""Faults on purpose: kills, power cuts, full disks, pulled sticks and two programs at once."""
