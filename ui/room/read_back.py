"""Read-back: who does what by when, as a table, or as two columns when there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor

from nvworkshop.workshop.content import Promise, ReadBack
from ui.room.fitting import Block, Type
from ui.room.pen import Pen, more_height

_MOST, _GAP, _PAD, _BAR, _TRIED = 44.0, 9.0, 26.0, 8.0, 60
_SHARES = (0.46, 0.34, 0.2)
"""How what, who and when share the width of the table."""


def draw_read_back(pen: Pen, room: QRectF, body: ReadBack) -> None:
    """Draw the promises, and under them when the group meets again."""
    foot = _draw_meeting(pen, room, body.next_meeting)
    inside = room.adjusted(0, 0, 0, -foot)
    kind, rows = pen.type, body.promises
    head = kind.line(kind.least) + kind.px(_GAP)
    under = inside.adjusted(0, head, 0, 0)
    size = table_size(kind, under, rows)
    if size is not None:
        _draw_head(pen, inside)
        _draw_table(pen, under, rows, size)
    else:
        _draw_columns(pen, inside, rows)


def table_size(kind: Type, room: QRectF, rows: Sequence[Promise]) -> int | None:
    """Return the largest type in which the whole table has place; None when it never has."""
    if not rows or len(rows) > _TRIED:
        return None

    def fits(size: int) -> bool:
        left = room.height()
        for one in rows:
            left -= _row_height(_row(kind, room, one, size)) + kind.px(2 * _GAP)
            if left < 0:
                return False
        return _unbroken(kind, room, rows, size)

    return kind.largest(fits, _MOST)


def columns_of(kind: Type, room: QRectF, rows: Sequence[Promise]) -> tuple[int, list[QRectF]]:
    """Return the size of two columns of promises, and the places of the newest that fit.

    The places are in the order of the promises; when not all have one, the oldest have none.
    """
    if len(rows) <= _TRIED:

        def fits(size: int) -> bool:
            return len(_packed(kind, room, rows, size)) == len(rows)

        size = kind.largest(fits, _MOST)
        if size is not None:
            return size, _packed(kind, room, rows, size)
    low = room.adjusted(0, 0, 0, -more_height(kind))
    for first in range(max(1, len(rows) - _TRIED), len(rows)):
        places = _packed(kind, low, rows[first:], kind.least)
        if len(places) == len(rows) - first:
            return kind.least, places
    return kind.least, []


def _packed(kind: Type, room: QRectF, rows: Sequence[Promise], size: int) -> list[QRectF]:
    """Return the places of the rows, down the first column and then the second."""
    gap, width = kind.px(2 * _GAP), _half(kind, room)
    found: list[QRectF] = []
    column, top = 0, room.top()
    for one in rows:
        high = min(_entry_height(kind, one, size, width), room.height())
        if top + high > room.bottom() + 0.5:
            column, top = column + 1, room.top()
        if column > 1:
            return found
        left = room.left() + column * (width + kind.px(2 * _PAD))
        found.append(QRectF(left, top, width, high))
        top += high + gap
    return found


def _half(kind: Type, room: QRectF) -> float:
    return (room.width() - kind.px(2 * _PAD)) / 2


def _row(kind: Type, room: QRectF, one: Promise, size: int) -> tuple[Block, Block, Block]:
    what, who, when = (room.width() * share - kind.px(_PAD) for share in _SHARES)
    return (
        kind.block(what_of(one), size, what - kind.px(_BAR + _PAD), bold=True),
        kind.block(who_of(one), size, who),
        kind.block(when_of(one), size, when),
    )


def _row_height(row: tuple[Block, Block, Block]) -> float:
    return max(one.height for one in row)


def _unbroken(kind: Type, room: QRectF, rows: Sequence[Promise], size: int) -> bool:
    """Tell whether no word is wider than its column."""
    texts = (
        [what_of(one) for one in rows],
        [who_of(one) for one in rows],
        [when_of(one) for one in rows],
    )
    return all(
        kind.widest_word(said, size) * 1.08 <= room.width() * share - kind.px(2 * _PAD + _BAR)
        for said, share in zip(texts, _SHARES, strict=True)
    )


def _entry_height(kind: Type, one: Promise, size: int, width: float) -> float:
    inside = width - kind.px(_BAR + _PAD)
    what = kind.block(what_of(one), size, inside, bold=True).height
    return what + kind.block(_said(one), size, inside).height


def _draw_head(pen: Pen, room: QRectF) -> None:
    words = (_tr("Vad"), _tr("Vem"), _tr("När"))
    high, left = pen.type.line(pen.type.least), room.left()
    for n, (word, share) in enumerate(zip(words, _SHARES, strict=True)):
        shift = pen.px(_BAR + _PAD) if n == 0 else 0.0
        place = QRectF(left + shift, room.top(), room.width() * share, high)
        pen.line(place, word, pen.type.least, pen.color("muted"))
        left += room.width() * share


def _draw_table(pen: Pen, room: QRectF, rows: Sequence[Promise], size: int) -> None:
    top = room.top()
    for one in rows:
        row = _row(pen.type, room, one, size)
        high = _row_height(row)
        pen.rule(QPointF(room.left(), top), QPointF(room.right(), top))
        top += pen.px(_GAP)
        _draw_bar(pen, QRectF(room.left(), top, pen.px(_BAR), high), one)
        left = room.left()
        colours = (pen.color("ink"), _colour(pen, one.who), _colour(pen, one.when))
        for n, (block, share) in enumerate(zip(row, _SHARES, strict=True)):
            shift = pen.px(_BAR + _PAD) if n == 0 else 0.0
            pen.block(block, QRectF(left + shift, top, block.width, high), colours[n])
            left += room.width() * share
        top += high + pen.px(_GAP)


def _draw_columns(pen: Pen, room: QRectF, rows: Sequence[Promise]) -> None:
    kind = pen.type
    size, places = columns_of(kind, room, rows)
    rest = len(rows) - len(places)
    for one, place in zip(rows[rest:], places, strict=True):
        _draw_bar(pen, QRectF(place.left(), place.top(), pen.px(_BAR), place.height()), one)
        inside = place.adjusted(pen.px(_BAR + _PAD), 0, 0, 0)
        what = kind.block(what_of(one), size, inside.width(), bold=True)
        inside.setTop(inside.top() + pen.block(what, inside, pen.color("ink")))
        said = kind.block(_said(one), size, inside.width())
        if inside.height() >= said.line * 0.9:
            pen.block(said, inside, _colour(pen, one.who and one.when))
    if rest:
        under = QRectF(room.left(), room.bottom() - pen.more_height, room.width(), pen.more_height)
        pen.more(under, rest)


def _draw_meeting(pen: Pen, room: QRectF, when: str) -> float:
    """Draw when the group meets again at the bottom; return the height it takes."""
    if not when:
        return 0.0
    size = pen.type.size(36)
    high = pen.type.line(size) * 1.2
    place = QRectF(room.left(), room.bottom() - high, room.width(), high)
    said = _tr("Nästa möte: {when}").format(when=when)
    pen.line(place, said, size, pen.color("primary"), bold=True)
    return high + pen.px(_GAP)


def _draw_bar(pen: Pen, place: QRectF, one: Promise) -> None:
    colour = pen.theme.shift_color(one.shift) if one.shift else pen.color("line")
    pen.fill(place, colour, _BAR / 2)


def _colour(pen: Pen, said: str) -> QColor:
    return pen.color("ink" if said else "warning")


def what_of(one: Promise) -> str:
    """Return what is to be done, after its number."""
    return f"{one.number}. {one.what}" if one.number else one.what


def who_of(one: Promise) -> str:
    """Return who does it; says so when nobody is named."""
    return ", ".join(filter(None, (one.who or _tr("huvudman saknas"), one.function)))


def when_of(one: Promise) -> str:
    """Return when it is done; says so when it isn't known."""
    return one.when or _tr("tid saknas")


def _said(one: Promise) -> str:
    return f"{who_of(one)} – {when_of(one)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Room", text)
