"""What a table shows and in what order: rows filtered, sorted and grouped into one flat list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from nvworkshop.session.rows import Row
from ui.plan.values import EMPTY, SCOPE, SEVERAL, has_any
from ui.widgets.among import Among

LAST = (9,)
"""Sorts after what any field's order begins with."""


@dataclass(frozen=True, slots=True)
class Sort:
    """The field rows are sorted by within their groups; "" is the plan's own order."""

    field: str = ""
    descending: bool = False

    def turned(self, field_name: str) -> Sort:
        """Return the next order when a column is asked for: rising, falling, the plan's own."""
        if self.field != field_name:
            return Sort(field_name)
        return Sort() if self.descending else Sort(field_name, descending=True)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are shown: all the words, and for each field one of the chosen values.

    `among` are the rows that a figure elsewhere stands for.
    """

    words: tuple[str, ...] = ()
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    missing: bool = False
    conflicts: bool = False
    among: Among | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        limited = self.missing or self.conflicts or self.among is not None
        return bool(self.words or self.chosen or limited)

    def choosing(self, name: str, values: Iterable[str]) -> Filter:
        """Return the filter with these values chosen for a field; none means all."""
        others = {one: keys for one, keys in self.chosen.items() if one != name}
        wanted = frozenset(values)
        return replace(self, chosen={**others, name: wanted} if wanted else others)

    def passes(self, row: Row) -> bool:
        """Tell whether a row is shown."""
        return bool(self.passed([row]))

    def passed(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows that are shown, in the same order."""
        if self.among is not None:
            ids = self.among.ids
            rows = [row for row in rows if row.thing.id in ids]
        for word in self.words:
            rows = [row for row in rows if word in row.found_by]
        if self.missing:
            rows = [row for row in rows if row.missing]
        if self.conflicts:
            rows = [row for row in rows if row.thing.conflicts]
        for name, wanted in self.chosen.items():
            rows = [row for row in rows if _is_among(row, name, wanted)]
        return rows


def _is_among(row: Row, name: str, wanted: frozenset[str]) -> bool:
    """Tell whether a row has one of these values, or concerns one of these kommuner unnamed."""
    if has_any(row.thing.values.get(name), wanted):
        return True
    return name == SCOPE and not row.within.isdisjoint(wanted)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a table is arranged.

    `collapsed` holds marks of groups, as `GroupHead.mark`. `kept` are ids shown whatever the
    filter says: the row somebody is writing in does not vanish under the hands.
    """

    group: str = ""
    sort: Sort = Sort()
    filter: Filter = Filter()
    collapsed: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The line over a group. `title` is "" for those without a value and with several."""

    field: str
    key: str
    title: str
    count: int
    collapsed: bool = False

    @property
    def mark(self) -> str:
        """What tells the group from every other."""
        return f"{self.field}:{self.key}"

    @property
    def shift(self) -> str:
        """The riktningsförändring whose colour the group has, "" when none."""
        return self.key if self.field == "shift" and self.key not in (EMPTY, SEVERAL) else ""

    @property
    def entry_key(self) -> str:
        """What tells the line from every other entry of a table; a row has its id."""
        return f"group {self.mark}"


Entry: TypeAlias = GroupHead | Row


@dataclass(frozen=True, slots=True)
class Arranged:
    """The entries of a table from top to bottom with their keys, and how many rows are shown.

    `outside` are those of them that the filter would have left out.
    """

    entries: list[Entry] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    shown: int = 0
    outside: int = 0


def plan_key(row: Row) -> tuple[Any, ...]:
    """Return what sorts a row as the plan does: by plan, then by number."""
    return row.order.get("plan", LAST), row.order.get("number", LAST)


def sorted_rows(rows: Sequence[Row], sort: Sort) -> Sequence[Row]:
    """Return rows in plan order by a field; those without it last, whichever way it goes."""
    if not sort.field:
        return rows
    having = [row for row in rows if sort.field in row.order]
    lacking = [row for row in rows if sort.field not in row.order]
    having.sort(key=lambda row: row.order[sort.field], reverse=sort.descending)
    return having + lacking


def passing(rows: Sequence[Row], how: Arrangement) -> Sequence[Row]:
    """Return the rows that are shown, in the same order."""
    shown = how.filter.passed(rows)
    if not how.kept or len(shown) == len(rows):
        return shown
    there = {row.thing.id for row in shown} | how.kept
    return [row for row in rows if row.thing.id in there]
