"""A list of rows that have keys: views are told of as little as another list differs in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Keys: TypeAlias = list[Hashable]
Item = TypeVar("Item")

_MOST = 20
"""Steps of going, moving and coming that are told one by one; beyond that it is another list."""


class Role(IntEnum):
    """What a list tells besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1  # the whole row


class KeyedList(QAbstractListModel, Generic[Item]):
    """Rows, each known by its key; `told` is what is told of one, by role."""

    told: ClassVar[Mapping[int, Callable[[Any], Any]]] = {}

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[Item] = []

    def key(self, row: Item) -> Hashable:
        """Return what a row is known by; no two have the same."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or what is told of it."""
        row = self.row(index.row())
        if row is None or role == Role.ROW:
            return row
        tell = self.told.get(role)
        return tell(row) if tell else None

    def row(self, place: int) -> Item | None:
        """Return the row at a place, None outside the list."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def place_of(self, key: object) -> int:
        """Return where the row of a key stands, -1 when it is not there."""
        return next((n for n, one in enumerate(self.rows) if self.key(one) == key), -1)

    def set_items(self, rows: Sequence[Item]) -> None:
        """Show these rows."""
        before, keys = [self.key(one) for one in self.rows], [self.key(one) for one in rows]
        if before != keys and not self._turn_into(rows, before, keys):
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
        differing = (n for n, row in enumerate(rows) if _differ(row, self.rows[n]))
        for first, last in _runs(differing):
            self.rows[first : last + 1] = rows[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))

    def _turn_into(
        self, rows: Sequence[Item], before: list[Hashable], keys: list[Hashable]
    ) -> bool:
        """Let rows go, move and come; tell whether few enough did for that."""
        stay = set(before) & set(keys)
        old, new = [one for one in before if one in stay], [one for one in keys if one in stay]
        if not len(stay) == len(old) == len(new) > 0:
            return False
        gone = _runs(n for n, key in enumerate(before) if key not in stay)
        moved = _out_of_order(old, new)
        come = _runs(n for n, key in enumerate(keys) if key not in stay)
        if len(gone) + len(moved) + len(come) > _MOST:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()
        for there in moved:
            self._move(new[there], new[there - 1] if there else None)
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows[first:first] = rows[first : last + 1]
            self.endInsertRows()
        return True

    def _move(self, key: Hashable, after: Hashable | None) -> None:
        here = self.place_of(key)
        there = 0 if after is None else self.place_of(after) + 1
        if self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), there):
            row = self.rows.pop(here)
            self.rows.insert(there - (there > here), row)
            self.endMoveRows()


def _differ(row: object, other: object) -> bool:
    return row is not other and row != other


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return rising places as first and last of those that follow one another."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _out_of_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    """Return the fewest places of the new order whose keys must move for the old to become it."""
    if old == new:
        return []
    stood = {key: place for place, key in enumerate(old)}
    ends: list[int] = []  # the least last place of a rising row of each length
    at: list[int] = []  # and where in the new order it is
    before: list[int] = []
    for here, key in enumerate(new):
        length = bisect_left(ends, stood[key])
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [stood[key]]
        at[length : length + 1] = [here]
    kept: set[int] = set()
    here = at[-1]
    while here >= 0:
        kept.add(here)
        here = before[here]
    return [place for place in range(len(new)) if place not in kept]
