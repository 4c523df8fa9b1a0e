"""How an idea to prioritise is drawn: number, lines of text, and its dots with their number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index, Role
from ui.workshop.idea_model import IdeaRow

_ROW_DOTS, _MOST_DOTS = 5, 10
_PAD, _BAR, _GAP, _NUMBER, _FIGURE = 10, 4, 8, 36, 46
_CLOSE = 28
_DOT, _APART = 7, 11
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


Look = tuple[str, str]
"""The role of a font, and the token of a colour."""


class VoteDelegate(QStyledItemDelegate):
    """Draws one idea; all are as high, so that a thousand are laid out at once.

    `typed` is the number being typed for the chosen idea. A `narrow` list has a line more, and
    leaves the dots to be said by their number.
    """

    def __init__(self, theme: Theme, view: QListView, *, narrow: bool = False) -> None:
        """Draw in a theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._narrow = narrow
        self._lines = 3 if narrow else 2
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the lines."""
        high = self._lines * QFontMetrics(self._theme.font()).lineSpacing() + self._theme.px(14)
        return QSize(self._view.viewport().width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card."""
        row: IdeaRow = index.data(Role.ROW)
        px = self._theme.px
        card = option.rect.adjusted(1, 1, -1, -px(4))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_card(painter, card, row, chosen=chosen)
        left, right = card.left() + px(_PAD + _BAR + _GAP), card.right() - px(_PAD)
        wide = px(_CLOSE if self._narrow else _NUMBER)
        number = QRect(left, card.top(), wide, card.height())
        self._write(painter, number, str(row.number), ("small", "muted"), _MIDDLE)
        right = self._draw_votes(painter, card, right, row, typed=self.typed if chosen else "")
        if row.action and not self._narrow:
            right = self._draw_action(painter, card, right, row)
        room = QRect(number.right(), card.top(), right - number.right(), card.height())
        self._draw_text(painter, room, row.text)
        painter.restore()

    def _draw_card(self, painter: QPainter, card: QRect, row: IdeaRow, *, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        here = chosen and self._view.hasFocus()
        painter.setPen(QPen(theme.color("focus" if chosen else "line"), px(2 if here else 1)))
        painter.setBrush(theme.color("primary_soft" if chosen else "card"))
        painter.drawRoundedRect(card, px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.shift_color(row.mark) if row.mark else theme.color("line"))
        bar = QRect(card.left() + px(8), card.top() + px(8), px(_BAR), card.height() - px(16))
        painter.drawRoundedRect(bar, px(2), px(2))

    def _draw_votes(
        self, painter: QPainter, card: QRect, right: int, row: IdeaRow, *, typed: str
    ) -> int:
        """Draw the number of dots and up to ten of them; return where they begin."""
        theme, px = self._theme, self._theme.px
        wide = px(_CLOSE if self._narrow else _FIGURE)
        room = QRect(right - wide, card.top(), wide, card.height())
        if typed:
            field = room.adjusted(0, px(7), px(4), -px(7))
            painter.setPen(QPen(theme.color("focus"), px(2)))
            painter.setBrush(theme.color("card"))
            painter.drawRoundedRect(field, px(6), px(6))
            self._write(painter, room, f"{typed}|", ("heading", "ink"), _RIGHT)
        else:
            token = "ink" if row.votes else "muted"
            self._write(painter, room, str(row.votes), ("heading", token), _RIGHT)
        if self._narrow:
            return room.left() - px(_GAP)
        left = room.left() - px(_GAP) - px(_APART) * _ROW_DOTS
        self._draw_dots(painter, QPointF(left, card.center().y()), min(row.votes, _MOST_DOTS))
        return left - px(_GAP)

    def _draw_dots(self, painter: QPainter, left: QPointF, count: int) -> None:
        px = self._theme.px
        lines = -(-count // _ROW_DOTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("primary"))
        for n in range(count):
            line, place = divmod(n, _ROW_DOTS)
            x = left.x() + (place + 0.5) * px(_APART)
            y = left.y() + (line - (lines - 1) / 2) * px(_APART)
            radius = px(_DOT) / 2
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _draw_action(self, painter: QPainter, card: QRect, right: int, row: IdeaRow) -> int:
        """Draw which action it has become; return where that begins."""
        theme, px = self._theme, self._theme.px
        said = QCoreApplication.translate("Ideas", "✓ Åtgärd {n}").format(n=row.action)
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(said) + px(2 * _GAP)
        chip = QRect(right - wide, card.center().y() - px(12), wide, px(24))
        painter.setPen(theme.color("ok"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, px(12), px(12))
        self._write(painter, chip, said, ("small", "ok"), _CENTRE)
        return chip.left() - px(_GAP)

    def _draw_text(self, painter: QPainter, room: QRect, text: str) -> None:
        """Draw the lines; the last ends with … when there is more."""
        font = self._theme.font()
        painter.setPen(self._theme.color("ink"))
        painter.setFont(font)
        lines = few_lines(text, font, room.width(), self._lines)
        high = QFontMetrics(font).lineSpacing()
        top = room.center().y() - len(lines) * high / 2
        for n, line in enumerate(lines):
            place = QRectF(room.left(), top + n * high, room.width(), high)
            painter.drawText(place, _MIDDLE, line)

    def _write(self, painter: QPainter, room: QRect, text: str, look: Look, to: int) -> None:
        role, token = look
        painter.setFont(QFont(self._theme.font(role)))
        painter.setPen(self._theme.color(token))
        painter.drawText(room, to, text)


def few_lines(text: str, font: QFont, wide: int, most: int) -> list[str]:
    """Break a text into so many lines at most; "…" tells that there is more."""
    rest = " ".join(text[: most * max(1, wide)].split())  # a letter is a pixel at least
    lines = []
    for _ in range(most - 1):
        first = _first_line(rest, font, wide)
        lines.append(rest[:first].rstrip())
        rest = rest[first:].strip()
        if not rest:
            return lines
    return [*lines, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, wide)]


def _first_line(text: str, font: QFont, wide: int) -> int:
    """Return how many letters stand on the first line."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(wide)
    length = line.textLength() if line.isValid() else len(text)
    layout.endLayout()
    return length
