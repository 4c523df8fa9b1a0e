"""The table of changes: its columns share the width there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.backups.cell_delegate import CellDelegate
from ui.backups.history_model import Column, HistoryModel
from ui.theme.theme import Theme

_LEAST = 160
_ROW = 29
"""Design pixels of the table and of a row."""

_WHEN = "2026-00-00 00:00"
_SHARES = {Column.WHO: 20, Column.WHAT: 24, Column.FIELD: 16, Column.BEFORE: 20, Column.AFTER: 20}
"""How the columns that are shown share the width that the time leaves."""


class HistoryTable(QTableView):
    """Whole rows are chosen, nothing is written, and Tab goes on to what stands beneath."""

    def __init__(self, model: HistoryModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Ändringar, den nyaste först"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._space()
        theme.changed.connect(self._space)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _space(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self.setMinimumHeight(self._theme.px(_LEAST))
        self._share()

    def _share(self) -> None:
        when = self.fontMetrics().horizontalAdvance(_WHEN) + self._theme.px(24)
        self.setColumnWidth(Column.WHEN, when)
        shown = [one for one in _SHARES if not self.isColumnHidden(one)]
        left = max(0, self.viewport().width() - when)
        for one in shown:
            whole = sum(_SHARES[column] for column in shown)
            self.setColumnWidth(one, left * _SHARES[one] // whole)
