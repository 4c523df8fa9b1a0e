"""Following a plan up, action by action: in which order, what is asked, and what is left.

The questions come first and the figures after them: what was planned, what happened, what it gave,
whether it is still right, and what happens next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nvworkshop.language import marked
from nvworkshop.model.rules import ENDED, day, is_late
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.ideas import number

QUESTIONS = (
    "as_planned",
    "comment",
    "effect_seen",
    "still_right",
    "decision",
    "end",
    "status",
    "lesson",
    "next_step",
)
"""What is asked about an action, in the order of the talk: fields of a follow-up."""

ASKED: Mapping[str, str] = {
    "as_planned": marked("Gjort som planerat?"),
    "comment": marked("Vad har hänt?"),
    "effect_seen": marked("Vilken effekt märks?"),
    "still_right": marked("Stämmer det fortfarande?"),
    "decision": marked("Fortsätta, ändra, sluta?"),
    "end": marked("När ska det vara klart?"),
    "status": marked("Vilken status har den nu?"),
    "lesson": marked("Vad lärde vi oss?"),
    "next_step": marked("Vad är nästa steg?"),
}
"""The questions in words."""

END = "end"
"""The question whose answer stands in the action: when it is to be done."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When actions are followed up: in a workshop, or on a day of its own."""

    workshop: str = ""
    date: str = ""

    def holds(self, follow_up: Thing) -> bool:
        """Tell whether a follow-up was made then."""
        if self.workshop:
            return bool(follow_up["workshop"] == self.workshop)
        return not follow_up["workshop"] and follow_up["date"] == self.date


@dataclass(frozen=True, slots=True)
class Told:
    """What has been told of one action: on an occasion, and the last time before it.

    `later` is whether it has been told of since then as well.
    """

    now: Thing | None = None
    before: Thing | None = None
    later: bool = False


def is_due(actions: Iterable[Thing], workshops: Iterable[Thing], today: date) -> bool:
    """Tell whether a group has a plan to follow up: actions, and a workshop on an earlier day."""
    held = (day(one["date"]) for one in workshops)
    return any(one is not None and one < today for one in held) and any(True for _ in actions)


def told_of(follow_ups: Iterable[Thing], occasion: Occasion) -> dict[str, Told]:
    """Return what has been told of each action that anything has been told of.

    Of several at the same occasion, as when two laptops have written, the latest stands.
    """
    now: dict[str, Thing] = {}
    before: dict[str, Thing] = {}
    later: dict[str, Thing] = {}
    for one in sorted(follow_ups, key=_when):
        since = bool(occasion.date) and one.text("date") > occasion.date
        when = now if occasion.holds(one) else later if since else before
        when[one.text("action")] = one
    return {
        action: Told(now.get(action), before.get(action), action in later)
        for action in {*now, *before, *later}
    }


def in_order(
    actions: Iterable[Thing], told: Mapping[str, Told], strategy: Strategy, today: date
) -> list[Thing]:
    """Return actions in the order they are gone through.

    First those whose time is out, then those nobody has followed up, then the rest, and last what
    had ended and been told of before; shift by shift in each.
    """
    places = {one.id: n for n, one in enumerate(strategy.shifts)}

    def _place(action: Thing) -> tuple[int, int, int]:
        shift = places.get(action.text("shift"), len(places))
        return _rank(action, told.get(action.id, Told()), today), shift, number(action, "number")

    return sorted(actions, key=_place)


def _rank(action: Thing, told: Told, today: date) -> int:
    if is_late(action["end"], action["status"], today):
        return 0
    if told.before is None:
        return 1
    return 3 if is_over(action, told) else 2


def is_over(action: Thing, told: Told) -> bool:
    """Tell whether an action had ended, and that was told of, before this occasion.

    What the action says now tells nothing of then when it has been told of since.
    """
    if told.before is None or told.now is not None:
        return False
    return (told.before if told.later else action)["status"] in ENDED


def left(actions: Iterable[Thing], told: Mapping[str, Told]) -> list[Thing]:
    """Return the actions that remain to be gone through."""
    return [one for one in actions if _remains(one, told.get(one.id, Told()))]


def _remains(action: Thing, told: Told) -> bool:
    return told.now is None and not is_over(action, told)


def resumed(actions: Sequence[Thing], told: Mapping[str, Told]) -> str:
    """Return the action to go on with: the one that was talked of last, else the first."""
    begun = [one for one in actions if one.id in told and told[one.id].now is not None]
    latest = max(begun, key=lambda one: _updated(told[one.id]), default=None)
    here = latest or next(iter(actions), None)
    return here.id if here else ""


def asked(answers: Mapping[str, Any]) -> list[str]:
    """Return the questions there is reason to ask, as answers stand.

    Another end is asked for when something is to be changed, and the lesson of what ends.
    """
    ends = answers.get("status") in ENDED or answers.get("decision") == "stop"
    unasked = {
        END: answers.get("decision") != "change",
        "lesson": not ends and not answers.get("lesson"),
    }
    return [one for one in QUESTIONS if not unasked.get(one, False)]


def _when(follow_up: Thing) -> tuple[str, int]:
    return follow_up.text("date"), follow_up.updated


def _updated(told: Told) -> int:
    return told.now.updated if told.now else 0
