"""An action that is followed up: what was planned beside the questions and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from nvworkshop.language import in_source
from nvworkshop.workshop.content import FollowUp, Question
from ui.room.fitting import Block, Type
from ui.room.pen import Pen
from ui.words import tr

_MOST, _LEFT, _APART, _BAR, _PAD = 40.0, 0.5, 72.0, 10.0, 18.0
_GAP = 18.0
_MOST_LINES = 3
"""Lines that a text which was planned has at most: the rest stands in the plan."""

_TITLE = 1.2
"""How much larger the action is than what is said of it."""


def draw_follow_up(pen: Pen, room: QRectF, body: FollowUp) -> None:
    """Draw the action to the left, the questions to the right, and beneath how far one has come."""
    layout = lay_follow_up(pen.type, room, body)
    _draw_planned(pen, layout, body)
    _draw_questions(pen, layout)
    _draw_foot(pen, layout.foot, body)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, as blocks."""

    question: Block
    answer: Block | None
    asked: bool

    @property
    def height(self) -> float:
        """How high both are."""
        return self.question.height + (self.answer.height if self.answer else 0.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, in a size that has place or else the least."""

    planned: QRectF
    questions: QRectF
    foot: QRectF
    title: Block
    said: tuple[tuple[Block, Block], ...]
    asked: tuple[Asked, ...]
    gap: float

    @property
    def fits(self) -> bool:
        """Whether all of it has place."""
        left = self.title.height + sum(a.height + cut(b) + self.gap for a, b in self.said)
        right = sum(one.height + self.gap for one in self.asked)
        whole = self.planned.height()
        return left <= whole and right <= whole


def lay_follow_up(kind: Type, room: QRectF, body: FollowUp) -> Layout:
    """Return the layout in the largest type in which all has place."""
    high = foot_height(kind)
    foot = QRectF(room.left(), room.bottom() - high, room.width(), high)
    inside = room.adjusted(0, 0, 0, -high - kind.px(_GAP))
    left = inside.adjusted(kind.px(_BAR + _PAD), 0, -inside.width() * (1 - _LEFT), 0)
    right = inside.adjusted(inside.width() * _LEFT + kind.px(_APART), 0, -kind.px(_PAD), 0)

    def laid(size: int) -> Layout:
        wide = left.width()
        title = kind.block(what_of(body), round(size * _TITLE), wide, bold=True)
        labels = [(kind.block(name, kind.least, wide), text) for name, text in _planned(body)]
        said = tuple((name, kind.block(text, size, wide)) for name, text in labels)
        asked = tuple(_asked(kind, one, size, right.width()) for one in body.questions)
        return Layout(left, right, foot, title, said, asked, kind.px(_GAP))

    return laid(kind.largest(lambda size: laid(size).fits, _MOST) or kind.least)


def _planned(body: FollowUp) -> list[tuple[str, str]]:
    late = tr("▲ tiden har gått ut")
    return [
        (name, f"{text} {late}" if body.late and in_source(name) == "Klart" else text)
        for name, text in body.planned
    ]


def _asked(kind: Type, one: Question, size: int, wide: float) -> Asked:
    bold = one.asked and not one.answer
    question = kind.block(one.text, size, wide, bold=bold)
    answer = kind.block(one.answer, size, wide, bold=True) if one.answer else None
    return Asked(question, answer, one.asked)


def cut(text: Block) -> float:
    """Return how high a text of what was planned may be."""
    return min(text.lines, _MOST_LINES) * text.line


def foot_height(kind: Type) -> float:
    """Return how high the line beneath is."""
    return kind.line(kind.least) * 1.3


def _draw_planned(pen: Pen, layout: Layout, body: FollowUp) -> None:
    room, top = layout.planned, layout.planned.top()
    bar = QRectF(room.left() - pen.px(_BAR + _PAD), room.top(), pen.px(_BAR), room.height())
    top += pen.block(layout.title, room, pen.color("ink"))
    for (label, text), (name, _) in zip(layout.said, body.planned, strict=True):
        top += layout.gap
        if top + label.line + text.line > room.bottom():
            break
        place = QRectF(room.left(), top, room.width(), label.line)
        top += pen.block(label, place, pen.color("muted"))
        late = body.late and in_source(name) == "Klart"
        left = min(cut(text), room.bottom() - top)
        place = QRectF(room.left(), top, room.width(), left)
        top += pen.block(text, place, pen.color("warning" if late else "ink"))
    bar.setBottom(min(room.bottom(), top))
    pen.fill(bar, pen.item(body.shift), _BAR / 2)


def _draw_questions(pen: Pen, layout: Layout) -> None:
    """Draw the questions; where they are too many, those before the one asked give way."""
    room, top = layout.questions, layout.questions.top()
    for one in shown(layout.asked, room.height(), layout.gap):
        if one.asked:
            pad = pen.px(_PAD)
            high = min(one.height, room.bottom() - top)
            around = QRectF(room.left() - pad, top - pad / 3, room.width() + 2 * pad, high)
            pen.fill(around.adjusted(0, 0, 0, 2 * pad / 3), pen.color("primary_soft"), 12)
        token = "ink" if one.asked or one.answer is None else "muted"
        place = QRectF(room.left(), top, room.width(), room.bottom() - top)
        top += pen.block(one.question, place, pen.color(token))
        if one.answer is not None and room.bottom() - top >= one.answer.line * 0.9:
            place.setTop(top)
            top += pen.block(one.answer, place, pen.color("ink"))
        top += layout.gap


def shown(asked: Sequence[Asked], room: float, gap: float) -> list[Asked]:
    """Return the questions from the first with which the one asked has place, as many as fit."""
    here = next((n for n, one in enumerate(asked) if one.asked), 0)
    first = 0
    while first < here and _high(asked[first : here + 1], gap) > room:
        first += 1
    last = len(asked)
    while last > here + 1 and _high(asked[first:last], gap) > room:
        last -= 1
    return list(asked[first:last])


def _high(asked: Sequence[Asked], gap: float) -> float:
    return sum(one.height + gap for one in asked) - gap


def _draw_foot(pen: Pen, room: QRectF, body: FollowUp) -> None:
    """Draw how many actions one has come through: in words, and as a bar."""
    if not body.of:
        return
    used = pen.line(room, progress_of(body), pen.type.least, pen.color("muted"), bold=True)
    high, left = pen.px(_BAR), room.left() + used + pen.px(32)
    bar = QRectF(left, room.center().y() - high / 2, max(0.0, room.right() - left), high)
    empty = "line" if pen.theme.scheme != "contrast" else "hover"
    pen.fill(bar, pen.color(empty), _BAR / 2)
    bar.setWidth(bar.width() * (body.of - body.left) / body.of)
    if bar.width():
        pen.fill(bar, pen.color("primary"), _BAR / 2)


def progress_of(body: FollowUp) -> str:
    """Return "Åtgärd 3 av 16 · 9 kvar"."""
    said = [tr("Åtgärd {here} av {of}").format(here=body.place, of=body.of)]
    said.append(tr("{n} kvar").format(n=body.left) if body.left else tr("alla genomgångna"))
    return " · ".join(said)


def what_of(body: FollowUp) -> str:
    """Return the action after its number."""
    what = body.what or tr("(utan rubrik)")
    return f"{body.number}. {what}" if body.number else what
