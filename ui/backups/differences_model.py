"""What differs from a backup, as a tree: things that can be chosen, and their fields beneath."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.session.comparing import Difference, FieldDifference, What
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]

_LINE = 200
_TIP = 1_000
"""Characters of a cell and of its tooltip; the whole text is read in the boxes beneath."""


class Column(IntEnum):
    """The columns of the tree."""

    WHAT = 0
    THEN = 1
    NOW = 2


class DifferencesModel(QAbstractItemModel):
    """Things in the order of the plan; the internal id of a field is its thing's row plus one."""

    chosen_changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        choosable: bool = True,
        sides: tuple[str, str] = ("", ""),
    ) -> None:
        """Start with nothing; `choosable` lets things be ticked, `sides` name the columns."""
        super().__init__(parent)
        self._choosable = choosable
        self._sides = sides
        self._differences: list[Difference] = []
        self._chosen: set[Key] = set()

    def set_differences(self, differences: Sequence[Difference]) -> None:
        """Show other differences; what was chosen and is still there stays chosen."""
        before = len(self._chosen)
        self.beginResetModel()
        self._differences = list(differences)
        self._chosen &= {one.key for one in differences}
        self.endResetModel()
        if before != len(self._chosen):
            self.chosen_changed.emit()

    @property
    def chosen(self) -> frozenset[Key]:
        """The things chosen to be restored."""
        return frozenset(self._chosen)

    def texts(self, index: Index) -> tuple[str, str, str]:
        """Return what a row is about in full: its name, its value then and now."""
        one = self._thing(index)
        if one is None:
            return "", "", ""
        field = self._field(index)
        if field is None:
            return (_title(one), *self._states(one))
        return f"{_title(one)} – {tr(field.label)}", field.before, field.after

    def key(self, index: Index) -> Key | None:
        """Return the thing a row is about, or None."""
        one = self._thing(index)
        return one.key if one else None

    def row_of(self, key: Key | None) -> int:
        """Return the row of a thing; the first when it is not there."""
        return next((row for row, one in enumerate(self._differences) if one.key == key), 0)

    def is_field(self, index: Index) -> bool:
        """Tell whether a row is a field and not a thing."""
        return index.isValid() and index.internalId() > 0

    # Qt's own

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a thing, or of a field of the thing `parent`."""
        parent = parent if parent is not None else QModelIndex()
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index | None = None) -> Any:
        """Return the thing of a field; with no index the model's own parent."""
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of things, or of the fields of one."""
        if parent is None or not parent.isValid():
            return len(self._differences)
        if parent.internalId() > 0 or parent.column() > 0:
            return 0
        return len(self._differences[parent.row()].fields)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        then, now = self._sides
        return (self.tr("Vad"), then or self.tr("Då"), now or self.tr("Nu"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let things be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_field(index):
            return flags | Qt.ItemFlag.ItemNeverHasChildren
        ticked = self._choosable and index.column() == 0
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticked else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and whether its thing is chosen."""
        one = self._thing(index)
        if one is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shorten(self._cell(index), _LINE)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self._cell(index)[:_TIP])
            case Qt.ItemDataRole.CheckStateRole if self._is_ticked(index):
                on = one.key in self._chosen
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case _:
                return None

    def _is_ticked(self, index: Index) -> bool:
        """Tell whether a cell has a box to tick."""
        return self._choosable and not self.is_field(index) and index.column() == 0

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a thing, or not; this is the screen's own and changes nothing in the plan."""
        one = self._thing(index)
        if one is None or role != Qt.ItemDataRole.CheckStateRole or self.is_field(index):
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen.add(one.key)
        else:
            self._chosen.discard(one.key)
        self.dataChanged.emit(index, index, [role])
        self.chosen_changed.emit()
        return True

    def _cell(self, index: Index) -> str:
        one = self._differences[self._row(index)]
        field = self._field(index)
        if field is None:
            return (_title(one), *self._states(one))[index.column()]
        empty = self.tr("(tomt)")
        return (tr(field.label), field.before or empty, field.after or empty)[index.column()]

    def _states(self, one: Difference) -> tuple[str, str]:
        """Say what has become of a thing."""
        match one.what:
            case What.ADDED:
                return self.tr("fanns inte"), self.tr("ny")
            case What.REMOVED:
                return self.tr("fanns"), self.tr("borttagen")
            case What.CHANGED:
                return "", self.tr("ändrad")

    def _row(self, index: Index) -> int:
        return index.internalId() - 1 if self.is_field(index) else index.row()

    def _thing(self, index: Index) -> Difference | None:
        if not index.isValid() or self._row(index) >= len(self._differences):
            return None
        return self._differences[self._row(index)]

    def _field(self, index: Index) -> FieldDifference | None:
        fields = self._differences[self._row(index)].fields
        return fields[index.row()] if self.is_field(index) and index.row() < len(fields) else None


def _title(one: Difference) -> str:
    number = f" {one.number}" if one.number else ""
    return f"{tr(KINDS[one.kind].sv).capitalize()}{number}: {one.title}"
