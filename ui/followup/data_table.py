"""The figures of a picture as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme.theme import Theme
from ui.widgets.style import set_role

_Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_MOST = 12
"""Design pixels of a row, and most rows seen at a time."""


class DataModel(QAbstractTableModel):
    """Rows of text; numbers stand to the right."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.head: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def show_table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show another table."""
        self.beginResetModel()
        self.head, self.rows = head, rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.head)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and how it stands."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(right=index.column() > 0)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.head[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(right=section > 0)
        return None


def _align(*, right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class DataTable(QTableView):
    """A table to read, as high as its rows up to a dozen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.shown = DataModel(self)
        self.setModel(self.shown)
        set_role(self, "figures")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._size()
        theme.changed.connect(self._size)

    def show_table(self, head: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> None:
        """Show another table; `name` is what it is called."""
        self.shown.show_table(head, rows)
        self.setAccessibleName(name)
        self.updateGeometry()

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the rows."""
        rows = min(_MOST, max(1, len(self.shown.rows)))
        high = self.horizontalHeader().sizeHint().height() + rows * self._theme.px(_ROW)
        return QSize(self._theme.px(300), high + self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it scrolls to the sides."""
        return QSize(self._theme.px(160), self.sizeHint().height())
