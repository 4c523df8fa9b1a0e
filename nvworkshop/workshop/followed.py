"""What a follow-up workshop came to, as lines for its minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.following import Occasion, Told, left, told_of
from nvworkshop.workshop.ideas import number
from nvworkshop.workshop.recalling import readable

CHANGEABLE = ("status", "end")
"""The fields of an action that a follow-up can change."""

Stood = Mapping[str, Mapping[str, Any]]
"""What an action held when it began to be followed up, by the follow-up's id."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Lines about the actions that were gone through: each begins with the action."""

    gone_through: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """What the lines are made of: all actions and follow-ups, and what stood before.

    `newer` are the actions that were made after the talk.
    """

    strategy: Strategy
    occasion: Occasion
    actions: Sequence[Thing]
    follow_ups: Sequence[Thing]
    stood: Stood
    newer: frozenset[str] = frozenset()


def followed(talk: Talk) -> Followed:
    """Return the lines; none when nothing was followed up."""
    told = told_of(talk.follow_ups, talk.occasion)
    pairs = [(one, told[one.id].now) for one in talk.actions if one.id in told]
    made = [(action, now) for action, now in pairs if now is not None]
    if not made:
        return Followed()
    return Followed(
        tuple(_line(action, _happened(now, talk.strategy)) for action, now in made),
        _lines((action, _changes(now, talk)) for action, now in made),
        _lines((action, _decision(now, talk.strategy)) for action, now in made),
        _lines((action, now.text("lesson")) for action, now in made),
        _left(talk, told),
    )


def told_in_words(follow_up: Thing, strategy: Strategy) -> str:
    """Return all that was told of an action on one occasion, as sentences."""
    lesson = follow_up.text("lesson")
    return _sentences(
        _happened(follow_up, strategy),
        _decision(follow_up, strategy),
        f"Lärdom: {lesson}" if lesson else "",
    )


def _left(talk: Talk, told: Mapping[str, Told]) -> tuple[str, ...]:
    return tuple(_name(one) for one in left(talk.actions, told) if one.id not in talk.newer)


def _happened(now: Thing, strategy: Strategy) -> str:
    planned = _of("as_planned", now, strategy)
    right = _of("still_right", now, strategy)
    effect = now.text("effect_seen")
    return _sentences(
        _of("status", now, strategy),
        f"Gjort: {planned[:1].lower()}{planned[1:]}" if planned else "",
        now.text("comment"),
        f"Effekt: {effect}" if effect else "",
        f"Stämmer fortfarande: {right.lower()}" if right else "",
    )


def _decision(now: Thing, strategy: Strategy) -> str:
    step = now.text("next_step")
    return _sentences(_of("decision", now, strategy), f"Nästa steg: {step}" if step else "")


def _changes(now: Thing, talk: Talk) -> str:
    before = talk.stood.get(now.id, {})
    said = []
    for name, label in (("status", "status"), ("end", "klart")):
        was = readable("action", name, before.get(name), talk.strategy) or "saknas"
        now_is = _of(name, now, talk.strategy)
        if now_is and was != now_is:
            said.append(f"{label} {was} → {now_is}")
    return ", ".join(said)


def _of(name: str, now: Thing, strategy: Strategy) -> str:
    return readable("follow_up", name, now[name], strategy)


def _lines(pairs: Iterable[tuple[Thing, str]]) -> tuple[str, ...]:
    return tuple(_line(action, text) for action, text in pairs if text)


def _line(action: Thing, text: str) -> str:
    return f"{_name(action)} – {text}" if text else _name(action)


def _name(action: Thing) -> str:
    title = action.text("title") or "(utan rubrik)"
    return f"{number(action, 'number')}. {title}" if number(action, "number") else title


def _sentences(*parts: str) -> str:
    return ". ".join(one.rstrip(" .") for one in parts if one)
