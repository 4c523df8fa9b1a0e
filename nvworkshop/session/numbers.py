"""The running numbers of rows in a plan."""

from __future__ import annotations

from nvworkshop.model.fields import Kind
from nvworkshop.planfile.store import Store


class Numbers:
    """Gives the next free number of a kind in each plan, several in one step too."""

    def __init__(self, store: Store) -> None:
        """Count on from what the store holds."""
        self._store = store
        self._given: dict[tuple[str, str], int] = {}

    def next(self, kind: Kind, plan: str) -> int:
        """Return the number after the greatest in that plan."""
        key = (kind.name, plan)
        last = self._given.get(key, 0) or self._store.greatest_number(kind, plan)
        self._given[key] = last + 1
        return last + 1
