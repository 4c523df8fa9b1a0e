"""The minutes of a workshop, made from what was done: when which step, what was said and decided.

They are worked out each time, so that nothing more than the plan has to be kept or thinned out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.content import Rated
from nvworkshop.workshop.followed import Followed, Stood, Talk, followed
from nvworkshop.workshop.following import Occasion
from nvworkshop.workshop.ideas import merged_in, number, of_step, of_workshop
from nvworkshop.workshop.showing import rated_before
from nvworkshop.workshop.steps import Agenda, StepType
from nvworkshop.workshop.tallies import counts_of, mean_of, mean_words


@dataclass(frozen=True, slots=True)
class StepMinutes:
    """What a step held. `began` is a clock like "13.10", "" when nobody knows; in whole minutes."""

    title: str
    began: str = ""
    took: int = 0
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """The whole of it; every text is plain, and names of people are not in it."""

    title: str
    facts: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    steps: tuple[StepMinutes, ...] = ()
    ratings: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    followed: Followed = field(default_factory=Followed)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What minutes are made of. `began` is the clock at which each step first began.

    `stood` tells what actions held before they were followed up, `newer` which were made after.
    """

    workshop: Thing
    agenda: Agenda
    progress: Progress
    strategy: Strategy
    began: Mapping[str, str]
    things: Mapping[str, Sequence[Thing]]
    stood: Stood = field(default_factory=dict)
    newer: frozenset[str] = frozenset()

    def of(self, kind: str) -> list[Thing]:
        """Return the workshop's own things of a kind, oldest first."""
        return [one for one in self.things.get(kind, ()) if one["workshop"] == self.workshop.id]


def minutes(held: Held) -> Minutes:
    """Make the minutes."""
    ideas = of_workshop(held.things.get("idea", ()), held.workshop.id)
    return Minutes(
        title=held.workshop.text("title"),
        facts=tuple(_facts(held)),
        present=tuple(_present(held)),
        steps=tuple(_step(held, ideas)),
        ratings=tuple(_ratings(held)),
        actions=tuple(_action(held, one) for one in held.of("action")),
        parked=tuple(one.text("title") for one in ideas if one["parked"]),
        notes=tuple(one.text("text") for one in held.of("note")),
        followed=_followed(held),
    )


def _followed(held: Held) -> Followed:
    actions, follow_ups = (held.things.get(kind, ()) for kind in ("action", "follow_up"))
    occasion = Occasion(held.workshop.id, held.workshop.text("date"))
    return followed(Talk(held.strategy, occasion, actions, follow_ups, held.stood, held.newer))


def _facts(held: Held) -> list[str]:
    workshop, strategy = held.workshop, held.strategy
    part = workshop.text("county_part")
    when = " ".join(filter(None, (workshop.text("date"), workshop.text("starts"))))
    meeting = workshop["next_meeting"]
    said = (
        ("Länsdel", strategy.label("county_part", part) if part else ""),
        ("Tid", when),
        ("Plats", workshop.text("place")),
        ("Nästa möte", meeting.get("said", "") if isinstance(meeting, dict) else ""),
    )
    return [f"{name}: {value}" for name, value in said if value]


def _present(held: Held) -> list[str]:
    """Return who came: those invited, but for the ones of whom it is said that they didn't."""
    came = (one for one in held.of("participant") if one["present"] is not False)
    rows = ((one.text("function"), one.text("party")) for one in came)
    named = ((what, held.strategy.label("party", who) if who else "") for what, who in rows)
    return [", ".join(filter(None, row)) for row in named]


def _step(held: Held, ideas: Sequence[Thing]) -> Iterable[StepMinutes]:
    everything = held.things.get("idea", ())
    for step in held.agenda:
        took = round(held.progress.spent.get(step.id, 0) / 60)
        said = of_step(ideas, step.id)
        if step.skipped or not (took or said or step.id in held.began):
            continue
        new = "Nytt förslag: " if step.type is StepType.FOLLOW_UP else ""
        lines = tuple(f"{new}{_idea(one, merged_in(everything, one.id))}" for one in said)
        yield StepMinutes(step.title, held.began.get(step.id, ""), took, lines)


def _idea(idea: Thing, merged: Sequence[Thing]) -> str:
    votes = number(idea, "votes")
    text = idea.text("title")
    if merged:
        text += f" (också: {'; '.join(one.text('title') for one in merged)})"
    told = [f"{votes} {'röst' if votes == 1 else 'röster'}"] if votes else []
    if idea["effect"] and idea["effort"]:
        told.append(f"effekt {number(idea, 'effect')}, insats {number(idea, 'effort')}")
    return " – ".join(filter(None, (text, ", ".join(told))))


def _ratings(held: Held) -> Iterable[str]:
    for one in held.of("self_rating"):
        item = one.text("item")
        rated = Rated(held.strategy.label("shift", item), item, counts_of(one))
        label = held.strategy.label("prerequisite", item) if rated.label == item else rated.label
        if rated.mean is not None:
            said = f"{label}: {mean_words(rated.mean)} ({rated.people} svar)"
            yield f"{said}{_before(held, item)}"


def _before(held: Held, item: str) -> str:
    """Return how the item was rated the last time before, with its day."""
    ratings = [one for one in held.things.get("self_rating", ()) if one["item"] == item]
    last = rated_before(ratings, held.workshop)
    mean = mean_of(counts_of(last))
    if last is None or mean is None:
        return ""
    people = sum(counts_of(last))
    return f", förra gången {last.text('date')}: {mean_words(mean)} ({people} svar)"


def _action(held: Held, action: Thing) -> str:
    end = action["end"]
    who = action.text("principal")
    parts = (
        held.strategy.label("principal", who) if who else "ansvarig saknas",
        action.text("function"),
        end.get("said", "") if isinstance(end, dict) else "tid saknas",
    )
    told = ", ".join(filter(None, parts))
    goal = action.text("goal")
    said = (
        f"{number(action, 'number')}. {action.text('title')} – {told}",
        f"Mål: {goal}" if goal else "",
        _agreement(action),
    )
    return ". ".join(one.rstrip(" .") for one in said if one)


def _agreement(action: Thing) -> str:
    """Return what somebody thinks otherwise, else whether the principals agree."""
    if dissent := action.text("dissent"):
        return f"Avvikande mening: {dissent}"
    options = {one.id: one.sv for one in CHOICES["consensus"]}
    return options.get(action.text("consensus"), "")
