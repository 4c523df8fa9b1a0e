"""How the map is drawn, in the window and for the room: measures, cards, headings."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from nvworkshop.workshop.breaking import SOFT_HYPHEN
from nvworkshop.workshop.coverage import Cell
from ui.coverage.words import also_word, gap_word
from ui.theme.theme import Theme
from ui.words import tr


class Heading(NamedTuple):
    """What a column or a row stands for; `rating` is "" when the group has not rated it."""

    id: str
    label: str
    rating: str


_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft).value)
_MIDDLE = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter).value)
_HUGE = 100_000
_NBSP = "\u00a0"


class MapLook:
    """Fonts and measures that grow with the size of the text, in pixels."""

    def __init__(self, theme: Theme, text: int, *, tight: bool = False) -> None:
        """Take the size of the names under the numbers; everything else follows.

        `tight` leaves more of the room to the letters, which are to be read from far away.
        """
        self.theme = theme
        self.text = _font(theme, text, QFont.Weight.Normal)
        self.word = _font(theme, text, QFont.Weight.DemiBold)
        self.head = _font(theme, text if tight else round(text * 1.15), QFont.Weight.DemiBold)
        self.number = _font(theme, round(text * (1.6 if tight else 1.9)), QFont.Weight.Bold)
        self.pad = round(text * (0.6 if tight else 0.9))
        self.gap = round(text * (0.4 if tight else 0.6))
        self.radius = round(text * (0.5 if tight else 0.75))
        self.stripe = max(3, round(text * 0.38))

    def card(self, rect: QRect) -> QRect:
        """Return where the card of a cell stands."""
        return rect.adjusted(0, 0, -self.gap, -self.gap)

    def inside(self, rect: QRect) -> QRect:
        """Return where the text of a cell stands."""
        pad = self.pad
        return self.card(rect).adjusted(pad, round(pad * 0.75), -pad, -round(pad * 0.6))

    def cell_height(self, lines: int) -> int:
        """Return the height of a cell with so many lines of names."""
        number = QFontMetrics(self.number).height()
        text = QFontMetrics(self.text).lineSpacing()
        return number + lines * text + round(self.pad * 1.35) + self.gap

    def head_size(self, head: Heading, width: int) -> tuple[int, int]:
        """Return the width of the longest word of a heading, and the height it needs."""
        metrics, small = QFontMetrics(self.head), QFontMetrics(self.text)
        words = [metrics.horizontalAdvance(one) for one in _unbreakable(head.label)]
        wide = max((*words, small.horizontalAdvance(head.rating)), default=0)
        high = metrics.boundingRect(QRect(0, 0, width, _HUGE), _WRAP, head.label).height()
        return wide, high + (small.lineSpacing() if head.rating else 0)


def _unbreakable(label: str) -> list[str]:
    """Return the parts of a label that must have room on a line, with the hyphens they end with."""
    parts = [word.split(SOFT_HYPHEN) for word in label.split()]
    return [f"{one}-" for word in parts for one in word[:-1]] + [word[-1] for word in parts]


def draw_flat(painter: QPainter, rect: QRect, cell: Cell, look: MapLook, *, also: bool) -> None:
    """Draw one cell as a card with a single line: how many actions, or that there is none.

    `also` is whether what supports it stands beside the number.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_card(painter, rect, look, gap=cell.is_gap)
    room = look.inside(rect)
    if cell.is_gap:
        painter.setFont(look.text)
        painter.setPen(look.theme.color("ink"))
        painter.drawText(room.left(), room.top() + QFontMetrics(look.number).ascent(), gap_word())
    else:
        left = _draw_number(painter, room, cell, look)
        _draw_also(painter, room, left, also_word(cell) if also else "", look)
    painter.restore()


def flat_width(cell: Cell, look: MapLook) -> int:
    """Return the width of such a line with what supports it."""
    number = QFontMetrics(look.number).horizontalAdvance(_number_word(cell))
    return number + look.gap + QFontMetrics(look.text).horizontalAdvance(also_word(cell))


def _number_word(cell: Cell) -> str:
    """Return the number of actions, or a dash where there can't be any."""
    quiet = not cell.actions and not cell.is_gap
    return "–" if quiet and not cell.also else str(len(cell.actions))


def _draw_number(painter: QPainter, room: QRect, cell: Cell, look: MapLook) -> int:
    """Draw the number of actions; return where what stands beside it begins."""
    quiet, said = not cell.actions and not cell.is_gap, _number_word(cell)
    big = QFontMetrics(look.number)
    painter.setFont(look.number)
    painter.setPen(look.theme.color("muted" if quiet else "ink"))
    painter.drawText(room.left(), room.top() + big.ascent(), said)
    return room.left() + big.horizontalAdvance(said) + look.gap


