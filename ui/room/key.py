"""What the numbers in the matrix are, and which ideas still wait for a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF

from nvworkshop.workshop.content import Matrix
from ui.room.fitting import Block, Type, count_fitting
from ui.room.pen import Pen, more_height

_MOST, _GAP = 38.0, 12.0
_TRIED = 60
"""Texts for which a place is looked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A number and its text; a heading has no number."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The size, the most lines of a text (0: all), and how many entries have place."""

    size: int
    lines: int
    shown: int


def entries_of(body: Matrix) -> list[Entry]:
    """Return what is placed and, under a heading, what waits."""
    placed = [Entry(str(one.number), one.text) for one in body.points]
    if not body.waiting:
        return placed
    heading = Entry("", QCoreApplication.translate("Room", "Inte placerade än"))
    return [*placed, heading, *(Entry(str(one.number), one.text) for one in body.waiting)]


def draw_key(pen: Pen, room: QRectF, body: Matrix) -> None:
    """Draw the entries in the largest type that has place for all, or as many as fit."""
    entries = entries_of(body)
    if not entries:
        return
    layout = lay_key(pen.type, room, entries)
    gutter, top = _gutter(pen.type, entries, layout.size), room.top()
    for one in entries[: layout.shown]:
        high = _height(pen.type, room, one, layout, gutter)
        left = gutter if one.number else 0.0
        before = 0.0 if one.number else pen.px(_GAP)
        number = QRectF(room.left(), top, gutter, pen.type.line(layout.size))
        pen.line(number, one.number, layout.size, pen.color("primary"), bold=True)
        text = _block(pen.type, room, one, layout.size, gutter)
        place = QRectF(room.left() + left, top + before, room.width() - left, high - before)
        pen.block(text, place, pen.color("ink" if one.number else "muted"))
        top += high + pen.px(_GAP)
    rest = sum(bool(one.number) for one in entries[layout.shown :])
    if rest:
        pen.more(QRectF(room.left(), top, room.width(), pen.more_height), rest)


def lay_key(kind: Type, room: QRectF, entries: Sequence[Entry]) -> Layout:
    """Return the largest type with whole texts; else whole ones, or one line each, that fit."""
    if len(entries) <= _TRIED:

        def fits(size: int) -> bool:
            return _shown(kind, room, entries, Layout(size, 0, 0)) == len(entries)

        size = kind.largest(fits, _MOST)
        if size is not None:
            return Layout(size, 0, len(entries))
    short = Layout(kind.least, 1, 0)
    shown = _shown(kind, room, entries, short)
    if shown < len(entries) and not entries[shown - 1].number:
        shown -= 1  # a heading stands over something
    return Layout(short.size, short.lines, max(0, shown))


def _shown(kind: Type, room: QRectF, entries: Sequence[Entry], layout: Layout) -> int:
    gutter = _gutter(kind, entries, layout.size)
    tried = entries[: _TRIED + 1]
    high = [_height(kind, room, one, layout, gutter) for one in tried]
    return count_fitting(high, kind.px(_GAP), room.height(), more_height(kind))


def _height(kind: Type, room: QRectF, one: Entry, layout: Layout, gutter: float) -> float:
    block = _block(kind, room, one, layout.size, gutter)
    lines = min(block.lines, layout.lines) if layout.lines else block.lines
    return max(1, lines) * block.line + (0.0 if one.number else kind.px(_GAP))


def _block(kind: Type, room: QRectF, one: Entry, size: int, gutter: float) -> Block:
    left = gutter if one.number else 0.0
    return kind.block(one.text, size, room.width() - left, bold=not one.number)


def _gutter(kind: Type, entries: Sequence[Entry], size: int) -> float:
    longest = max(len(one.number) for one in entries)
    return kind.width("0" * longest, size, bold=True) + kind.px(18)
