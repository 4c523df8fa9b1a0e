"""The agenda to prepare: keys change minutes, order and what is left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.theme.theme import Theme
from ui.workshop.agenda_delegate import AgendaDelegate
from ui.workshop.agenda_model import Column
from ui.workshop.held_agenda import HeldAgenda

_ROW = 34
_LEAST = 3
_MORE = 5
"""Design pixels of a row, fewest rows seen, and minutes that + adds."""

_WIDTHS = ((Column.CLOCK, 76), (Column.TITLE, 230), (Column.MINUTES, 56))
_MINUTES = {"+": _MORE, "-": -_MORE, "−": -_MORE}


class AgendaTable(QTableView):
    """One row a step; a row is dragged to another place, or moved by keys."""

    lengthened = Signal(str, int)  # a step, by minutes
    moved = Signal(str, int)
    added = Signal()
    removed = Signal(str)
    kept = Signal(str)  # Ctrl+Enter: the text of a step is to be kept in spite of what is said

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.steps = HeldAgenda(self)
        self._theme = theme
        self.setModel(self.steps)
        self.setItemDelegate(AgendaDelegate(theme, self))
        self.setAccessibleName(self.tr("Dagordning"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.steps.move_asked.connect(self.moved)
        self._size()
        theme.changed.connect(self._size)

    @property
    def chosen(self) -> str:
        """The id of the chosen step, "" for none."""
        row = self.currentIndex().row()
        return self.steps.agenda[row].id if 0 <= row < len(self.steps.agenda) else ""

    def choose(self, step: str, column: Column | None = None) -> None:
        """Choose a step, in the column the keys are in unless another is said."""
        places = [one.id for one in self.steps.agenda]
        if step in places:
            here = max(Column.TITLE, self.currentIndex().column()) if column is None else column
            self.setCurrentIndex(self.steps.index(places.index(step), here))

    def write(self) -> None:
        """Write in the cell the keys are in; in the minutes where nothing can be written."""
        here = self.currentIndex()
        if not here.flags() & Qt.ItemFlag.ItemIsEditable:
            here = here.siblingAtColumn(Column.MINUTES)
            self.setCurrentIndex(here)
        if here.isValid():
            self.edit(here)

    def finish(self) -> None:
        """Keep what is being written in a cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the chosen step by key; the rest is the table's."""
        writing = self.state() == QAbstractItemView.State.EditingState
        mine = self.chosen and self.steps.writable and not writing
        if not (mine and self._do(event)):
            super().keyPressEvent(event)

    def _do(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means something."""
        step, key, text = self.chosen, event.key(), event.text()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if not alt:
                return False
            self.moved.emit(step, -1 if key == Qt.Key.Key_Up else 1)
        elif text in _MINUTES:
            self.lengthened.emit(step, _MINUTES[text])
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl and self.steps.holds(step):
            self.kept.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write()
        else:
            self._go_to_minutes(text)
            return False
        return True

    def _go_to_minutes(self, text: str) -> None:
        """Let figures typed where nothing can be written be minutes."""
        here = self.currentIndex()
        if text.isdecimal() and not here.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(here.siblingAtColumn(Column.MINUTES))

    def _toggle(self) -> None:
        here = self.steps.index(self.currentIndex().row(), Column.TITLE)
        skipped = self.steps.agenda[here.row()].skipped
        state = Qt.CheckState.Checked if skipped else Qt.CheckState.Unchecked
        self.steps.setData(here, state, Qt.ItemDataRole.CheckStateRole)

    def _size(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        header = self.horizontalHeader()
        for column, width in _WIDTHS:
            self.setColumnWidth(column, max(px(width), header.sectionSizeHint(column)))
        self.setMinimumHeight(px(_LEAST * _ROW))
