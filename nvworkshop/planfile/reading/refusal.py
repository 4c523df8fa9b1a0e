"""What of a plan file can't be followed."""

from __future__ import annotations


class BrokenError(Exception):
    """The bytes can't be followed further here; what is whole may still be salvaged."""
