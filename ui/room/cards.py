"""Ideas as cards beside and under each other, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor

from nvworkshop.workshop.content import Card, Cards
from ui.room.fitting import Type
from ui.room.pen import Pen, more_height

_MOST, _GAP, _PAD, _BAR = 54.0, 0.4, 0.42, 14.0
"""Largest type, gap and padding in shares of the type, and the width of a bar."""

_COLUMNS = (2, 3, 1)
"""Cards beside each other, in the order they are wished for."""

_TRIED = 48
"""Cards for which a place is looked for; no picture holds more of the smallest type."""

_ALIKE = 0.88
"""How large type in wished columns has to be beside that in others."""

_DOTS = 12
"""Votes that are drawn as dots; the figure beside them counts all."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the first cards stand, and in what size."""

    size: int
    places: tuple[QRectF, ...]
    gutter: float
    """The pixels that the numbers have."""


def draw_cards(pen: Pen, room: QRectF, body: Cards, item: str) -> None:
    """Draw as many as fit, as large as they can be; say how many more there are."""
    if not body.cards:
        return
    first, layout = page_of(pen.type, room, body)
    shown = zip(range(first, len(body.cards)), layout.places, strict=False)
    for n, place in shown:
        _draw(pen, place, body.cards[n], layout, pen.item(item), marked=n == body.looked_at)
    rest = len(body.cards) - len(layout.places)
    if rest:
        under = layout.places[-1].bottom() + pen.px(8)
        pen.more(QRectF(room.left(), under, room.width(), pen.more_height), rest)


def page_of(kind: Type, room: QRectF, body: Cards) -> tuple[int, Layout]:
    """Return the first card of the page with the one that is looked at, and the page's layout."""
    first, layout = 0, lay_cards(kind, room, body)
    low = room.adjusted(0, 0, 0, -more_height(kind) - kind.px(8))
    while first + len(layout.places) <= min(body.looked_at, len(body.cards) - 1):
        first += len(layout.places)
        layout = lay_cards(kind, low, Cards(body.cards[first:]))
    return first, layout


def lay_cards(kind: Type, room: QRectF, body: Cards) -> Layout:
    """Return the layout with the largest type that has place for all, or the most in the least."""
    cards = body.cards[:_TRIED]
    if len(body.cards) <= _TRIED:
        sizes = {columns: _largest(kind, room, cards, columns) for columns in _COLUMNS}
        enough = max(size or 0 for size in sizes.values()) * _ALIKE
        best = next(columns for columns in _COLUMNS if (sizes[columns] or 0) >= enough)
        size = sizes[best]
        if size is not None:
            rows = _rows(kind, room, cards, size, best)
            return Layout(size, tuple(rows), _gutter(kind, cards, size))
    low = room.adjusted(0, 0, 0, -more_height(kind) - kind.px(8))
    whole = [one for one in _COLUMNS if _unbroken(kind, room, cards, kind.least, one)]
    layouts = [_rows(kind, low, cards, kind.least, columns) for columns in whole or (1,)]
    most = max(layouts, key=lambda one: len(one))  # noqa: PLW0108 (mypy reads len wrongly)
    return Layout(kind.least, tuple(most), _gutter(kind, cards, kind.least))


def _largest(kind: Type, room: QRectF, cards: tuple[Card, ...], columns: int) -> int | None:
    """Return the largest size with which all fit in so many columns, without a word broken."""

    def fits(size: int) -> bool:
        rows = _rows(kind, room, cards, size, columns)
        whole = columns == 1 or _unbroken(kind, room, cards, size, columns)
        return len(rows) == len(cards) and whole

    return kind.largest(fits, _MOST)


def _unbroken(kind: Type, room: QRectF, cards: tuple[Card, ...], size: int, columns: int) -> bool:
    width = _column(room, size, columns) - _gutter(kind, cards, size) - _beside(kind, size)
    return kind.widest_word([one.text for one in cards], size) * 1.05 <= width


