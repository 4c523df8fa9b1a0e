"""Numbered cards and vote sheets.

A blank card's number is kept with the idea that is typed from it, so the same number is the same
idea on the wall and in the plan. Blank cards go on where the numbers of the plan's ideas end, and
a vote sheet without ideas has the numbers of the cards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.reports.paper import About, Head, PaperSource, head_of
from nvworkshop.workshop.ideas import number
from nvworkshop.workshop.steps import Agenda, Step, named

ON_A_PAGE = 8
"""Cards on an A4. Each step has a page of blank ones to hand out."""

LONGEST = 300
"""Most characters of an idea that a card or a line has room for; the rest is in the plan."""

_WITH_IDEAS = "Sätt dina prickar i rutan för de förslag som gör störst skillnad för invånaren."
_BLANK = "Numren är kortens. Skriv förslaget på raden, eller bara prickarna om korten sitter uppe."
_COUNTING = "Räkna ihop till höger. Ingen skriver sitt namn."


@dataclass(frozen=True, slots=True)
class Card:
    """One card; `text` is empty on a blank one. `number_label` says whose the number is."""

    number: int
    number_label: str
    label: str
    title: str
    tone: str
    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CardsPaper:
    """Cards page by page."""

    head: Head
    pages: tuple[tuple[Card, ...], ...]

    @property
    def empty(self) -> bool:
        """Whether there is no idea and no step that takes any."""
        return not self.pages


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One line to vote on; `card` is the number of the card it was written on, if another."""

    number: int
    text: str = ""
    card: int = 0


@dataclass(frozen=True, slots=True)
class VoteGroup:
    """The lines of one step."""

    label: str
    title: str
    tone: str
    rows: tuple[VoteRow, ...]


@dataclass(frozen=True, slots=True)
class VotesPaper:
    """A sheet for dot votes."""

    head: Head
    instruction: str
    groups: tuple[VoteGroup, ...]

    @property
    def empty(self) -> bool:
        """Whether there is no idea and no step that takes any."""
        return not self.groups


def cards_paper(of: PaperSource) -> CardsPaper:
    """Return the workshop's ideas as cards, and then a page of blank cards for each step."""
    filled = [_card(of, about, idea) for about, ideas in _by_step(of) for idea in ideas]
    pages = [tuple(filled[n : n + ON_A_PAGE]) for n in range(0, len(filled), ON_A_PAGE)]
    pages += [
        tuple(Card(n, "Kort", about.label, about.title, about.tone) for n in numbers)
        for about, numbers in _blank(of)
    ]
    return CardsPaper(head_of(of, "Förslagskort"), tuple(pages))


def votes_paper(of: PaperSource) -> VotesPaper:
    """Return the ideas to vote on; without any, the numbers of the blank cards."""
    groups = [(about, [_vote_row(one) for one in ideas]) for about, ideas in _by_step(of)]
    told = _WITH_IDEAS
    if not groups:
        told = _BLANK
        groups = [(about, [VoteRow(n) for n in numbers]) for about, numbers in _blank(of)]
    found = [VoteGroup(one.label, one.title, one.tone, tuple(rows)) for one, rows in groups]
    return VotesPaper(head_of(of, "Röstblad"), f"{told} {_COUNTING}", tuple(found))


def _by_step(of: PaperSource) -> Iterator[tuple[About, list[Thing]]]:
    """Yield the workshop's ideas step by step; those of no step in the agenda last."""
    ours = [one for one in of.ideas if _stands(one, of.workshop.id)]
    by_step: dict[Step | None, list[Thing]] = defaultdict(list)
    for one in sorted(ours, key=lambda one: _numbers(one)[0]):
        by_step[_step_of(one, of.agenda)].append(one)
    for step in (*of.agenda, None):
        if step in by_step:
            yield of.about(step), by_step[step]


def _step_of(idea: Thing, agenda: Agenda) -> Step | None:
    """Return the step an idea belongs to, or the one about its shift when it has none there."""
    about = (one for one in agenda if one.item and one.item == idea["shift"])
    return named(agenda, idea.text("step")) or next(about, None)


def _stands(idea: Thing, workshop: str) -> bool:
    """Tell whether an idea is the workshop's, neither parked nor part of another."""
    ours = idea.text("workshop") == workshop
    return ours and not idea["parked"] and not idea["merged_into"]


def _blank(of: PaperSource) -> Iterator[tuple[About, Sequence[int]]]:
    """Yield the numbers of the blank cards of each step, from the first that is free."""
    used = [number(one, name) for one in of.ideas for name in ("number", "card")]
    first = max(used, default=0) + 1
    for step in of.idea_steps:
        yield of.about(step), range(first, first + ON_A_PAGE)
        first += ON_A_PAGE


def _card(of: PaperSource, about: About, idea: Thing) -> Card:
    source = of.strategy.label("party", idea.text("party")) if idea["party"] else ""
    text = shorten(idea.text("title"), LONGEST)
    nr, card = _numbers(idea)
    told = "Kort" if card == nr else "Nr"
    return Card(nr, told, about.label, about.title, about.tone, text, source)


def _vote_row(idea: Thing) -> VoteRow:
    text = shorten(idea.text("title"), LONGEST)
    nr, card = _numbers(idea)
    return VoteRow(nr, text, card if card != nr else 0)


def _numbers(idea: Thing) -> tuple[int, int]:
    """Return the number an idea goes by, its card's when it has no other, and its card's."""
    card = number(idea, "card")
    return number(idea, "number") or card, card
