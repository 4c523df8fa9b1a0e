"""How an idea is drawn: a bar in the shift's colour, number, text, whose it is, dots, action."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Role
from ui.words import tr
from ui.workshop.idea_model import IdeaRow

_BAR, _PAD, _GAP, _NUMBER = 4, 12, 8, 34
_RIGHT_SHARE = 0.42
"""Of the width: the most that stands to the right of the text."""

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class IdeaDelegate(QStyledItemDelegate):
    """Draws one idea as a card; as high as its text needs."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        """Draw in a theme."""
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._heights: dict[IdeaRow, int] = {}  # asked for all, each time one comes
        self._widths: dict[str, int] = {}
        self._forget()
        theme.changed.connect(self._forget)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the text in the list's width."""
        row: IdeaRow = index.data(Role.ROW)
        if self._view.width() != self._measured:
            self._forget()
        if row not in self._heights:
            self._heights[row] = self._high(row)
        return QSize(self._wide, self._heights[row])

    def _high(self, row: IdeaRow) -> int:
        room = self._wide - 2 - self._beside - self._right(row, self._wide)
        high = self._metrics.boundingRect(0, 0, room, 10_000, _WRAP, row.text).height()
        return max(high, self._line) + self._above

    def _forget(self) -> None:
        """Measure the texts anew, in a width that is the same with a scroll bar and without."""
        self._measured = self._view.width()
        inside = self._view.contentsRect().width()
        self._wide = inside - self._view.verticalScrollBar().sizeHint().width()
        px = self._theme.px
        self._beside, self._above = px(2 * _PAD + _BAR + 4 + _NUMBER), px(2 * _PAD + 6)
        self._gap, self._line = px(6), px(22)
        self._heights.clear()
        self._widths.clear()
        self._metrics = QFontMetrics(self._theme.font())
        self._small = QFontMetrics(self._theme.font("small"))

    def _width(self, text: str) -> int:
        """Return the room that a part to the right of the text takes."""
        if text not in self._widths:
            room = self._theme.px(2 * _GAP)
            self._widths[text] = self._small.horizontalAdvance(text) + room
        return self._widths[text]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card."""
        row: IdeaRow = index.data(Role.ROW)
        theme, px = self._theme, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        card = option.rect.adjusted(1, 1, -1, -px(5))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.color("focus" if chosen else "line")))
        painter.setBrush(theme.color("primary_soft" if chosen else "card"))
        painter.drawRoundedRect(card, px(8), px(8))
        self._draw_bar(painter, card, row)
        self._draw_text(painter, card, row)
        self._draw_right(painter, card, row)
        painter.restore()

    def _draw_bar(self, painter: QPainter, card: QRect, row: IdeaRow) -> None:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        colour = self._theme.shift_color(row.mark) if row.mark else self._theme.color("line")
        painter.setBrush(colour)
        bar = QRect(card.left() + px(8), card.top() + px(8), px(_BAR), card.height() - px(16))
        painter.drawRoundedRect(bar, px(2), px(2))

    def _draw_text(self, painter: QPainter, card: QRect, row: IdeaRow) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        left = card.left() + px(_PAD + _BAR + 4)
        number = QRect(left, card.top(), px(_NUMBER), card.height())
        painter.drawText(number, _MIDDLE, str(row.number))
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("ink"))
        painter.drawText(self._text_room(card, row), _WRAP, row.text)

    def _draw_right(self, painter: QPainter, card: QRect, row: IdeaRow) -> None:
        font = self._theme.font("small")
        painter.setFont(font)
        px = self._theme.px
        right = card.right() - px(_PAD)
        for text, token in reversed(self._fitting(row, card.width())):
            wide = self._width(text)
            chip = QRect(right - wide, card.center().y() - px(12), wide, px(24))
            painter.setPen(self._theme.color(token))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip, px(12), px(12))
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
            right -= wide + px(6)

    def _text_room(self, card: QRect, row: IdeaRow) -> QRect:
        pad = self._theme.px(_PAD)
        right = self._right(row, card.width()) + pad
        return card.adjusted(self._beside - pad, pad // 2, -right, -pad // 2)

    def _right(self, row: IdeaRow, wide: int) -> int:
        """Return the room that what stands to the right takes."""
        return sum(self._width(text) + self._gap for text, _ in self._fitting(row, wide))

    def _fitting(self, row: IdeaRow, wide: int) -> list[tuple[str, str]]:
        """Return what has room to the right of the text: the action before votes before parties."""
        left = round(wide * _RIGHT_SHARE)
        fitting: list[tuple[str, str]] = []
        for part in reversed(_right_parts(row)):
            left -= self._width(part[0]) + self._gap
            if left < 0 and fitting:
                break
            fitting.insert(0, part)
        return fitting


def _right_parts(row: IdeaRow) -> list[tuple[str, str]]:
    """Return what stands to the right, with the colour of each."""
    parts = [(one, "muted") for one in row.parties]
    if row.votes:
        parts.append((tr("● {n}").format(n=row.votes), "primary"))
    if row.action:
        parts.append((tr("✓ Åtgärd {n}").format(n=row.action), "ok"))
    return parts
