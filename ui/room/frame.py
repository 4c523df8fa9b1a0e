"""What stands around the step's own part: heading, question, where one is, and who is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt

from nvworkshop.workshop.content import RoomContent, Statement
from ui.room.fitting import Block, Type
from ui.room.pen import Pen
from ui.words import ideas_word, participants_word

_EDGE, _TOP, _FOOT = 76.0, 52.0, 92.0
_HEADING, _QUESTION, _ALONE = 34.0, 62.0, 96.0
_CLOCK_WIDE, _CLOCK_HIGH = 330.0, 150.0
_MOST = 0.27
"""The most of the picture's height that the question has."""

_FEW, _ANY, _SMALLEST, _HALVINGS = ((1, 0.85), (2, 0.75)), 999, 0.75, 7
"""Lines that a question has gladly, and how much smaller it may be for it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where everything stands in one picture."""

    heading: QRectF
    question: QRectF
    block: Block
    clock: QRectF
    body: QRectF
    foot: QRectF


def frame_of(kind: Type, room: QRectF, content: RoomContent) -> Frame:
    """Return where everything stands."""
    edge = kind.px(_EDGE)
    inside = room.adjusted(edge, kind.px(_TOP), -edge, 0)
    foot = QRectF(inside.left(), room.bottom() - kind.px(_FOOT), inside.width(), kind.px(56))
    frame = _alone if is_alone(content) else _over
    return frame(kind, inside, foot, content)


def is_alone(content: RoomContent) -> bool:
    """Tell whether the question stands alone: in silent minutes, and when there is no more."""
    return content.silent or content.body == Statement()


def _over(kind: Type, inside: QRectF, foot: QRectF, content: RoomContent) -> Frame:
    """Return the frame of a picture with something under the question."""
    left = inside.right() - kind.px(_CLOCK_WIDE)
    clock = QRectF(left, inside.top(), kind.px(_CLOCK_WIDE), kind.px(_CLOCK_HIGH))
    width = clock.left() - inside.left() - kind.px(40)
    high = kind.line(kind.size(_HEADING)) if heading_of(content) else 0.0
    heading = QRectF(inside.left(), inside.top(), width, high)
    most = inside.height() * _MOST
    block = fitted(kind, question_of(content), width, most, _QUESTION)
    top = heading.bottom() + kind.px(8)
    question = QRectF(inside.left(), top, width, block.height_in(most))
    under = max(question.bottom() + kind.px(30), clock.bottom() + kind.px(6))
    body = QRectF(inside.left(), under, inside.width(), foot.top() - under - kind.px(16))
    return Frame(heading, question, block, clock, body, foot)


def _alone(kind: Type, inside: QRectF, foot: QRectF, content: RoomContent) -> Frame:
    """Return the frame of the question alone, under a large clock."""
    room = QRectF(inside.left(), inside.top(), inside.width(), foot.top() - inside.top())
    heading = QRectF(room.left(), room.top() + kind.px(40), room.width(), kind.px(64))
    clock = QRectF(room.left(), heading.bottom(), room.width(), kind.px(250))
    top = clock.bottom() + kind.px(30)
    most = room.bottom() - top
    width = room.width() * 0.86
    block = fitted(kind, question_of(content), width, most, _ALONE)
    left = room.left() + (room.width() - block.width) / 2
    question = QRectF(left, top, width, block.height_in(most))
    return Frame(heading, question, block, clock, QRectF(), foot)


def fitted(kind: Type, text: str, width: float, high: float, most: float) -> Block:
    """Return a bold text on one or two lines if it can be large there; else on as many as it needs.

    The lines are about as long as each other. The least type when nothing has place.
    """

    def fits(lines: int, size: int) -> bool:
        block = kind.block(text, size, width, bold=True)
        few = block.height <= high and block.lines <= lines
        return few and kind.widest_word([text], size) * 1.1 <= width

    for lines, share in _FEW:
        size = kind.largest(partial(fits, lines), most)
        if size is not None and size >= kind.size(most * share):
            return _even(kind, text, size, width)
    size = kind.largest(partial(fits, _ANY), most * _SMALLEST)
    return _even(kind, text, size or kind.least, width)


def _even(kind: Type, text: str, size: int, width: float) -> Block:
    """Return the text in the narrowest block that has no more lines."""
    lines = kind.block(text, size, width, bold=True).lines
    low, high = 0.0, width
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        fits = kind.block(text, size, middle, bold=True).lines <= lines
        low, high = (low, middle) if fits else (middle, high)
    widest = kind.widest_word([text], size) * 1.1
    return kind.block(text, size, min(width, max(high + 1, widest)), bold=True)


def draw_frame(pen: Pen, frame: Frame, content: RoomContent) -> None:
    """Draw what stands around the step's own part; the clock is a widget of its own."""
    kind = pen.type
    if is_alone(content):
        silent = QCoreApplication.translate("Room", "Tyst tänketid")
        word = silent if content.silent else heading_of(content)
        middle = Qt.AlignmentFlag.AlignHCenter
        pen.line(frame.heading, word, kind.size(48), pen.color("primary"), bold=True, to=middle)
    else:
        colour, size = pen.item(content.item), kind.size(_HEADING)
        pen.line(frame.heading, heading_of(content), size, colour, bold=True)
    pen.block(frame.block, frame.question, pen.color("ink"))
    muted = pen.color("muted")
    used = pen.line(frame.foot, place_of(content), kind.least, muted)
    right = frame.foot.adjusted(used + kind.px(40), 0, 0, 0)
    pen.line(right, counts_of(content), kind.least, muted, to=Qt.AlignmentFlag.AlignRight)


def heading_of(content: RoomContent) -> str:
    """Return the small line over the question; none when it stands in its place."""
    return content.heading if content.question else ""


def question_of(content: RoomContent) -> str:
    """Return the large words: the question, or the heading of a step that asks nothing."""
    return content.question or content.heading


def place_of(content: RoomContent) -> str:
    """Return which step of how many; "" before the first."""
    if not (content.step and content.steps):
        return ""
    said = QCoreApplication.translate("Room", "Steg {here} av {of}")
    return said.format(here=content.step, of=content.steps)


def counts_of(content: RoomContent) -> str:
    """Return how many ideas and people there are, what there is none of left out."""
    parts = []
    if content.ideas:
        parts.append(ideas_word(content.ideas))
    if content.people:
        parts.append(participants_word(content.people))
    return " · ".join(parts)
