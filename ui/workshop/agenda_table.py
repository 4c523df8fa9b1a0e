"""The agenda to prepare: keys change minutes, order and what is left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme.theme import Theme
from ui.workshop.agenda_model import AgendaModel, Column

_ROW = 34
_STEP = 5


class AgendaTable(QTableView):
    """One row a step."""

    moved = Signal(str, int)
    added = Signal(str)  # after which step
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.steps = AgendaModel(self)
        self._theme = theme
        self.setModel(self.steps)
        self.setAccessibleName(self.tr("Dagordning"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self._size()
        theme.changed.connect(self._size)

    @property
    def chosen(self) -> str:
        """The id of the chosen step, "" for none."""
        row = self.currentIndex().row()
        return self.steps.agenda[row].id if 0 <= row < len(self.steps.agenda) else ""

    def choose(self, step: str) -> None:
        """Choose a step, in the column the keys are in."""
        places = [one.id for one in self.steps.agenda]
        if step in places:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.steps.index(places.index(step), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the chosen step by key; the rest is the table's."""
        step, key = self.chosen, event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if not step or not self.steps.writable:
            super().keyPressEvent(event)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(step, -1 if key == Qt.Key.Key_Up else 1)
        elif event.text() in ("+", "-") and event.text():
            self._change_minutes(_STEP if event.text() == "+" else -_STEP)
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key == Qt.Key.Key_Insert:
            self.added.emit(step)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _change_minutes(self, by: int) -> None:
        here = self.steps.index(self.currentIndex().row(), Column.MINUTES)
        minutes = self.steps.agenda[here.row()].minutes
        self.steps.setData(here, str(max(0, minutes + by)))

    def _toggle(self) -> None:
        here = self.steps.index(self.currentIndex().row(), Column.TITLE)
        skipped = self.steps.agenda[here.row()].skipped
        state = Qt.CheckState.Checked if skipped else Qt.CheckState.Unchecked
        self.steps.setData(here, state, Qt.ItemDataRole.CheckStateRole)

    def _size(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        for column, width in ((Column.CLOCK, 76), (Column.TITLE, 230), (Column.MINUTES, 56)):
            self.setColumnWidth(column, px(width))
        self.setMinimumHeight(px(6 * _ROW))
