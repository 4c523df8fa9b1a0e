"""What can be chosen in a filter, and how many rows each choice would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.model.text import sort_key
from nvworkshop.session.rows import Row
from ui.plan.arrangement import Filter
from ui.plan.values import EMPTY, FILTERS, SCOPE, keys_of


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

    def changed(
        self, old: Iterable[Row | None], new: Iterable[Row | None], like: Row | None
    ) -> Overview:
        """Return the overview when rows have gone and come; a field once of use stays so.

        `like` is any row of the table.
        """
        gone, come = _counted(old), [one for one in new if one is not None]
        here = _counted(come)
        total, complete, conflicts = (
            stood - went + came
            for stood, went, came in zip(
                (self.total, self.complete, self.conflicts), gone, here, strict=True
            )
        )
        first = like.thing.values if like is not None else {}
        used = {
            name
            for one in come
            for name in FILTERS
            if one.thing.values.get(name) != first.get(name)
        }
        return Overview(total, complete, conflicts, self.used | used)


def overview(rows: Sequence[Row]) -> Overview:
    """Count the rows of a table, and find which fields are of use in a filter."""
    used = frozenset(name for name in FILTERS if _is_used(rows, name))
    return Overview(*_counted(rows), used)


def _counted(rows: Iterable[Row | None]) -> tuple[int, int, int]:
    there = [row for row in rows if row is not None]
    complete = len([row for row in there if not row.missing])
    return len(there), complete, len([row for row in there if row.thing.conflicts])


def _is_used(rows: Sequence[Row], name: str) -> bool:
    """Tell whether the rows differ in a field."""
    first = rows[0].thing.values.get(name) if rows else None
    return any(row.thing.values.get(name) != first for row in rows)


def _keys(row: Row, name: str) -> Iterable[str]:
    """Return the choices of a field that would show a row."""
    keys = keys_of(row.thing.values.get(name))
    return (*keys, *row.within) if name == SCOPE else keys


def choices(rows: Sequence[Row], of: Filter, name: str, labels: Mapping[str, str]) -> list[Choice]:
    """Return the values a field has in the rows, with the rows the rest of the filter lets through.

    They come in the order of `labels`, which has what people call each key; then those it lacks,
    and last none. What is chosen is there even when no row has it.
    """
    there: set[str] = set(of.chosen.get(name, ()))
    counted: Counter[str] = Counter()
    for row in rows:
        there.update(_keys(row, name))
    for row in of.choosing(name, ()).passed(rows):
        counted.update(_keys(row, name))
    ordered = [key for key in labels if key in there]
    unknown = sorted(there - labels.keys() - {EMPTY}, key=sort_key)
    named = {key: labels.get(key, key) for key in (*ordered, *unknown)}
    named |= {EMPTY: ""} if EMPTY in there else {}
    return [Choice(key, label, counted[key]) for key, label in named.items()]
