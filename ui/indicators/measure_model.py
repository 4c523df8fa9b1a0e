"""The measured values of an indicator as a table, with a row last for the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import MISSING, number_text
from nvworkshop.followup.series import FEW
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import shown
from nvworkshop.model.things import Thing
from nvworkshop.session.measurements import FIELDS_SHOWN
from nvworkshop.strategy import Strategy
from ui.widgets.keyed_list import Index
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = ("value", "count")
DATE, VALUE = FIELDS_SHOWN.index("date"), FIELDS_SHOWN.index("value")


class MeasureModel(QAbstractTableModel):
    """Rows by their ids; what is written is asked for as `edit_asked`, and shown meanwhile.

    The last row has the id that the next value is to have; as soon as it is written in there is
    another. Rows keep their order while the same indicator is shown, so that nothing moves under
    the one who writes; those that come from elsewhere stand where they belong.
    """

    edit_asked = Signal(str, str, str)  # the value's id, field, text

    def __init__(self, new_id: Callable[[], str], parent: QObject | None = None) -> None:
        """Start empty; `new_id` gives the id of a value that is to be made."""
        super().__init__(parent)
        self._new_id = new_id
        self.strategy = Strategy.bare("")
        self.indicator = ""
        self.writable = True
        self.ids: list[str] = []
        self._next = ""
        self._made: set[str] = set()
        self._things: dict[str, Thing] = {}
        self._areas = Areas(self.strategy)
        self._pending: dict[tuple[str, str], str] = {}

    def show_values(
        self, indicator: str, values: Sequence[Thing], strategy: Strategy, *, writable: bool
    ) -> None:
        """Show the values of an indicator, "" for none."""
        self.strategy, self._areas = strategy, Areas(strategy)
        self.writable = writable and bool(indicator)
        self._things = {one.id: one for one in values}
        self._made -= self._things.keys()
        if indicator != self.indicator:
            self._reset(indicator, [one.id for one in values])
            return
        self._forget_gone()
        self._take_in([one.id for one in values])
        self._tell_changed()

    def _reset(self, indicator: str, ids: list[str]) -> None:
        self.beginResetModel()
        self.indicator, self.ids = indicator, ids
        self._next = self._new_id() if self.writable else ""
        self._made.clear()
        self._pending.clear()
        self.endResetModel()

    def _forget_gone(self) -> None:
        for row in reversed(range(len(self.ids))):
            if self.ids[row] not in self._things.keys() | self._made:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self.ids[row]
                self.endRemoveRows()

    def _take_in(self, ordered: Sequence[str]) -> None:
        """Put what has come from elsewhere after what it follows; what is there stays in place."""
        known, after = {*self.ids, self._next}, ""
        for is_new, run in groupby(ordered, lambda one: one not in known):
            ids = list(run)
            if is_new:
                self._insert(after, ids)
            after = ids[-1]

    def _insert(self, after: str, ids: list[str]) -> None:
        first = self.ids.index(after) + 1 if after in self.ids else 0
        self.beginInsertRows(_NOWHERE, first, first + len(ids) - 1)
        self.ids[first:first] = ids
        self.endInsertRows()

    def _tell_changed(self) -> None:
        last = self.index(self.rowCount() - 1, len(FIELDS_SHOWN) - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)

    def show_pending(self, entity: str, field: str, text: str | None) -> None:
        """Show what has been written while the plan takes it in; None when it has."""
        if text is None:
            self._pending.pop((entity, field), None)
        else:
            self._pending[entity, field] = text
        self._tell_changed()

    def id_at(self, row: int) -> str:
        """Return the id of a row, that of the next value in the last; "" outside."""
        if 0 <= row < len(self.ids):
            return self.ids[row]
        return self._next if row == len(self.ids) else ""

    def row_of(self, entity: str) -> int:
        """Return the row of a value, -1 when there is none."""
        if entity == self._next and entity:
            return len(self.ids)
        return self.ids.index(entity) if entity in self.ids else -1

    def is_next(self, row: int) -> bool:
        """Tell whether a row is the one for the next value."""
        return bool(self._next) and row == len(self.ids)

    # What the delegate asks

    def owner(self, index: Index) -> str | None:
        """Return the id of a row."""
        return self.id_at(index.row()) or None

    def owner_name(self, index: Index) -> str:
        """Return which value a row is."""
        if self.is_next(index.row()):
            return tr("nytt mätvärde")
        return " ".join(self._shown(index.row(), n) for n in (0, 2))

    def field(self, index: Index) -> Field | None:
        """Return the field of a column."""
        return FIELDS["measurement"][FIELDS_SHOWN[index.column()]]

    # What the view asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, with the one for the next value."""
        return 0 if parent.isValid() else len(self.ids) + bool(self._next)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(FIELDS_SHOWN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return the name of a column, to the side where its cells are."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        name = FIELDS_SHOWN[section]
        if role == Role.TextAlignmentRole:
            return _RIGHT if name in _NUMBERS else _LEFT
        return tr(FIELDS["measurement"][name].sv) if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be written in."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.writable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows, what is written in it, and all of it in words."""
        if not index.isValid() or not index.row() < self.rowCount():
            return None
        row, column = index.row(), index.column()
        found: Any = None
        match role:
            case Role.DisplayRole:
                found = self._shown(row, column)
            case Role.EditRole:
                found = self._written(row, column)
            case Role.TextAlignmentRole:
                found = _RIGHT if FIELDS_SHOWN[column] in _NUMBERS else _LEFT
            case Role.ToolTipRole:
                found = plain_tooltip(self._shown(row, column))
            case Role.AccessibleTextRole:
                head = tr(FIELDS["measurement"][FIELDS_SHOWN[column]].sv)
                found = f"{head}: {self._shown(row, column) or tr('tomt')}"
        return found

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for a change."""
        entity = self.id_at(index.row())
        if role != Role.EditRole or not entity or not self.writable:
            return False
        if self.is_next(index.row()):
            self._grow()
        self.edit_asked.emit(entity, FIELDS_SHOWN[index.column()], str(value))
        return True

    def _grow(self) -> None:
        """Let the row for the next value be one of the others, with a new one beneath."""
        self.ids.append(self._next)
        self._made.add(self._next)
        self._next = ""
        row = len(self.ids)
        self.beginInsertRows(_NOWHERE, row, row)
        self._next = self._new_id()
        self.endInsertRows()

    def give_up(self, entity: str) -> None:
        """Let go of a row that the plan did not take."""
        if entity in self._made:
            self._made.discard(entity)
            self._forget_gone()

    def _shown(self, row: int, column: int) -> str:
        name, entity = FIELDS_SHOWN[column], self.id_at(row)
        pending = self._pending.get((entity, name))
        if pending is not None:
            return pending
        if self.is_next(row):
            return tr("Nytt värde") if column == 0 else ""
        thing = self._things.get(entity)
        return self._text(thing, name) if thing else ""

    def _text(self, thing: Thing, name: str) -> str:
        """Return what a value has in a field, as people read it."""
        data = thing[name]
        if name == "area":
            return self._areas.name(thing.text("area")) if data else ""
        if name == "value":
            return MISSING if data is None else number_text(float(data))
        if name == "count" and isinstance(data, int | float):
            return f"{number_text(float(data))}{tr(', få') if data < FEW else ''}"
        return shown(FIELDS["measurement"][name], data, self.strategy)

    def _written(self, row: int, column: int) -> str:
        name, entity = FIELDS_SHOWN[column], self.id_at(row)
        pending = self._pending.get((entity, name))
        if pending is not None:
            return pending
        thing = self._things.get(entity)
        if thing is None:
            return ""
        if name in ("area", "value"):
            text = self._shown(row, column)
            return "" if text == MISSING and thing[name] is None else text
        return shown(FIELDS["measurement"][name], thing[name], self.strategy)
