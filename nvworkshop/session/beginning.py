"""What was typed before there was a thing to hold it: how it begins one after a crash.

A draft of it is kept under a name that tells what the thing would be about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.session.anchoring import begin, party_called, standing
from nvworkshop.session.following_up import follow_up
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.following import Occasion, Told, told_of


@dataclass(frozen=True, slots=True)
class Beginner:
    """For one kind: whether a thing that is called so can still be begun, of what, and how."""

    may: Callable[[Session, str], bool]
    name: Callable[[Session, str], str]
    begin: Callable[[Session, str, Mapping[str, str]], Outcome]


def follow_up_called(action: str, occasion: Occasion) -> str:
    """Return what the drafts of a follow-up are kept under until it is begun."""
    return "/".join((action, occasion.workshop, occasion.date))


def _meant(name: str) -> tuple[str, Occasion]:
    action, workshop, date = (*name.split("/"), "", "")[:3]
    return action, Occasion(workshop, date)


def _may_follow_up(session: Session, name: str) -> bool:
    action, occasion = _meant(name)
    told = told_of(session.things("follow_up"), occasion).get(action, Told())
    return session.current("action", action) is not None and told.now is None


def _follow_up(session: Session, name: str, answers: Mapping[str, Any]) -> Outcome:
    action, occasion = _meant(name)
    return follow_up(session, action, answers, occasion)


def _may_decide(session: Session, name: str) -> bool:
    party = party_called(session, name)
    return party is not None and standing(session, party) is None


def _party_name(session: Session, name: str) -> str:
    party = party_called(session, name)
    return party.name if party else ""


def _decide(session: Session, name: str, values: Mapping[str, Any]) -> Outcome:
    party = party_called(session, name)
    if party is None:
        return Outcome()
    return begin(session, party, values)


BEGINNERS: Mapping[str, Beginner] = {
    "decision": Beginner(_may_decide, _party_name, _decide),
    "follow_up": Beginner(
        _may_follow_up, lambda session, name: session.title("action", _meant(name)[0]), _follow_up
    ),
}
"""By kind; others are shown as left over."""
