"""A text to read together: the målbild, the rules of the day, thanks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from nvworkshop.workshop.content import Statement
from ui.room.fitting import Block, Type, count_fitting
from ui.room.pen import Pen, more_height

_MOST, _GAP, _BULLET = 58.0, 22.0, 44.0
_LARGER = 1.2
"""How much larger what is emphasised is."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The texts in a size, and how many of the lines have place."""

    emphasis: Block | None
    lines: tuple[Block, ...]
    shown: int


def draw_statement(pen: Pen, room: QRectF, body: Statement) -> None:
    """Draw the emphasised text, then the lines as points."""
    layout = lay_statement(pen.type, room, body)
    gap, bullet, top = pen.px(_GAP), pen.px(_BULLET), room.top()
    if layout.emphasis is not None:
        place = QRectF(room.left(), top, room.width(), room.height())
        top += pen.block(layout.emphasis, place, pen.color("primary")) + 2 * gap
    for line in layout.lines[: layout.shown]:
        side = pen.px(12)
        middle = QPointF(room.left() + side, top + line.line / 2)
        dot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        pen.fill(dot, pen.color("primary"), side)
        place = QRectF(room.left() + bullet, top, room.width() - bullet, room.bottom() - top)
        top += pen.block(line, place, pen.color("ink")) + gap
    if layout.shown < len(layout.lines):
        left = room.left() + bullet
        place = QRectF(left, top, room.right() - left, pen.more_height)
        pen.more(place, len(layout.lines) - layout.shown)


def lay_statement(kind: Type, room: QRectF, body: Statement) -> Layout:
    """Return the texts in the largest type in which all have place."""

    def laid(size: int) -> Layout:
        gap = kind.px(_GAP)
        left = room.height()
        emphasis = None
        if body.emphasis:
            larger = round(size * _LARGER)
            emphasis = kind.block(body.emphasis, larger, room.width(), bold=True)
            left -= emphasis.height_in(left) + 2 * gap
        inside = room.width() - kind.px(_BULLET)
        lines = tuple(kind.block(one, size, inside) for one in body.lines)
        high = [one.height for one in lines]
        return Layout(emphasis, lines, count_fitting(high, gap, left, more_height(kind)))

    size = kind.largest(lambda one: laid(one).shown == len(body.lines), _MOST)
    return laid(size or kind.least)
