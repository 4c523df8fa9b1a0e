"""Keeps the rows of one table grouped and sorted, so that a keystroke only filters them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nvworkshop.session.rows import Row
from ui.plan.arrangement import (
    LAST,
    Arranged,
    Arrangement,
    Entry,
    GroupHead,
    Sort,
    passing,
    plan_key,
    sorted_rows,
)
from ui.plan.values import EMPTY, SEVERAL, group_key

_FEW = 50
"""Rows changed at a time that are put in their places one by one; more, and all are sorted."""


@dataclass(slots=True)
class Group:
    """The rows of a group with their ids, in order; `key` is None when rows are not grouped."""

    key: str | None
    rows: list[Row] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


class Arranger:
    """The rows of one table."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Take the rows."""
        self._made: dict[str, int] = {}
        self._by_id: dict[str, Row] = {}
        self._in_plan: list[Row] = []
        self._groups: list[Group] = []
        self._members: tuple[str, dict[str | None, list[Row]]] | None = None
        self._done: tuple[str, Sort] | None = None
        self.set_rows(rows)

    @property
    def rows(self) -> Sequence[Row]:
        """All the rows in the plan's order."""
        return self._in_plan

    def row(self, entity: str) -> Row | None:
        """Return a row by its id."""
        return self._by_id.get(entity)

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Take other rows, oldest first."""
        self._by_id = {row.thing.id: row for row in rows}
        self._made = {entity: place for place, entity in enumerate(self._by_id)}
        self._in_plan = sorted(self._by_id.values(), key=_number)
        if len({row.thing.values.get("plan") for row in self._in_plan}) > 1:
            self._in_plan.sort(key=plan_key)
        self._members = self._done = None

    def change(self, rows: Mapping[str, Row | None]) -> None:
        """Take in what became of some rows; None is gone."""
        self._members = None
        for entity in rows:
            self._made.setdefault(entity, len(self._made))
        if len(rows) > _FEW:
            self._change_many(rows)
            return
        for entity, row in rows.items():
            old = self._by_id.pop(entity, None)
            if old is not None:
                self._drop(old)
            if row is not None:
                self._by_id[entity] = row
                self._put(row)

    def arrange(self, how: Arrangement) -> Arranged:
        """Return what the table shows."""
        if self._done != (how.group, how.sort):
            self._regroup(how.group, how.sort)
        entries: list[Entry] = []
        keys: list[str] = []
        count = 0
        for group in self._groups:
            rows = passing(group.rows, how)
            count += len(rows)
            if group.key is not None and rows:
                head = _head(group, len(rows), how)
                entries.append(head)
                keys.append(head.entry_key)
                if head.collapsed:
                    continue
            entries += rows
            whole = len(rows) == len(group.rows)
            keys += group.keys if whole else [row.thing.id for row in rows]
        return Arranged(entries, keys, count, self._outside(how))

    def _outside(self, how: Arrangement) -> int:
        """Return how many rows are shown that the filter leaves out."""
        kept = [self._by_id[one] for one in how.kept if one in self._by_id]
        return len(kept) - len(how.filter.passed(kept))

    def _regroup(self, name: str, sort: Sort) -> None:
        self._groups = []
        for key, members in self._members_by(name).items():
            rows = list(sorted_rows(members, sort))
            self._groups.append(Group(key, rows, [row.thing.id for row in rows]))
        self._done = (name, sort)
        self._order_groups()

    def _members_by(self, name: str) -> dict[str | None, list[Row]]:
        """Return the rows by group in the plan's order; asked for again it is at hand."""
        if self._members is None or self._members[0] != name:
            found: defaultdict[str | None, list[Row]] = defaultdict(list)
            if name:
                for row in self._in_plan:
                    found[group_key(row.thing.values.get(name))].append(row)
            else:
                found[None] = self._in_plan
            self._members = (name, found)
        return self._members[1]

    def _order_groups(self) -> None:
        """Put the groups in the order of the list their values come from."""
        name = self._done[0] if self._done else ""
        self._groups = [one for one in self._groups if one.rows or one.key is None]
        self._groups.sort(key=lambda one: _group_order(one, name))

    def _change_many(self, rows: Mapping[str, Row | None]) -> None:
        for entity, row in rows.items():
            self._by_id.pop(entity, None)
            if row is not None:
                self._by_id[entity] = row
        self._in_plan = sorted(self._by_id.values(), key=self._plan_place)
        self._done = None

    def _drop(self, row: Row) -> None:
        del self._in_plan[self._place(self._in_plan, row, Sort())]
        if self._done is not None:
            group = self._group(row)
            place = self._place(group.rows, row, self._done[1])
            del group.rows[place], group.keys[place]
            if not group.rows:
                self._order_groups()

    def _put(self, row: Row) -> None:
        self._in_plan.insert(self._place(self._in_plan, row, Sort()), row)
        if self._done is not None:
            group = self._group(row)
            place = self._place(group.rows, row, self._done[1])
            group.rows.insert(place, row)
            group.keys.insert(place, row.thing.id)
            if len(group.rows) == 1:
                self._order_groups()

    def _group(self, row: Row) -> Group:
        """Return the group a row belongs to; a new one if there is none."""
        name = self._done[0] if self._done else ""
        key = group_key(row.thing.values.get(name)) if name else None
        for group in self._groups:
            if group.key == key:
                return group
        self._groups.append(Group(key))
        return self._groups[-1]

    def _place(self, among: Sequence[Row], row: Row, sort: Sort) -> int:
        """Return where a row stands, or is to stand, in a sorted list."""
        low, high = 0, len(among)
        while low < high:
            middle = (low + high) // 2
            if self._before(among[middle], row, sort):
                low = middle + 1
            else:
                high = middle
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


def _number(row: Row) -> Any:
    return row.order.get("number", LAST)


def _head(group: Group, count: int, how: Arrangement) -> GroupHead:
    key = group.key or EMPTY
    title = "" if key in (EMPTY, SEVERAL) else group.rows[0].texts.get(how.group, key)
    return GroupHead(how.group, key, title, count, f"{how.group}:{key}" in how.collapsed)


def _group_order(group: Group, name: str) -> tuple[Any, ...]:
    if not group.key:
        return (3,)
    if group.key == SEVERAL:
        return (2,)
    return (1, group.rows[0].order.get(name, LAST), group.key) if group.rows else (4,)
