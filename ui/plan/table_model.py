"""The table as Qt asks for it: what the arrangement gives, told to views by the least change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nvworkshop.model.fields import Field
from nvworkshop.session.rows import Row
from nvworkshop.strategy import Strategy
from ui.plan.arrangement import Arranged, Entry, GroupHead
from ui.plan.cell_words import CellWords
from ui.plan.cells import Cell, cell_of, whole_text
from ui.plan.columns import Column
from ui.plan.diffing import Inserted, Moved, Removed, Step, steps_between
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = int(Qt.ItemDataRole.UserRole)
"""What a row sorts by in a column, as it is."""

_ROOT = QModelIndex()
_OF_HEAD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_OF_CELL = _OF_HEAD | Qt.ItemFlag.ItemIsSelectable
_OF_CELL_TO_WRITE = _OF_CELL | Qt.ItemFlag.ItemIsEditable
_ALL_AT_ONCE = 32
"""More changed rows than this are told as one stretch."""


class TableModel(QAbstractTableModel):
    """Rows and the lines over groups. It never writes: `edit_requested` asks for it."""

    edit_requested = Signal(str, str, object)  # id, field, what was typed

    def __init__(self, kind: str, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.kind = kind
        self.read_only = False
        self.strategy = Strategy.bare("")
        self.columns: tuple[Column, ...] = ()
        self.entries: list[Entry] = []
        self._today = today
        self._day = today()
        self._words = CellWords(kind, self)
        self._keys: list[str] = []
        self._places: dict[str, int] | None = None
        self._pending: dict[tuple[str, str], str] = {}

    # What is shown

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, in this order."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def show(self, arranged: Arranged, *, afresh: bool = False, lift: bool = False) -> bool:
        """Show these entries; tell whether so much changed that views start afresh.

        `lift` moves a row by taking it out and putting it in: in long tables Qt does that much
        faster, but whoever shows the rows must choose it again.
        """
        self._day = self._today()
        entries, keys = arranged.entries, arranged.keys
        steps = None if afresh else [] if self._keys == keys else steps_between(self._keys, keys)
        if steps is None:
            self.beginResetModel()
            self.entries, self._keys, self._places = list(entries), list(keys), None
            self.endResetModel()
            return True
        for step in steps:
            self._take(step, arranged, lift=lift)
        self._replace(entries)
        return False

    def show_pending(self, entity: str, field: str, text: str | None) -> None:
        """Show what was typed until the plan has it; None when it has, or could not take it."""
        if text is None:
            self._pending.pop((entity, field), None)
        else:
            self._pending[entity, field] = text
        place = self.place_of(entity)
        names = [one.name for one in self.columns]
        if place is not None and field in names:
            at = self.index(place, names.index(field))
            self.dataChanged.emit(at, at)

    def _take(self, step: Step, arranged: Arranged, *, lift: bool) -> None:
        self._places = None
        match step:
            case Removed(first, last):
                self.beginRemoveRows(_ROOT, first, last)
                del self.entries[first : last + 1], self._keys[first : last + 1]
                self.endRemoveRows()
            case Inserted(first, last):
                self.beginInsertRows(_ROOT, first, last)
                self.entries[first:first] = arranged.entries[first : last + 1]
                self._keys[first:first] = arranged.keys[first : last + 1]
                self.endInsertRows()
            case Moved(source, target) if lift:
                self.beginRemoveRows(_ROOT, source, source)
                moved = self.entries.pop(source), self._keys.pop(source)
                self.endRemoveRows()
                self.beginInsertRows(_ROOT, target, target)
                self.entries.insert(target, moved[0])
                self._keys.insert(target, moved[1])
                self.endInsertRows()
            case Moved(source, target):
                before = target + (target > source)
                self.beginMoveRows(_ROOT, source, source, _ROOT, before)
                self.entries.insert(target, self.entries.pop(source))
                self._keys.insert(target, self._keys.pop(source))
                self.endMoveRows()

    def _replace(self, entries: Sequence[Entry]) -> None:
        """Take the new contents of entries that are in place; tell which cells changed."""
        pairs = enumerate(zip(self.entries, entries, strict=True))
        changed = [place for place, (old, new) in pairs if old is not new and old != new]
        before = {place: self.entries[place] for place in changed}
        self.entries[:] = entries
        if not self.columns or not changed:
            return
        if len(changed) > _ALL_AT_ONCE:
            self._tell(changed[0], changed[-1], range(len(self.columns)))
            return
        for place in changed:
            self._tell(place, place, self._changed_columns(before[place], entries[place]))

    def _changed_columns(self, old: Entry, new: Entry) -> Sequence[int]:
        if not (isinstance(old, Row) and isinstance(new, Row)):
            return range(len(self.columns))
        return [
            place
            for place, one in enumerate(self.columns)
            if old.thing[one.name] != new.thing[one.name]
            or cell_of(old, one, self._day) != cell_of(new, one, self._day)
        ]

    def _tell(self, first: int, last: int, columns: Sequence[int]) -> None:
        if columns:
            self.dataChanged.emit(self.index(first, columns[0]), self.index(last, columns[-1]))

    # Where things are

    def key_at(self, place: int) -> str:
        """Return the id of a row, or the key of a group's line; "" when nothing stands there."""
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def place_of(self, key: str) -> int | None:
        """Return the row a thing (by id) or a group stands in, None when it is not shown."""
        if self._places is None:
            self._places = dict(zip(self._keys, range(len(self._keys)), strict=True))
        return self._places.get(key)

    def row_at(self, place: int) -> Row | None:
        """Return the row of the plan at a place of the table; None for the line over a group."""
        entry = self.entries[place] if 0 <= place < len(self.entries) else None
        return entry if isinstance(entry, Row) else None

    def head_at(self, place: int) -> GroupHead | None:
        """Return the line over a group at a place of the table; None for a row."""
        entry = self.entries[place] if 0 <= place < len(self.entries) else None
        return entry if isinstance(entry, GroupHead) else None

    def cell(self, index: Index) -> Cell:
        """Return what a cell of a row shows."""
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if row is None:
            return Cell("")
        pending = self._pending.get((row.thing.id, column.name)) if self._pending else None
        return cell_of(row, column, self._day) if pending is None else Cell(pending, quiet=True)

    # What is written in

    def owner(self, index: Index) -> str | None:
        """Return the id of a row, None for the line over a group."""
        row = self.row_at(index.row())
        return row.thing.id if row else None

    def owner_name(self, index: Index) -> str:
        """Return the title of a row."""
        row = self.row_at(index.row())
        return row.texts.get("title", "") if row else ""

    def field(self, index: Index) -> Field | None:
        """Return the field of a column."""
        return self.columns[index.column()].field

    # Cells

    def text(self, row: Row, column: Column) -> str:
        """Return what stands in a cell of a row, as in the table but not cut."""
        whole = whole_text(row, column.name)
        return whole or self._words.shown(cell_of(row, column, self._day))

    def remark(self, index: Index) -> str:
        """Return what a cell's mark means and what to do, "" when there is nothing to say."""
        row = self.row_at(index.row())
        column = self.columns[index.column()]
        return self._words.remark(row, column, self.cell(index)) if row is not None else ""

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows and lines over groups."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done: rows are chosen, and written in where a cell has the room."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.entries[index.row()], GroupHead):
            return _OF_HEAD
        if self.columns[index.column()].in_place and not self.read_only:
            return _OF_CELL_TO_WRITE
        return _OF_CELL

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, how it is read aloud, and what it sorts by."""
        if not index.isValid():
            return None
        entry, column = self.entries[index.row()], self.columns[index.column()]
        if isinstance(entry, GroupHead):
            return self._words.of_group(entry, role, first=index.column() == 0)
        if role == SORT_ROLE:
            return entry.order.get(column.name)
        if role == Qt.ItemDataRole.EditRole:
            return entry.texts.get(column.name, "")
        return self._words.of_cell(entry, column, self.cell(index), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name, and what it is for."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title
        return plain_tooltip(tr(column.field.help)) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for an edit. Nothing is set here: the plan answers with a change."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.edit_requested.emit(row.thing.id, self.columns[index.column()].name, value)
        return False
