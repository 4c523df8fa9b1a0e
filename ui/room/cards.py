"""Ideas as cards in two or three columns, the newest first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFontMetricsF

from nvworkshop.workshop.content import Card, Cards
from ui.room.fitting import largest
from ui.room.pen import LEAST, Pen

_MOST, _GAP, _PAD = 46.0, 20.0, 26.0
_TRIED = 60
"""Cards that are tried to be shown at once; older ones are counted."""


def draw_cards(pen: Pen, room: QRectF, body: Cards, item: str) -> None:
    """Draw as many as fit, as large as they can be; say how many more there are."""
    cards = body.cards[:_TRIED]
    if not cards:
        return
    size = largest(lambda one: _rows(pen, room, cards, one)[1] >= len(cards), LEAST, _MOST)
    placed, count = _rows(pen, room, cards, size)
    rest = len(body.cards) - count
    if rest:
        low = room.adjusted(0, 0, 0, -pen.px(LEAST * 1.6))
        placed, count = _rows(pen, low, cards, size)
        rest = len(body.cards) - count
        under = QRectF(
            room.left(), room.bottom() - pen.px(LEAST * 1.4), room.width(), pen.px(LEAST * 1.4)
        )
        said = QCoreApplication.translate("Room", "och {n} till").format(n=rest)
        pen.line(under, said, LEAST, "muted")
    for card, place in zip(cards, placed, strict=False):
        _draw(pen, place, card, size, item)


def _columns(pen: Pen, room: QRectF, cards: tuple[Card, ...], size: float) -> int:
    """Return how many cards stand beside each other: no more than long words let."""
    font = pen.font(size)
    words = {word for card in cards for word in card.text.split()}
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
    for columns in (3, 2):
        inside = (room.width() - pen.px(_GAP) * (columns - 1)) / columns - pen.px(2 * _PAD + 14)
        if widest <= inside and (columns < 3 or room.width() > pen.px(size * 52)):  # noqa: PLR2004
            return columns
    return 1


def _rows(pen: Pen, room: QRectF, cards: tuple[Card, ...], size: float) -> tuple[list[QRectF], int]:
    """Return where the cards stand, row by row, and how many have room."""
    columns = _columns(pen, room, cards, size)
    gap = pen.px(_GAP)
    width = (room.width() - gap * (columns - 1)) / columns
    placed: list[QRectF] = []
    top = room.top()
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        high = max(_height(pen, one, size, width) for one in row)
        if top + high > room.bottom():
            break
        placed += [
            QRectF(room.left() + n * (width + gap), top, width, high) for n in range(len(row))
        ]
        top += high + gap
    return placed, len(placed)


def _height(pen: Pen, card: Card, size: float, width: float) -> float:
    inside = width - pen.px(2 * _PAD + 14)
    foot = pen.px(LEAST * 1.35) if _foot(card) else 0.0
    return pen.height(card.text, size, inside) + pen.px(1.4 * _PAD) + foot


def _draw(pen: Pen, place: QRectF, card: Card, size: float, item: str) -> None:
    pen.card(place, item, new=card.new)
    pad = pen.px(_PAD)
    inside = place.adjusted(pad + pen.px(14), pad * 0.7, -pad, -pad * 0.7)
    high = pen.text(inside, card.text, size)
    foot = _foot(card)
    if foot:
        under = QRectF(inside.left(), inside.top() + high, inside.width(), pen.px(LEAST * 1.35))
        pen.line(under, foot, LEAST, "primary" if card.new else "muted", bold=card.new)


def _foot(card: Card) -> str:
    """Return what stands under a card's text: its number, votes, action, or that it is new."""
    parts = [f"{card.number}"] if card.number else []
    if card.new:
        parts.append(QCoreApplication.translate("Room", "Nytt"))
    if card.votes:
        parts.append(f"{'●' * min(card.votes, 10)} {card.votes}")
    if card.action:
        parts.append(QCoreApplication.translate("Room", "✓ Åtgärd {n}").format(n=card.action))
    return "   ".join(parts)
