"""Paper cards typed back: "12 Gemensam rutin @pi" is the idea on card 12, from Piteå."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import idea_values, number
from nvworkshop.workshop.steps import Step
from nvworkshop.workshop.tags import Names, read_tags

_LINE = re.compile(r"\s*(\d{1,5})[\s.:)–-]+(.*\S)\s*\Z")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Card:
    """One line as typed: the card's number, the text without tags, and who said it."""

    number: int
    text: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed: the new cards, the lines that can't be kept, and why not."""

    cards: tuple[Card, ...] = ()
    left: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


def taken_cards(ideas: Iterable[Thing], workshop: str) -> Mapping[int, str]:
    """Return the numbers in use in a workshop, and what stands on those cards."""
    ours = (one for one in ideas if one["workshop"] == workshop and one["card"])
    return {number(one, "card"): one.text("title") for one in ours}


def read_cards(text: str, names: Names, taken: Mapping[int, str]) -> Read:
    """Read several lines; a number that is taken, here or above, keeps its text."""
    cards: list[Card] = []
    left, why = [], []
    texts = dict(taken)
    for line in filter(str.strip, text.splitlines()):
        card = _card(line, names)
        if card is None:
            left.append(line.strip())
            why.append(
                said("”{line}” saknar nummer eller text.").format(
                    line=shorten(line.strip(), _SHOWN)
                )
            )
        elif card.number in texts:
            left.append(line.strip())
            why.append(_taken(card, texts[card.number]))
        else:
            cards.append(card)
            texts[card.number] = card.text
    return Read(tuple(cards), tuple(left), tuple(why))


def keep_cards(session: Session, text: str, step: Step, workshop: str, names: Names) -> Outcome:
    """Keep typed cards as ideas of a step, in one step; what was not kept is told in the notes.

    Raises InputError when nothing could be kept.
    """
    read = read_cards(text, names, taken_cards(session.things("idea"), workshop))
    if not read.cards:
        raise InputError(
            said("Inga kort att spara."), " ".join(read.why), said("Skriv numret först på raden.")
        )
    new = []
    for card in read.cards:
        values = {**idea_values(card.text, step, workshop, card.parties), "card": card.number}
        typed = session.read(KINDS["idea"], values).values
        new.append(("idea", session.surroundings.new_id(), typed))
    return session.add_many(said("Skriv in kort"), new, notes=read.why)


def _card(line: str, names: Names) -> Card | None:
    found = _LINE.match(line)
    if found is None:
        return None
    tagged = read_tags(found[2], names)
    return Card(int(found[1]), tagged.text, tagged.parties) if tagged.text else None


def _taken(card: Card, stands: str) -> str:
    return said("Kort {number} finns redan: ”{stands}”. ”{text}” är inte sparad.").format(
        number=card.number, stands=shorten(stands, _SHOWN), text=shorten(card.text, _SHOWN)
    )