def draw_cell(painter: QPainter, rect: QRect, cell: Cell, look: MapLook, offer: str = "") -> None:
    """Draw one cell as a card; `offer` is what can be done in an empty one, where keys are."""
    theme = look.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_card(painter, rect, look, gap=cell.is_gap)
    room = look.inside(rect)
    left = _draw_number(painter, room, cell, look)
    _draw_also(painter, room, left, also_word(cell), look)
    below = room.adjusted(0, QFontMetrics(look.number).height(), 0, 0)
    painter.setFont(look.text)
    painter.setPen(theme.color("ink" if cell.is_gap else "muted"))
    text = gap_word() if cell.is_gap else who_within(cell, look, below)
    painter.drawText(below, _WRAP, text)
    if offer:
        painter.setFont(look.word)
        painter.setPen(theme.color("primary"))
        line = QFontMetrics(look.text).lineSpacing()
        painter.drawText(below.adjusted(0, line, 0, 0), _WRAP, offer)
    painter.restore()


def _draw_card(painter: QPainter, rect: QRect, look: MapLook, *, gap: bool) -> None:
    """Draw the card; a dashed edge says without colour that it is empty."""
    theme = look.theme
    width = max(theme.px(1), look.gap // 8) * (2 if gap else 1)
    edge = QPen(theme.color("warning" if gap else "line"), width)
    if gap:
        edge.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(edge)
    painter.setBrush(theme.color("warning_soft" if gap else "card"))
    half = edge.widthF() / 2
    box = QRectF(look.card(rect)).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, look.radius, look.radius)


def _draw_also(painter: QPainter, room: QRect, left: int, word: str, look: MapLook) -> None:
    """Write how many actions more have to do with the cell, to the right on the number's line."""
    metrics = QFontMetrics(look.text)
    painter.setFont(look.text)
    painter.setPen(look.theme.color("muted"))
    text = metrics.elidedText(word, Qt.TextElideMode.ElideRight, max(0, room.right() - left))
    x = max(left, room.right() - metrics.horizontalAdvance(text))
    painter.drawText(x, room.top() + QFontMetrics(look.number).ascent(), text)


def who_within(cell: Cell, look: MapLook, room: QRect) -> str:
    """Return the huvudmän of a cell that have room, and how many there are besides."""
    if cell.everyone:
        return cell.who
    metrics = QFontMetrics(look.text)
    parts = [f"{name} {number}".replace(" ", _NBSP) for name, number in cell.by]
    for shown in range(len(parts), 0, -1):
        left = len(parts) - shown
        rest = [tr("{n} till").format(n=left).replace(" ", _NBSP)] if left else []
        text = " · ".join(parts[:shown] + rest)
        needs = metrics.boundingRect(QRect(0, 0, room.width(), _HUGE), _WRAP, text)
        if needs.height() <= room.height() + 1 and needs.width() <= room.width():
            return text
    first = parts[0] if parts else ""
    return metrics.elidedText(first, Qt.TextElideMode.ElideRight, room.width())


def draw_column_head(painter: QPainter, rect: QRect, head: Heading, look: MapLook) -> None:
    """Draw a shift's name under a stripe of its colour."""
    theme = look.theme
    card = QRectF(look.card(rect))
    shape = QPainterPath()
    shape.addRoundedRect(card, look.radius, look.radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.fillRect(card, theme.color("card"))
    colour = theme.shift_color(head.id) if head.id else theme.color("edge")
    painter.fillRect(QRectF(card.left(), card.top(), card.width(), look.stripe), colour)
    painter.setClipping(False)
    room = look.card(rect).adjusted(look.pad, look.stripe, -look.pad, 0)
    _draw_head(painter, room, head, look)
    painter.restore()


def draw_row_head(painter: QPainter, rect: QRect, head: Heading, look: MapLook) -> None:
    """Draw the name of a row, in the middle of its height."""
    painter.save()
    _draw_head(painter, look.card(rect).adjusted(0, 0, -round(look.pad / 2), 0), head, look)
    painter.restore()


def _draw_head(painter: QPainter, room: QRect, head: Heading, look: MapLook) -> None:
    small = QFontMetrics(look.text).lineSpacing() if head.rating else 0
    needs = QRect(0, 0, room.width(), _HUGE)
    high = QFontMetrics(look.head).boundingRect(needs, _WRAP, head.label).height()
    top = room.top() + (room.height() - high - small) // 2
    painter.setFont(look.head)
    painter.setPen(look.theme.color("ink" if head.id else "muted"))
    painter.drawText(QRect(room.left(), top, room.width(), high), _MIDDLE, head.label)
    painter.setFont(look.text)
    painter.setPen(look.theme.color("muted"))
    painter.drawText(QRect(room.left(), top + high, room.width(), small), _MIDDLE, head.rating)


def _font(theme: Theme, pixels: int, weight: QFont.Weight) -> QFont:
    font = theme.font("body")
    font.setPixelSize(max(1, pixels))
    font.setWeight(weight)
    return font
