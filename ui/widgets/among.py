"""Some things by their ids, and what to call them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Among:
    """A name such as "Försenade", and the ids of the things it stands for."""

    name: str
    ids: frozenset[str]

    @property
    def label(self) -> str:
        """The name with how many they are."""
        return f"{self.name} ({len(self.ids)})"
