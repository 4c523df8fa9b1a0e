"""The plan as a table to look at, move in, choose in and write in; all of it by keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from nvworkshop.model.text import fold
from ui.desk import Desk
from ui.plan.arrangement import GroupHead
from ui.plan.heads import draw_head
from ui.plan.in_place import Reading
from ui.plan.look import Look
from ui.plan.rows_view import RowsView
from ui.plan.table_model import TableModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_FOLDING = (*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)
_STAY = QItemSelectionModel.SelectionFlag.NoUpdate
_TYPING = 1_000
"""Milliseconds between letters that belong to one search."""


class PlanTable(RowsView):
    """The table and its keys. What it can't do itself it asks for."""

    edit_asked = Signal(str)  # write in the editor beside, in the field named or the first
    fold_asked = Signal(str, bool)  # a group's mark, and whether to fold it
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(
        self, model: TableModel, look: Look, desk: Desk, parent: QWidget | None = None
    ) -> None:
        """Show a model."""
        super().__init__(model, look, desk, parent)
        self._letters = ""
        self._since = QElapsedTimer()
        self._since.start()
        self.delegate.next_asked.connect(self._write_next)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold on a group's line, write on F2, ask for the editor on Enter; move on the rest."""
        key, plain = Qt.Key(event.key()), not event.modifiers()
        head = self.head_here
        if head is not None and key in _FOLDING and plain:
            self._on_head_key(head, key)
        elif key in _ENTER and plain:
            self.edit_asked.emit("")
        elif key == Qt.Key.Key_F2:
            self.write_here()
        elif key == Qt.Key.Key_Left and plain and self.here.column() == 0:
            self._go_to_head()
        elif key in _ENDS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._go_to_end(last=key == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)

    def _on_head_key(self, head: GroupHead, key: Qt.Key) -> None:
        """Fold on Left, unfold on Right, turn on the others; Right goes in when it is open."""
        if key == Qt.Key.Key_Right and not head.collapsed:
            self.step(1)
        elif not (key == Qt.Key.Key_Left and head.collapsed):
            self.fold_asked.emit(head.mark, not head.collapsed)

    def _go_to_head(self) -> None:
        """Go up to the line of the group one is in."""
        for place in range(self.here.row(), -1, -1):
            if self.table.head_at(place) is not None:
                self.setCurrentIndex(self.table.index(place, 0))
                return

    def _go_to_end(self, *, last: bool) -> None:
        """Choose the first row of the table or the last, past the line over its group."""
        places = range(len(self.table.entries))
        rows = map(self.table.row_at, reversed(places) if last else places)
        row = next(filter(None, rows), None)
        if row is not None:
            self.choose([row.thing.id], row.thing.id)
            self.reveal(row.thing.id)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row whose cell in this column begins with what is typed."""
        again = self._since.restart() < _TYPING
        self._letters = self._letters + search if again else search
        wanted, here = fold(self._letters), max(0, self.here.row())
        if not wanted or not self.table.columns:
            return
        name = self.table.columns[max(0, self.here.column())].name
        entries = self.table.entries
        start = here if again else here + 1
        for place in (*range(start, len(entries)), *range(start)):
            row = self.table.row_at(place)
            if row is not None and fold(row.texts.get(name, "")).startswith(wanted):
                self.choose([row.thing.id], row.thing.id)
                self.reveal(row.thing.id)
                return

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold and unfold on a group's line."""
        index = self.indexAt(event.position().toPoint())
        head = self.table.head_at(index.row())
        if head is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.delegate.finish()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(index, _STAY)
        self.fold_asked.emit(head.mark, not head.collapsed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write in the cell."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self.table.row_at(index.row()) is None:
            return
        self.write_here()
        self.delegate.open_list()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what the mouse is over, or of where the keys are."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.here).bottomLeft() + QPoint(self.look.left, 0)
            self.menu_asked.emit(self.viewport().mapToGlobal(at))
        else:
            self.menu_asked.emit(event.globalPos())

    # Writing

    def write_here(self, *, text: str | None = None, said: Reading | None = None) -> None:
        """Open the cell the keys are on, or ask for the editor.

        The editor has the room for long texts, and shows all the values of a conflict.
        """
        row = self.table.row_at(self.here.row())
        if row is None:
            return
        if self.is_torn:
            self.choose([row.thing.id], row.thing.id)
        column = self.table.columns[self.here.column()]
        if not column.in_place or column.name in row.thing.conflicts:
            self.edit_asked.emit(column.name)
        elif self.here.flags() & Qt.ItemFlag.ItemIsEditable:
            if text is not None:
                self.delegate.begin_with(text, said or Reading())
            self.scrollTo(self.here)
            self.edit(self.here)

    def _write_next(self, step: int) -> None:
        """Go on to the next cell of the row that can be written in."""
        columns = self.table.columns
        column = self.here.column() + step
        while 0 <= column < len(columns):
            if columns[column].in_place:
                index = self.table.index(self.here.row(), column)
                self.selectionModel().setCurrentIndex(index, _STAY)
                self.write_here()
                return
            column += step
        self.setFocus()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the lines between rows and those over groups, across them."""
        super().paintEvent(event)
        first = self.rowAt(event.rect().top())
        if first < 0:
            return
        painter = QPainter(self.viewport())
        width, bottom = self.viewport().width(), event.rect().bottom()
        hair, colour, focused = self.look.hair, self.look["line"], self.hasFocus()
        top = self.rowViewportPosition(first)
        for place in range(first, len(self.table.entries)):
            height = self.rowHeight(place)
            head = self.table.head_at(place)
            if head is not None:
                rect = QRect(0, top, width, height)
                on = focused and place == self.here.row()
                draw_head(painter, rect, head, self.look, focused=on)
            painter.fillRect(0, top + height - hair, width, hair, colour)
            top += height
            if top > bottom:
                break
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width, the rows to the columns; the row one is on is seen."""
        super().resizeEvent(event)
        if self.widths.fit():
            self.refit()
        bottom = self.visualRect(self.here).bottom()
        if event.size().height() <= bottom < event.oldSize().height():
            self.scrollTo(self.here)
