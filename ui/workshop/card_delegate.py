"""A row of two lines as a card: what the lists of a workshop with such rows have in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index, Role

Look = tuple[str, str]
"""The role of a font, and the token of a colour."""

MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)

_HIGH = 50


class CardDelegate(QStyledItemDelegate):
    """Draws the chosen row as a card, with a ring when the keys are there."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Draw in a theme."""
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(self._view.viewport().width(), self._theme.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        theme, px = self._theme, self._theme.px
        card = option.rect.adjusted(1, 1, -1, -px(4))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focus = self._view.hasFocus()
            painter.setPen(QPen(theme.color("focus" if focus else "edge"), px(2 if focus else 1)))
            painter.setBrush(theme.color("primary_soft"))
            painter.drawRoundedRect(card, px(8), px(8))
        self.draw(painter, card, index.data(Role.ROW))
        painter.restore()

    def draw(self, painter: QPainter, card: QRect, row: Any) -> None:
        """Draw what a row says, inside its card."""
        raise NotImplementedError

    def halves(self, room: QRect) -> tuple[QRect, QRect]:
        """Return where the two lines stand."""
        top, bottom = QRect(room), QRect(room)
        top.setHeight(room.height() // 2)
        bottom.setTop(top.bottom())
        return top, bottom

    def line(self, painter: QPainter, room: QRect, text: str, look: Look, to: int = MIDDLE) -> int:
        """Draw a line, cut to its room; return its width."""
        role, token = look
        font = QFont(self._theme.font(role))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(room, to, shown)
        return metrics.horizontalAdvance(shown)
