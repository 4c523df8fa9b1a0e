"""Conflicts left to the länsdel: out of the coordinator's way until somebody there answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nvworkshop.language import said
from nvworkshop.model.conflicts import Conflict
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.view import PlanView

KIND = "deferral"


def leave(session: Session, several: Sequence[Conflict]) -> Outcome:
    """Leave conflicts to the länsdel, in one step; they stay open in the plan.

    One that gets other values later is back in the list.
    """
    marked = _marked(session)
    new: list[NewThing] = [
        (KIND, session.surroundings.new_id(), {**_about(one), "seen": seen_in(one)})
        for one in several
        if _name(one) not in marked or marked[_name(one)]["seen"] != seen_in(one)
    ]
    label = said("Lämna till länsdelen")
    return session.add_many(label, new) if new else Outcome(label=label)


def take_up(session: Session, several: Sequence[Conflict]) -> Outcome:
    """Take conflicts that were left back to the coordinator's list."""
    names = {_name(one) for one in several}
    found = [
        one.id for one in session.things(KIND) if (one.text("thing"), one.text("field")) in names
    ]
    label = said("Ta upp igen")
    return session.remove_many(found, label=label) if found else Outcome(label=label)


def left_to_county_part(view: PlanView, several: Iterable[Conflict]) -> list[Conflict]:
    """Return those that are left to the länsdel and have the same values as then."""
    marked = _marked(view)
    return [
        one
        for one in several
        if _name(one) in marked and marked[_name(one)]["seen"] == seen_in(one)
    ]


def seen_in(conflict: Conflict) -> list[str]:
    """Return what tells a conflict's values from any others: their writers and numbers."""
    return sorted(f"{one.writer}:{one.seq}" for one in conflict.values)


def _marked(view: PlanView) -> dict[tuple[str, str], Thing]:
    return {(one.text("thing"), one.text("field")): one for one in view.things(KIND)}


def _name(conflict: Conflict) -> tuple[str, str]:
    return conflict.entity, conflict.field


def _about(conflict: Conflict) -> dict[str, str]:
    return {"thing": conflict.entity, "field": conflict.field}
