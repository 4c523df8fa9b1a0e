"""Paper cards typed back: "12 Gemensam rutin @pi" is the idea on card 12, from Piteå."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nvworkshop.errors import InputError
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
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


def read_cards(text: str, names: Names) -> tuple[list[Card], list[str]]:
    """Return the cards of several lines, and the lines that are none; empty lines are passed."""
    cards, others = [], []
    for line in filter(str.strip, text.splitlines()):
        found = _LINE.match(line)
        tagged = read_tags(found[2], names) if found else None
        if found is None or tagged is None or not tagged.text:
            others.append(line.strip())
        else:
            cards.append(Card(int(found[1]), tagged.text, tagged.parties))
    return cards, others


def keep_cards(session: Session, text: str, step: Step, workshop: str, names: Names) -> Outcome:
    """Keep typed cards as ideas of a step, in one step; what was not kept is told in the notes.

    A number that is taken keeps its idea. Raises InputError when nothing could be kept.
    """
    cards, others = read_cards(text, names)
    ideas = session.things("idea")
    taken = {number(one, "card"): one.text("title") for one in ideas if one["workshop"] == workshop}
    notes = [f"”{shorten(one, _SHOWN)}” saknar kortnummer och är inte sparad." for one in others]
    new: list[NewThing] = []
    for card in cards:
        if card.number in taken:
            notes.append(_taken(card, taken[card.number]))
            continue
        taken[card.number] = card.text
        values = {**idea_values(card.text, step, workshop, card.parties), "card": card.number}
        read = session.read(KINDS["idea"], values).values
        new.append(("idea", session.surroundings.new_id(), read))
    if not new:
        raise InputError("Inga kort att spara.", " ".join(notes), "Skriv numret först på raden.")
    return session.add_many("Skriv in kort", new, notes=notes)


def _taken(card: Card, stands: str) -> str:
    return (
        f"Kort {card.number} finns redan: ”{shorten(stands, _SHOWN)}”."
        f" ”{shorten(card.text, _SHOWN)}” är inte sparad."
    )
