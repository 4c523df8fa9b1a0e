"""Read-back: who does what by when, as a table or as two columns, page by page when many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from nvworkshop.workshop.content import PAGE, Promise, ReadBack, pages
from ui.room.fitting import Block, Type
from ui.room.pen import Pen
from ui.words import tr

_MOST, _GAP, _PAD, _BAR, _MEETING = 44.0, 9.0, 26.0, 8.0, 36
_SHARES = (0.46, 0.34, 0.2)
"""How what, who and when share the width of the table."""


def draw_read_back(pen: Pen, room: QRectF, body: ReadBack) -> None:
    """Draw a page of the promises, and under them when the group meets again and which page."""
    kind = pen.type
    shown = page_of(kind, room, body)
    _draw_foot(pen, room, body.next_meeting, page_words(shown))
    inside = _above_foot(kind, room, foot=bool(body.next_meeting) or shown.of > 1)
    under = _under_head(kind, inside)
    size = table_size(kind, under, shown.rows)
    if size is not None:
        _draw_head(pen, inside)
        _draw_table(pen, under, shown.rows, size)
    else:
        _draw_columns(pen, inside, shown.rows)


@dataclass(frozen=True, slots=True)
class Page:
    """The promises that are shown together, and which page of how many it is."""

    rows: Sequence[Promise]
    number: int = 1
    of: int = 1


def page_of(kind: Type, room: QRectF, body: ReadBack) -> Page:
    """Return the page of the promise that is looked at; all there is stands on few pages."""
    if body.next_meeting:
        room = _above_foot(kind, room, foot=True)
    whole = pages(len(body.promises)) or [range(0)]
    if len(whole) == 1 and _has_place(kind, room, body.promises):
        return Page(body.promises)
    low = room if body.next_meeting else _above_foot(kind, room, foot=True)
    for most in range(PAGE, 0, -1):
        whole = pages(len(body.promises), most)
        each = [body.promises[one.start : one.stop] for one in whole]
        if most == 1 or all(_has_place(kind, low, one) for one in each):
            break
    here = next((n for n, one in enumerate(whole) if body.looked_at in one), 0)
    return Page(each[here], here + 1, len(whole)) if each else Page(())


def page_words(page: Page) -> str:
    """Return "Sida 1 av 3", "" when there is only one."""
    if page.of == 1:
        return ""
    return tr("Sida {here} av {of}").format(here=page.number, of=page.of)


def _has_place(kind: Type, room: QRectF, rows: Sequence[Promise]) -> bool:
    """Tell whether the rows have place in type that can be read, as a table or as two columns."""
    if table_size(kind, _under_head(kind, room), rows) is not None:
        return True
    return len(_packed(kind, room, rows, kind.least)) == len(rows)


def _under_head(kind: Type, room: QRectF) -> QRectF:
    return room.adjusted(0, kind.line(kind.least) + kind.px(_GAP), 0, 0)


def _above_foot(kind: Type, room: QRectF, *, foot: bool) -> QRectF:
    return room.adjusted(0, 0, 0, -_foot_height(kind) - kind.px(_GAP) if foot else 0)


def _foot_height(kind: Type) -> float:
    return kind.line(kind.size(_MEETING)) * 1.2


def table_size(kind: Type, room: QRectF, rows: Sequence[Promise]) -> int | None:
    """Return the largest type in which the whole table has place; None when it never has."""
    if not rows:
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
    """Return the size of two columns of promises, and their places."""

    def fits(size: int) -> bool:
        return len(_packed(kind, room, rows, size)) == len(rows)

    size = kind.largest(fits, _MOST) or kind.least
    return size, _packed(kind, room, rows, size)


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
    words = (tr("Vad"), tr("Vem"), tr("När"))
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
    for one, place in zip(rows, places, strict=True):
        _draw_bar(pen, QRectF(place.left(), place.top(), pen.px(_BAR), place.height()), one)
        inside = place.adjusted(pen.px(_BAR + _PAD), 0, 0, 0)
        what = kind.block(what_of(one), size, inside.width(), bold=True)
        inside.setTop(inside.top() + pen.block(what, inside, pen.color("ink")))
        said = kind.block(_said(one), size, inside.width())
        if inside.height() >= said.line * 0.9:
            pen.block(said, inside, _colour(pen, one.who and one.when))


def _draw_foot(pen: Pen, room: QRectF, when: str, page: str) -> None:
    """Draw at the bottom when the group meets again, and to the right which page is shown."""
    high = _foot_height(pen.type)
    place = QRectF(room.left(), room.bottom() - high, room.width(), high)
    if page:
        right = Qt.AlignmentFlag.AlignRight
        used = pen.line(place, page, pen.type.least, pen.color("muted"), bold=True, to=right)
        place.setRight(place.right() - used - pen.px(40))
    if when:
        said, size = tr("Nästa möte: {when}").format(when=when), pen.type.size(_MEETING)
        pen.line(place, said, size, pen.color("primary"), bold=True)


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
    return ", ".join(filter(None, (one.who or tr("huvudman saknas"), one.function)))


def when_of(one: Promise) -> str:
    """Return when it is done; says so when it isn't known."""
    return one.when or tr("tid saknas")


def _said(one: Promise) -> str:
    return f"{who_of(one)} – {when_of(one)}"
