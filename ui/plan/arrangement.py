"""What a table shows and in what order: rows filtered, sorted and grouped into one flat list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from nvworkshop.session.rows import Row
from ui.plan.values import EMPTY, SEVERAL, group_key, has_any

_FEW = 50
"""More changed rows than this are sorted with all the others."""

_LAST = (9,)
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
    """Which rows are shown: all the words, and for each field one of the chosen values."""

    words: tuple[str, ...] = ()
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    missing: bool = False
    conflicts: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.words or self.chosen or self.missing or self.conflicts)

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
        for word in self.words:
            rows = [row for row in rows if word in row.found_by]
        if self.missing:
            rows = [row for row in rows if row.missing]
        if self.conflicts:
            rows = [row for row in rows if row.thing.conflicts]
        for name, wanted in self.chosen.items():
            rows = [row for row in rows if has_any(row.thing.values.get(name), wanted)]
        return rows


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


Entry: TypeAlias = GroupHead | Row


def key_of(entry: Entry) -> str:
    """Return what tells an entry of a table from every other."""
    return entry.thing.id if isinstance(entry, Row) else f"group {entry.mark}"


@dataclass(frozen=True, slots=True)
class Arranged:
    """The entries of a table from top to bottom, and how many rows the filter lets through."""

    entries: tuple[Entry, ...] = ()
    shown: int = 0


def plan_key(row: Row) -> tuple[Any, ...]:
    """Return what sorts a row as the plan does: by plan, then by number."""
    return row.order.get("plan", _LAST), row.order.get("number", _LAST)


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


def grouped(rows: Sequence[Row], how: Arrangement) -> tuple[Entry, ...]:
    """Return rows under a line for each group, groups in the order of the list they come from."""
    if not how.group:
        return tuple(rows)
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    name = how.group
    for row in rows:
        groups[group_key(row.thing.values.get(name))].append(row)
    entries: list[Entry] = []
    for key in sorted(groups, key=lambda one: _group_order(one, groups[one][0], name)):
        members = groups[key]
        title = "" if key in (EMPTY, SEVERAL) else members[0].texts.get(name, key)
        collapsed = f"{name}:{key}" in how.collapsed
        entries.append(GroupHead(name, key, title, len(members), collapsed))
        entries += () if collapsed else members
    return tuple(entries)


def _group_order(key: str, first: Row, name: str) -> tuple[Any, ...]:
    if key == EMPTY:
        return (3,)
    return (2,) if key == SEVERAL else (1, first.order.get(name, _LAST), key)


class Arranger:
    """Keeps the rows of one table in order, so that a keystroke only filters and groups."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Take the rows."""
        self._made: dict[str, int] = {}
        self._in_plan: list[Row] = []
        self._sort = Sort()
        self._sorted: list[Row] = []
        self.set_rows(rows)

    @property
    def rows(self) -> Sequence[Row]:
        """All the rows in the plan's order."""
        return self._in_plan

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Take other rows, oldest first."""
        self._in_plan = list(rows)
        self._made = {row.thing.id: place for place, row in enumerate(self._in_plan)}
        self._in_plan.sort(key=plan_key)
        self._sort, self._sorted = Sort(), self._in_plan

    def change(self, rows: Mapping[str, Row | None]) -> None:
        """Take in what became of some rows; None is gone."""
        for entity in rows:
            self._made.setdefault(entity, len(self._made))
        plan_order, sort = Sort(), self._sort
        self._in_plan = self._changed(self._in_plan, rows, plan_order)
        self._sorted = self._changed(self._sorted, rows, sort) if sort.field else self._in_plan

    def arrange(self, how: Arrangement) -> Arranged:
        """Return what the table shows."""
        if self._sort != how.sort:
            self._sort, self._sorted = how.sort, list(sorted_rows(self._in_plan, how.sort))
        shown = passing(self._sorted, how)
        return Arranged(grouped(shown, how), len(shown))

    def _changed(self, of: list[Row], rows: Mapping[str, Row | None], sort: Sort) -> list[Row]:
        """Return a sorted list with rows replaced; each is put in its place, not all sorted."""
        left = [row for row in of if row.thing.id not in rows]
        come = [row for row in rows.values() if row is not None]
        if len(come) > _FEW:
            return list(sorted_rows(sorted([*left, *come], key=self._plan_place), sort))
        for row in come:
            left.insert(self._place(left, row, sort), row)
        return left

    def _place(self, among: Sequence[Row], row: Row, sort: Sort) -> int:
        low, high = 0, len(among)
        while low < high:
            middle = (low + high) // 2
            if self._before(row, among[middle], sort):
                high = middle
            else:
                low = middle + 1
        return low

    def _before(self, one: Row, other: Row, sort: Sort) -> bool:
        mine, theirs = one.order.get(sort.field), other.order.get(sort.field)
        if mine == theirs:
            return self._plan_place(one) < self._plan_place(other)
        if mine is None or theirs is None:
            return theirs is None
        return bool(mine > theirs) if sort.descending else bool(mine < theirs)

    def _plan_place(self, row: Row) -> tuple[Any, ...]:
        return *plan_key(row), self._made[row.thing.id]
