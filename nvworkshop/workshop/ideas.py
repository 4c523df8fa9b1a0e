"""What people said in the room: which ideas stand where, whose they are, what becomes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.strategy.items import Principal
from nvworkshop.workshop.steps import Step, StepType

PARKED = "parked"
"""Stands for the parking lot where a step's id stands otherwise."""

FEW = 10
"""How many ideas a group goes on with before all are offered: those with the most votes."""

_NUMBERS = (int, float)
_FAR = 1e9


def of_workshop(ideas: Iterable[Thing], workshop: str) -> list[Thing]:
    """Return a workshop's ideas that stand for themselves, oldest first."""
    return [one for one in ideas if one["workshop"] == workshop and not one["merged_into"]]


def of_step(ideas: Iterable[Thing], step: str) -> list[Thing]:
    """Return the ideas of a step that are not parked; PARKED gives the parking lot."""
    if step == PARKED:
        return [one for one in ideas if one["parked"]]
    return [one for one in ideas if one["step"] == step and not one["parked"]]


def merged_in(ideas: Iterable[Thing], idea: str) -> list[Thing]:
    """Return the ideas that were merged into another, also those merged into them."""
    ideas = list(ideas)
    found = [one for one in ideas if one["merged_into"] == idea]
    seen = {idea, *(one.id for one in found)}
    for one in found:
        further = [more for more in ideas if more["merged_into"] == one.id and more.id not in seen]
        seen |= {more.id for more in further}
        found += further
    return found


def actions_by_idea(actions: Iterable[Thing]) -> dict[str, Thing]:
    """Return the action that each idea has become: the oldest, of an action and its copies."""
    become: dict[str, Thing] = {}
    for action in actions:
        for idea in action.items("ideas"):
            become.setdefault(idea, action)
    return become


def voices(ideas: Iterable[Thing]) -> dict[str, int]:
    """Count the ideas of each party, most first; "" for those nobody is named for."""
    counted = Counter(one.text("party") for one in ideas)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def by_votes(ideas: Iterable[Thing]) -> list[Thing]:
    """Return ideas with the most votes first; those alike keep their order."""
    return sorted(ideas, key=lambda one: -number(one, "votes"))


def in_order(ideas: Iterable[Thing], strategy: Strategy) -> list[Thing]:
    """Return ideas shift by shift, then those of no shift, in the order of their numbers."""
    items = (*strategy.shifts, *strategy.prerequisites)
    places = {one.id: n for n, one in enumerate(items)}

    def place(idea: Thing) -> tuple[int, int]:
        about = idea.text("shift") or next(iter(idea.items("prerequisites")), "")
        return places.get(about, len(places)), number(idea, "number")

    return sorted(ideas, key=place)


def number(thing: Thing, field: str) -> int:
    """Return a whole number of a thing, 0 when it has none that can be counted."""
    value = thing[field]
    if type(value) not in _NUMBERS:  # true and false are none
        return 0
    return int(value) if abs(value) < _FAR else 0  # no nan, no infinity


def idea_values(text: str, step: Step, workshop: str, parties: Sequence[str]) -> dict[str, Any]:
    """Return the fields of a new idea: the first party is who said it."""
    values: dict[str, Any] = {"title": text, "step": step.id, "workshop": workshop}
    if step.type is StepType.SHIFT:
        values["shift"] = step.item
    if step.type is StepType.PREREQUISITE:
        values["prerequisites"] = [step.item]
    if parties:
        values["party"] = parties[0]
    if parties[1:]:
        values["contributors"] = list(parties[1:])
    return {name: value for name, value in values.items() if value}


def said_by(idea: Thing) -> tuple[str, ...]:
    """Return the parties of an idea, who said it first."""
    return tuple(filter(None, (idea.text("party"), *idea.items("contributors"))))


def action_values(idea: Thing, merged: Iterable[Thing], strategy: Strategy) -> dict[str, Any]:
    """Return the fields of the action an idea becomes; both stay, and the action names its ideas.

    Who said it becomes the responsible huvudman when it is one, else a contributor.
    """
    merged = list(merged)
    said = [idea, *merged]
    party = idea.text("party")
    parties = [name for one in said for name in said_by(one)]
    responsible = party if isinstance(strategy.get("party", party), Principal) else ""
    others = [one for one in dict.fromkeys(parties) if one != responsible]
    more = [idea.text("description")]
    more += [text for one in merged for text in (one.text("title"), one.text("description"))]
    needs = [item for one in said for item in one.items("prerequisites")]
    values: dict[str, Any] = {
        "title": idea.text("title"),
        "description": "\n".join(filter(None, more)),
        "shift": idea.text("shift"),
        "prerequisites": list(dict.fromkeys(needs)),
        "principal": responsible,
        "contributors": others,
        "municipalities": list(idea.items("municipalities")),
        "effect": idea["effect"],
        "effort": idea["effort"],
        "ideas": [one.id for one in said],
        "workshop": idea.text("workshop"),
        "work": "new",
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def merged_values(keep: Thing, other: Thing) -> Mapping[str, Any]:
    """Return what the idea that is kept takes over: votes, prerequisites and whom it concerns."""
    parties = [other.text("party"), *keep.items("contributors"), *other.items("contributors")]
    needs = [*keep.items("prerequisites"), *other.items("prerequisites")]
    votes = number(keep, "votes") + number(other, "votes")
    concerned = [one for one in dict.fromkeys(parties) if one and one != keep["party"]]
    values = {
        "votes": votes or None,
        "contributors": concerned or None,
        "prerequisites": list(dict.fromkeys(needs)) or None,
    }
    return {name: value for name, value in values.items() if value != keep[name]}
