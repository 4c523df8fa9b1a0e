"""A text to read together: the målbild, the rules of the day, thanks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from nvworkshop.workshop.content import Statement
from ui.room.fitting import Block, Type, count_fitting
from ui.room.pen import Pen

_MOST, _GAP, _BULLET = 58.0, 22.0, 44.0
_SHARE = 0.6
"""The most of the room that what is emphasised has over the lines."""

_LARGER = 1.2
"""How much larger what is emphasised is."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The texts in a size, and the rooms they have."""

    emphasis: Block | None
    over: QRectF
    lines: tuple[Block, ...]
    under: QRectF
    gap: float

    @property
    def fits(self) -> bool:
        """Whether every text is whole."""
        used = sum(one.height for one in self.lines) + self.gap * (len(self.lines) - 1)
        over = self.emphasis.height if self.emphasis else 0.0
        return over <= self.over.height() and used <= self.under.height()


def draw_statement(pen: Pen, room: QRectF, body: Statement) -> None:
    """Draw the emphasised text, then the lines as points."""
    layout = lay_statement(pen.type, room, body)
    if layout.emphasis is not None:
        pen.block(layout.emphasis, layout.over, pen.color("primary"))
    if not layout.lines:
        return
    under, more = layout.under, pen.more_height
    high = [one.height for one in layout.lines]
    count = max(1, count_fitting(high, layout.gap, under.height(), more))  # the first may be cut
    rest = len(layout.lines) - count
    bottom = under.bottom() - (more if rest else 0.0)
    left, top, side = under.left() + pen.px(_BULLET), under.top(), pen.px(12)
    for line in layout.lines[:count]:
        dot = QRectF(under.left() + side / 2, top + (line.line - side) / 2, side, side)
        pen.fill(dot, pen.color("primary"), side)
        place = QRectF(left, top, under.right() - left, bottom - top)
        top += pen.block(line, place, pen.color("ink")) + layout.gap
    if rest:
        pen.more(QRectF(left, bottom, under.right() - left, more), rest)


def lay_statement(kind: Type, room: QRectF, body: Statement) -> Layout:
    """Return the texts in the largest type in which all have place, or in the least."""

    def laid(size: int) -> Layout:
        gap, over, under = kind.px(_GAP), QRectF(room), QRectF(room)
        emphasis = None
        if body.emphasis:
            emphasis = kind.block(body.emphasis, round(size * _LARGER), room.width(), bold=True)
            if body.lines:
                over.setHeight(room.height() * _SHARE)
            under.setTop(room.top() + emphasis.height_in(over.height()) + 2 * gap)
        inside = room.width() - kind.px(_BULLET)
        lines = tuple(kind.block(one, size, inside) for one in body.lines)
        return Layout(emphasis, over, lines, under, gap)

    return laid(kind.largest(lambda size: laid(size).fits, _MOST) or kind.least)
