"""Small rules about things that every layer above agrees on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import UNDECIDED
from nvworkshop.model.things import Thing
from nvworkshop.model.values import is_unreadable


def gathered(links: Iterable[Thing]) -> dict[str, tuple[str, ...]]:
    """Return the action ids each joint action gathers, in the order they were linked."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        found[link.text("joint_action")][link.text("action")] = None
    return {joint: tuple(actions) for joint, actions in found.items()}


OWN, SHARED = "principal", "shared"
"""The levels of a huvudman's own plan, and of what it has let out of it."""

ROWS = ("action", "joint_action")
"""The kinds of things that are a plan's rows."""

GROUND = (*ROWS, "link", "plan")
"""The kinds that a huvudman's own plan holds of the plan it follows, to read."""

OWN_ROW = "own_row"
LET_OUT = (OWN_ROW, "own_status")
"""The kinds that come with what a huvudman has let out; only it can change them."""

KEPT_LOCAL, JOINT, RAISED, UNDECIDED_YET = "kept_local", "joint", "raised", ""
"""How a local action is handled in the overall plan; the last stands for no choice yet."""


def handling_of(action: Thing, *, is_gathered: bool) -> str:
    """Return how a local action is handled: one that is gathered is joint, whatever was chosen."""
    chosen = action.text("handling")
    if is_gathered:
        return JOINT
    return chosen if chosen in (KEPT_LOCAL, JOINT, RAISED) else UNDECIDED_YET


def missing_for_decision(thing: Thing) -> list[Field]:
    """Return the fields a decision needs and the action lacks, in their order."""
    return [
        field
        for field in KINDS[thing.kind].fields
        if field.decision and is_lacking(thing[field.name])
    ]


ENDED = ("done", "tried")
"""The statuses of what no longer can be late."""


def day_of(period: Any, end: str) -> date | None:
    """Return the `first` or `last` day of a period as logged, None when it has none."""
    said = period.get(end) if isinstance(period, Mapping) else None
    return day(said)


def day(said: Any) -> date | None:
    """Return an ISO date as logged, None for anything else."""
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def is_late(end: Any, status: Any, today: date) -> bool:
    """Tell whether the last day of what isn't ended has passed; values as logged."""
    last = day_of(end, "last")
    return last is not None and last < today and status not in ENDED


def is_lacking(data: Any) -> bool:
    """Tell whether a value is too little for a decision: none, or a time nobody can read.

    "ej aktuellt" is an answer; "ännu inte bestämt" is one too, but not enough for a decision.
    """
    return data is None or data == UNDECIDED or is_unreadable(data)
