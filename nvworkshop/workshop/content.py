"""What everyone sees in the room: one question at a time, and what belongs to it.

No names, no notes, nothing of how the program works: what is not here can't be shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nvworkshop.workshop.coverage import Coverage
from nvworkshop.workshop.tallies import NOBODY, Counts, mean_of


@dataclass(frozen=True, slots=True)
class Card:
    """One idea. `number` is the one people refer to it by; `new` marks the latest."""

    number: int
    text: str
    votes: int = 0
    new: bool = False
    action: int | None = None  # the number of the action it has become


@dataclass(frozen=True, slots=True)
class Cards:
    """Ideas, newest first or most votes first. `looked_at` is a card's place, -1 for none."""

    cards: tuple[Card, ...] = ()
    looked_at: int = -1


@dataclass(frozen=True, slots=True)
class Statement:
    """A text to read together: the målbild, the rules of the day, thanks. Heading and lines."""

    lines: tuple[str, ...] = ()
    emphasis: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """One shift or prerequisite with how many chose each level, 1 to 5, now and the last time."""

    label: str
    item: str
    counts: Counts = NOBODY
    counts_before: Counts = NOBODY
    date_before: str = ""

    @property
    def people(self) -> int:
        """How many have rated."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean level, None when nobody has rated."""
        return mean_of(self.counts)

    @property
    def before(self) -> float | None:
        """The mean level the last time, None when nobody had rated."""
        return mean_of(self.counts_before)


@dataclass(frozen=True, slots=True)
class Ratings:
    """The self-rating: the item asked about now (its levels in words) and all results so far."""

    items: tuple[Rated, ...] = ()
    current: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One idea in the matrix: effect and effort 1–5."""

    number: int
    text: str
    effect: int
    effort: int
    votes: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Effect against effort, with the ideas that are not placed yet."""

    points: tuple[Point, ...] = ()
    waiting: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """One action read back: who does what by when. Missing parts are "" and shown as missing."""

    number: int
    what: str
    who: str
    function: str
    when: str
    shift: str = ""


PAGE = 8
"""Most promises on a page: more are read with effort from the back of a room."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Who does what by when, and when the group meets again ("" when not decided).

    `looked_at` is the place of a promise: when they need several pages, its page is shown.
    """

    promises: tuple[Promise, ...] = ()
    next_meeting: str = ""
    looked_at: int = 0


def pages(count: int, most: int = PAGE) -> list[range]:
    """Return the places on each page, about as many on all of them and never more than `most`."""
    of = -(-count // max(1, most))
    return [range(n * count // of, (n + 1) * count // of) for n in range(of)]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about an action, and what is answered so far; `asked` is the one asked now."""

    text: str
    answer: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One action that is followed up: what was planned, and what the group has answered.

    `planned` are labels with texts. `place` is which action of how many, `left` how many remain,
    `late` that its time is out.
    """

    number: int
    what: str
    planned: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()
    shift: str = ""
    late: bool = False
    place: int = 0
    of: int = 0
    left: int = 0


Body = Cards | Statement | Ratings | Matrix | ReadBack | Coverage | FollowUp


@dataclass(frozen=True, slots=True)
class RoomContent:
    """One picture of the room. `item` is the shift or prerequisite that colours it, or ""."""

    heading: str
    question: str
    body: Body = field(default_factory=Cards)
    item: str = ""
    step: int = 0
    steps: int = 0
    ideas: int = 0
    people: int = 0
    silent: bool = False
    """Whether everyone thinks for themselves now."""
