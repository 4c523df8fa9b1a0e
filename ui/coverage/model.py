"""The map as a table model: a cell for each shift and prerequisite, or shift and huvudman."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nvworkshop.workshop.coverage import Cell, Coverage, Label
from ui.coverage.look import Heading
from ui.coverage.words import cell_words, rating_word
from ui.widgets.labels import plain_tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PREREQUISITE = "prerequisites"
PRINCIPAL = "principal"
"""The fields that the rows of the map can stand for."""

_NOWHERE = QModelIndex()


class CoverageModel(QAbstractTableModel):
    """What is asked of it is worked out already."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.coverage = Coverage()
        self.axis = PREREQUISITE

    def show_coverage(self, coverage: Coverage, axis: str) -> None:
        """Show a map with prerequisites or huvudmän as rows."""
        self.beginResetModel()
        self.coverage, self.axis = coverage, axis
        self.endResetModel()

    @property
    def columns(self) -> tuple[Label, ...]:
        """The shifts."""
        return self.coverage.shifts

    @property
    def rows(self) -> tuple[Label, ...]:
        """The prerequisites, or the huvudmän."""
        by_principal = self.axis == PRINCIPAL
        return self.coverage.principals if by_principal else self.coverage.prerequisites

    def cell(self, index: Index) -> Cell:
        """Return a cell."""
        cells = self.coverage.shares if self.axis == PRINCIPAL else self.coverage.cells
        return cells[index.row() * len(self.columns) + index.column()]

    def place_of(self, shift: str, row: str) -> QModelIndex:
        """Return where a shift and a row cross, an invalid index when they don't any more."""
        columns, rows = [one for one, _ in self.columns], [one for one, _ in self.rows]
        if shift in columns and row in rows:
            return self.index(rows.index(row), columns.index(shift))
        return QModelIndex()

    def heading(self, section: int, orientation: Qt.Orientation) -> Heading:
        """Return what a column or a row stands for, and how the group has rated it."""
        lines = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        item, label = lines[section]
        return Heading(item, label, rating_word(self.coverage.rating(item)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of shifts."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the number of actions, and all of the cell in words."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Role.DisplayRole:
            return str(len(cell.actions))
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            words = cell_words(cell, self.columns[index.column()][1], self.rows[index.row()][1])
            return plain_tooltip(words) if role == Role.ToolTipRole else words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return the name of a shift or a row, with its rating for who listens."""
        lines = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(lines):
            return None
        head = self.heading(section, orientation)
        if role == Role.DisplayRole:
            return head.label
        if role == Role.AccessibleTextRole:
            return ". ".join(filter(None, (head.label, head.rating)))
        return None