def _rows(
    kind: Type, room: QRectF, cards: tuple[Card, ...], size: int, columns: int
) -> list[QRectF]:
    """Return where the cards stand, row by row, as far as there is place; the first always has."""
    gap, width = size * _GAP, _column(room, size, columns)
    inside = width - _gutter(kind, cards, size) - _beside(kind, size)
    placed: list[QRectF] = []
    top = room.top()
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        high = max(_height(kind, one, size, inside) for one in row)
        if first and top + high > room.bottom() + 0.5:
            break
        high = min(high, room.height())
        placed += [
            QRectF(room.left() + n * (width + gap), top, width, high) for n in range(len(row))
        ]
        top += high + gap
    return placed


def _column(room: QRectF, size: int, columns: int) -> float:
    return (room.width() - size * _GAP * (columns - 1)) / columns


def _beside(kind: Type, size: int) -> float:
    return kind.px(_BAR) + 2.4 * size * _PAD


def _gutter(kind: Type, cards: tuple[Card, ...], size: int) -> float:
    """Return the room for the numbers, alike in all cards."""
    most = max(one.number for one in cards)
    return kind.width("0" * len(str(most)), size, bold=True) + size * _PAD if most else 0.0


def _height(kind: Type, card: Card, size: int, inside: float) -> float:
    text = kind.block(card.text, size, inside).height
    return text + 2 * size * _PAD + _foot_height(kind, card)


def _foot_height(kind: Type, card: Card) -> float:
    has = card.new or card.votes or card.action is not None
    return kind.line(kind.least) * 1.25 if has else 0.0


def _draw(
    pen: Pen, place: QRectF, card: Card, layout: Layout, colour: QColor, *, marked: bool
) -> None:
    kind, size = pen.type, layout.size
    pen.card(place, colour, marked=marked or card.new)
    pad = size * _PAD
    inside = place.adjusted(pen.px(_BAR) + 1.2 * pad, pad, -1.2 * pad, -pad)
    if card.number:
        number = kind.block(str(card.number), size, inside.width(), bold=True)
        pen.block(number, inside, colour)
        inside.setLeft(inside.left() + layout.gutter)
    foot = _foot_height(kind, card)
    text = kind.block(card.text, size, inside.width())
    room = QRectF(inside.topLeft(), inside.bottomRight() - QPointF(0, foot))
    pen.block(text, room, pen.color("ink"))
    if foot:
        _draw_foot(pen, QRectF(inside.left(), inside.bottom() - foot, inside.width(), foot), card)


def _draw_foot(pen: Pen, room: QRectF, card: Card) -> None:
    """Draw that the card is new, its votes, and the action it has become."""
    size, left, apart = pen.type.least, room.left(), pen.px(24)
    line = room.adjusted(0, room.height() - pen.type.line(size), 0, 0)
    if card.new:
        word = QCoreApplication.translate("Room", "Nytt")
        left += pen.line(line, word, size, pen.color("ink"), bold=True) + apart
    if card.votes:
        left = _draw_votes(pen, line, left, card.votes) + apart
    if card.action is not None:
        said = QCoreApplication.translate("Room", "✓ Åtgärd {n}").format(n=card.action)
        place = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())
        pen.line(place, said, size, pen.color("ok"), bold=True)


def _draw_votes(pen: Pen, line: QRectF, left: float, votes: int) -> float:
    """Draw votes as dots and a figure; return where they end."""
    radius, step = pen.px(8), pen.px(22)
    for n in range(min(votes, _DOTS)):
        dot = QRectF(left + n * step, line.center().y() - radius, 2 * radius, 2 * radius)
        pen.fill(dot, pen.color("muted"), 8)
    left += min(votes, _DOTS) * step + pen.px(4)
    place = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())
    return left + pen.line(place, str(votes), pen.type.least, pen.color("ink"), bold=True)
