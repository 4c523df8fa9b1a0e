"""What can be chosen in a filter, and how many rows each choice would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.model.text import sort_key
from nvworkshop.session.rows import Row
from ui.plan.arrangement import Filter
from ui.plan.values import EMPTY, keys_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a filter can ask for; `label` is "" for rows without a value."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the head line says of a table: all rows, those that lack nothing, conflicts.

    `used` are the fields with values to choose between.
    """

    total: int = 0
    complete: int = 0
    conflicts: int = 0
    used: frozenset[str] = frozenset()

    @property
    def missing(self) -> int:
        """How many rows lack something a decision needs."""
        return self.total - self.complete


def overview(rows: Sequence[Row], fields: Iterable[str]) -> Overview:
    """Count the rows of a table, and find which of the fields are of use in a filter."""
    complete = sum(not row.missing for row in rows)
    conflicts = sum(bool(row.thing.conflicts) for row in rows)
    used = frozenset(name for name in fields if _is_used(rows, name))
    return Overview(len(rows), complete, conflicts, used)


def _is_used(rows: Sequence[Row], name: str) -> bool:
    """Tell whether the rows differ in a field."""
    first = rows[0].thing.values.get(name) if rows else None
    return any(row.thing.values.get(name) != first for row in rows)


def choices(rows: Sequence[Row], of: Filter, name: str, labels: Mapping[str, str]) -> list[Choice]:
    """Return the values a field has in the rows, with the rows the rest of the filter lets through.

    They come in the order of `labels`, which has what people call each key; then those it lacks,
    and last none. What is chosen is there even when no row has it.
    """
    there: set[str] = set(of.chosen.get(name, ()))
    counted: Counter[str] = Counter()
    for row in rows:
        there.update(keys_of(row.thing.values.get(name)))
    for row in of.choosing(name, ()).passed(rows):
        counted.update(keys_of(row.thing.values.get(name)))
    ordered = [key for key in labels if key in there]
    unknown = sorted(there - labels.keys() - {EMPTY}, key=sort_key)
    named = {key: labels.get(key, key) for key in (*ordered, *unknown)}
    named |= {EMPTY: ""} if EMPTY in there else {}
    return [Choice(key, label, counted[key]) for key, label in named.items()]
