"""The follow-ups of an action as lines of its history: one for each, whatever it was told in."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.language import said
from nvworkshop.model.history import Entry, history
from nvworkshop.model.things import Thing
from nvworkshop.session.review import writers
from nvworkshop.session.view import PlanView
from nvworkshop.workshop.followed import told_in_words

KIND = "follow_up"


@dataclass(frozen=True, slots=True)
class FollowedLine:
    """A follow-up: its label with the day, what was told, and the entry it began with."""

    label: str
    text: str
    began: Entry


def followed_lines(view: PlanView, action: str) -> list[FollowedLine]:
    """Return the follow-ups of an action by its id, oldest first."""
    known = writers(view)
    return [
        FollowedLine(_label(one), told_in_words(one, view.strategy), entries[0])
        for one in view.things(KIND)
        if one["action"] == action and (entries := history(view.store.changes_of(one.id), known))
    ]


def _label(follow_up: Thing) -> str:
    day = follow_up.text("date")
    return said("Uppföljd {day}").format(day=day) if day else said("Uppföljd")
