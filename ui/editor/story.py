"""The history of one thing as lines to read, worked out in the plan's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.changes import REMOVED
from nvworkshop.model.history import Entry
from nvworkshop.session import review
from nvworkshop.session.followed_lines import FollowedLine, followed_lines
from nvworkshop.session.view import PlanView

_ONE_GO = 2_000
"""Milliseconds within which the first values of a new thing are written."""

CREATED = "created"
FOLLOWED = "followed"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that happened: texts as people read them; `value` is what was logged.

    `field` is CREATED for the making of the thing, REMOVED for its coming and going, and FOLLOWED
    for a follow-up of it.
    """

    at: int
    field: str
    label: str
    before: str
    after: str
    who: str
    value: Any = None
    erased: bool = False


def story_of(view: PlanView, entity: str, field: str = "") -> list[StoryLine]:
    """Return what happened to a thing, or to one of its fields, newest first.

    What was told of an action when it was followed up is part of its story.
    """
    entries = review.history_of(view, entity)
    made = _made(entries) if not field else set()
    told = [
        _line(view, one)
        for one in entries
        if one.id not in made and (not field or one.field == field)
    ]
    if made:
        first = entries[0]
        told.insert(0, StoryLine(first.at, CREATED, "", "", "", _who(first)))
    if not field:
        told += [_followed(one) for one in followed_lines(view, entity)]
    return sorted(told, key=lambda one: one.at)[::-1]


def _made(entries: Sequence[Entry]) -> set[str]:
    """Return the ids of the entries that made the thing."""
    if not entries:
        return set()
    first = entries[0]
    return {
        one.id
        for one in entries
        if one.writer == first.writer and not one.before and one.at - first.at < _ONE_GO
    }


def _line(view: PlanView, one: Entry) -> StoryLine:
    before = " / ".join(view.readable(one.kind, one.field, value) for value in one.before)
    after = view.readable(one.kind, one.field, one.after)
    return StoryLine(one.at, one.field, one.label, before, after, _who(one), one.after, one.erased)


def _followed(one: FollowedLine) -> StoryLine:
    return StoryLine(one.began.at, FOLLOWED, one.label, "", one.text, _who(one.began))


def _who(one: Entry) -> str:
    return one.device or one.function


def is_coming_back(line: StoryLine) -> bool:
    """Tell whether a removal was taken back."""
    return line.field == REMOVED and line.value is not True
