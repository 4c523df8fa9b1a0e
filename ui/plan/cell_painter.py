"""How a cell of the table is drawn: its sign, at most two lines of text, and what was searched."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
)

from nvworkshop.session.rows import Row
from ui.plan.cells import Cell, Mark, hidden_conflicts
from ui.plan.look import Look
from ui.plan.symbols import draw_mark, draw_status, status_token
from ui.plan.table_model import Index, TableModel
from ui.widgets.labels import plain_tooltip
from ui.words import tr

_TOKENS = {
    Mark.MISSING: "warning",
    Mark.UNDECIDED: "warning",
    Mark.UNREADABLE: "warning",
    Mark.CONFLICT: "warning",
    Mark.OVERDUE: "danger",
}
_COLOURED = (Mark.MISSING, Mark.OVERDUE)
_MOST_TOLD = 1_000
"""Most characters of a text in a tooltip."""
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus


class CellPainter:
    """Draws the cells of rows; the view draws the lines over groups.

    Stands before the delegate it paints for, which gives it the model, the look and the words that
    are searched for; of no Qt class itself, so that the signals are those of that one.
    """

    look: Look
    words: tuple[str, ...] = ()
    _model: TableModel

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; the lines between rows are the view's."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        look, rect, state = self.look, option.rect, option.state
        selected = bool(state & _SELECTED)
        if selected:
            painter.fillRect(rect, look["selection"])
        cell = self._shown(row, index)
        self._draw(painter, rect, cell, ink=look["on_selection" if selected else "ink"])
        if state & _FOCUSED:
            self._draw_ring(painter, rect)

    def _shown(self, row: Row, index: Index) -> Cell:
        """Return the cell; a title also shows a conflict in what has no column."""
        cell = self._model.cell(index)
        if not row.thing.conflicts or cell.mark is not Mark.NONE:
            return cell
        columns = self._model.columns
        if columns[index.column()].name != "title":
            return cell
        hidden = hidden_conflicts(row, frozenset(one.name for one in columns))
        return Cell(cell.text, Mark.CONFLICT) if hidden else cell

    def text_rect(self, rect: QRect, cell: Cell) -> QRect:
        """Return where the text of a cell stands."""
        look = self.look
        after = look.symbol + look.gap if cell.mark is not Mark.NONE else 0
        return rect.adjusted(look.left + after, look.top, -look.right, -look.hair)

    def lines(self, rect: QRect, cell: Cell, text: str) -> tuple[str, ...]:
        """Return the lines of text that the cell has room for."""
        room = self.text_rect(rect, cell)
        most = min(self.look.most_lines, max(1, (room.height() + 2) // self.look.line))
        return self.look.lines_of(text, max(1, room.width()), most)

    def _draw(self, painter: QPainter, rect: QRect, cell: Cell, *, ink: QColor) -> None:
        look = self.look
        text = tr("saknas") if cell.mark is Mark.MISSING else cell.text
        if not text and cell.mark is Mark.NONE:
            return
        if cell.mark is not Mark.NONE:
            self._draw_sign(painter, rect, cell)
        if cell.mark in _COLOURED:
            ink = look[_TOKENS[cell.mark]]
        elif cell.mark is Mark.STATUS and cell.status == "delayed":
            ink = look["danger"]
        painter.setFont(look.font)
        room = self.text_rect(rect, cell)
        top = room.top()
        for line in self.lines(rect, cell, text):
            if self.words:
                self._draw_found(painter, line, room.left(), top)
            painter.setPen(look["muted"] if cell.quiet else ink)
            painter.drawStaticText(room.left(), top, look.static(line))
            top += look.line

    def _draw_sign(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        look = self.look
        size = look.symbol
        middle = rect.top() + look.top + look.line / 2
        box = QRectF(rect.left() + look.left, middle - size / 2, size, size)
        painter.save()
        if cell.mark is Mark.STATUS:
            draw_status(painter, box, cell.status, look[status_token(cell.status)])
        else:
            draw_mark(painter, box, cell.mark, look[_TOKENS[cell.mark]], look["card"])
        painter.restore()

    def _draw_found(self, painter: QPainter, line: str, left: int, top: int) -> None:
        """Mark what was searched for, where it stands as it was typed."""
        look, folded = self.look, line.casefold()
        if len(folded) != len(line):
            return
        for word in self.words:
            start = folded.find(word)
            while start >= 0:
                x = left + look.metrics.horizontalAdvance(line[:start])
                width = look.metrics.horizontalAdvance(line[start : start + len(word)])
                painter.fillRect(QRect(x, top, width, look.line), look["warning_soft"])
                start = folded.find(word, start + len(word))

    def _draw_ring(self, painter: QPainter, rect: QRect) -> None:
        """Draw the ring around the cell that the keys are for."""
        ring, inner = self.look.ring, QRect(rect)
        for _ in range(ring):
            painter.setPen(self.look["focus"])
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
            inner.adjust(1, 1, -1, -1)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole of a text that has no room, and what a mark means."""
        row = self._model.row_at(index.row())
        if row is None:
            return False
        cell = self._shown(row, index)
        rect = view.visualRect(index)
        said = [self._model.remark(index)]
        if "…" in "".join(self.lines(rect, cell, cell.text)):
            whole = str(self._model.data(index, Qt.ItemDataRole.EditRole))
            said.insert(0, shorten_text(whole))
        QToolTip.showText(event.globalPos(), plain_tooltip("\n\n".join(filter(None, said))), view)
        return True


def shorten_text(text: str) -> str:
    """Return as much of a text as a tooltip holds."""
    return text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD]}…"
