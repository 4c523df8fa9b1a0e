"""The room's picture in words, for who listens instead of looking."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nvworkshop.workshop.content import (
    Body,
    Card,
    Cards,
    Matrix,
    Point,
    Rated,
    Ratings,
    ReadBack,
    RoomContent,
    Statement,
)
from nvworkshop.workshop.coverage import Coverage
from ui.room.frame import counts_of, heading_of, place_of
from ui.room.ratings import result_of
from ui.room.read_back import what_of, when_of, who_of

_MOST = 40
"""Lines; who listens to more asks for the list in the recorder's window."""


def spoken(content: RoomContent) -> str:
    """Return what is shown beside the question, a line for each thing."""
    if content.silent:
        return _tr("Tyst tänketid")
    lines = [heading_of(content), *_lines(content.body)[:_MOST]]
    lines += [place_of(content), counts_of(content)]
    return "\n".join(filter(None, lines))


def _lines(body: Body) -> list[str]:
    match body:
        case Cards(cards):
            return [_card(one) for one in cards[:_MOST]]
        case Statement(lines, emphasis):
            return [emphasis, *lines]
        case Ratings() as ratings:
            return _ratings(ratings)
        case Matrix(points, waiting):
            return [_point(one) for one in points[:_MOST]] + [_card(one) for one in waiting[:_MOST]]
        case ReadBack(promises, meeting):
            said = [f"{what_of(one)}: {who_of(one)}, {when_of(one)}" for one in promises[-_MOST:]]
            return [_tr("Nästa möte: {when}").format(when=meeting), *said] if meeting else said
        case Coverage() as coverage:
            return list(coverage.sentences)


def _card(one: Card) -> str:
    parts = [f"{one.number}. {one.text}"]
    if one.new:
        parts.append(_tr("Nytt"))
    if one.votes:
        parts.append(_tr("{n} röster").format(n=one.votes))
    if one.action is not None:
        parts.append(_tr("✓ Åtgärd {n}").format(n=one.action))
    return ", ".join(parts)


def _ratings(body: Ratings) -> list[str]:
    asked = next((one for one in body.items if one.item == body.current), None)
    levels = [f"{n}. {said}" for n, said in enumerate(body.levels, 1)] if asked else []
    return [*([asked.label] if asked else []), *levels, *map(_rated, body.items)]


def _rated(one: Rated) -> str:
    return f"{one.label}: {result_of(one)}"


def _point(one: Point) -> str:
    said = _tr("effekt {effect}, insats {effort}").format(effect=one.effect, effort=one.effort)
    return f"{one.number}. {one.text}: {said}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Room", text)
