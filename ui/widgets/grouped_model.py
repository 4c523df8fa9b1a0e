"""Rows under headings, as a table: what it shows is ready-made lines of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.labels import plain_tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class GroupedLine:
    """One row; `key` names it, and a heading has none. `tones` are tokens of cells by column.

    `cells` are on one line each; `whole` are the same in full where they were cut.
    """

    key: str
    cells: tuple[str, ...]
    tones: tuple[tuple[int, str], ...] = ()
    whole: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it only says what the rows beneath have in common."""
        return not self.key


class GroupedModel(QAbstractTableModel):
    """Shows lines; nothing is written in them."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        """Start empty; `heads` are the names of the columns."""
        super().__init__(parent)
        self.heads = tuple(heads)
        self.lines: tuple[GroupedLine, ...] = ()

    def show_lines(self, lines: Sequence[GroupedLine]) -> None:
        """Show other lines; the same rows with other words stay where they are."""
        new = tuple(lines)
        if [one.key or one for one in new] != [one.key or one for one in self.lines]:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return
        before, self.lines = self.lines, new
        for row, (old, line) in enumerate(zip(before, new, strict=True)):
            if old != line:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))

    def line(self, row: int) -> GroupedLine | None:
        """Return a line, None outside the table."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, key: str) -> int:
        """Return the row of a key, -1 when it is not there."""
        return next((n for n, one in enumerate(self.lines) if key and one.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        shown = orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole
        return self.heads[section] if shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keys pass over headings."""
        line = self.line(index.row())
        if line is None or line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the words of a cell; all of them in its tooltip, and with its column for ears."""
        line = self.line(index.row()) if index.isValid() else None
        column = index.column()
        if line is None or column >= len(line.cells):
            return None
        text = line.cells[column]
        whole = line.whole[column] if line.whole else text
        match role:
            case Role.DisplayRole:
                return text
            case Role.ToolTipRole:
                return plain_tooltip(whole)
            case Role.AccessibleTextRole:
                return whole if line.is_heading else f"{self.heads[column]}: {whole or '–'}"
        return None
