"""The room's picture in words, for who listens instead of looking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nvworkshop.workshop.content import (
    Body,
    Card,
    Cards,
    FollowUp,
    Matrix,
    Point,
    Rated,
    Ratings,
    ReadBack,
    RoomContent,
    Statement,
)
from nvworkshop.workshop.coverage import Coverage
from ui.room.follow_up import progress_of
from ui.room.follow_up import what_of as action_of
from ui.room.frame import counts_of, heading_of, place_of
from ui.room.ratings import result_of
from ui.room.read_back import what_of, when_of, who_of
from ui.words import tr

_MOST = 40
"""Lines; who listens to more asks for the list in the recorder's window."""


def spoken(content: RoomContent) -> str:
    """Return what is shown beside the question, a line for each thing."""
    if content.silent:
        return tr("Tyst tänketid")
    lines = [heading_of(content), *_lines(content.body)[:_MOST]]
    lines += [place_of(content), counts_of(content)]
    return "\n".join(filter(None, lines))


def _lines(body: Body) -> list[str]:
    return _WORDS[type(body)](body)


def _cards(body: Cards) -> list[str]:
    return [_card(one) for one in body.cards[:_MOST]]


def _matrix(body: Matrix) -> list[str]:
    waiting = [_card(one) for one in body.waiting[:_MOST]]
    return [_point(one) for one in body.points[:_MOST]] + waiting


def _read_back(body: ReadBack) -> list[str]:
    said = [f"{what_of(one)}: {who_of(one)}, {when_of(one)}" for one in body.promises[-_MOST:]]
    meeting = body.next_meeting
    return [tr("Nästa möte: {when}").format(when=meeting), *said] if meeting else said


def _card(one: Card) -> str:
    parts = [f"{one.number}. {one.text}"]
    if one.new:
        parts.append(tr("Nytt"))
    if one.votes:
        parts.append(tr("{n} röster").format(n=one.votes))
    if one.action is not None:
        parts.append(tr("✓ Åtgärd {n}").format(n=one.action))
    return ", ".join(parts)


def _ratings(body: Ratings) -> list[str]:
    asked = next((one for one in body.items if one.item == body.current), None)
    levels = [f"{n}. {said}" for n, said in enumerate(body.levels, 1)] if asked else []
    return [*([asked.label] if asked else []), *levels, *map(_rated, body.items)]


def _followed(body: FollowUp) -> list[str]:
    planned = [f"{name}: {text}" for name, text in body.planned]
    late = [tr("▲ tiden har gått ut")] if body.late else []
    asked = [
        f"{one.text} {one.answer}".strip() for one in body.questions if one.answer or one.asked
    ]
    return [action_of(body), *late, *planned, *asked, progress_of(body)]


def _rated(one: Rated) -> str:
    return f"{one.label}: {result_of(one)}"


def _point(one: Point) -> str:
    said = tr("effekt {effect}, insats {effort}").format(effect=one.effect, effort=one.effort)
    return f"{one.number}. {one.text}: {said}"


_WORDS: Mapping[type, Callable[[Any], list[str]]] = {
    Cards: _cards,
    Statement: lambda body: [body.emphasis, *body.lines],
    Ratings: _ratings,
    Matrix: _matrix,
    ReadBack: _read_back,
    FollowUp: _followed,
    Coverage: lambda body: list(body.sentences),
}
