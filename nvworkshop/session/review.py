"""Reviewing a plan: conflicts, history, near-duplicates and joint actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.merging.joint import joint_values
from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import REMOVED_LABEL, Conflict, conflicts_of
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.history import Entry, history
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import gathered
from nvworkshop.model.things import Thing
from nvworkshop.model.values import parse
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.view import PlanView


def writers(view: PlanView) -> dict[str, Thing]:
    """Return who wrote, by writer id in hex."""
    return {one.id: one for one in view.things("writer")}


def conflicts(view: PlanView) -> list[Conflict]:
    """Return every open conflict, in the order of the kinds and things."""
    known = writers(view)
    return [
        conflict
        for kind, entity in view.store.conflicting()
        for conflict in conflicts_of(kind, entity, view.store.changes_of(entity), known)
    ]


def conflicts_in(view: PlanView, entity: str) -> list[Conflict]:
    """Return the open conflicts of one thing."""
    kind, entity = view.key(entity)
    return conflicts_of(kind, entity, view.store.changes_of(entity), writers(view))


def resolve(
    session: Session, entity: str, field: str, *, use: int = 0, value: Any = None
) -> Outcome:
    """Decide a conflict with value number `use`, or with a third value as typed."""
    found = [one for one in conflicts_in(session, entity) if one.field == field]
    if not found:
        raise InputError(f"Fältet {field} är inte i konflikt.", hint="Se dem med: conflicts FIL")
    if use:
        return session.resolve(entity, field, data=found[0].chosen(use).value)
    if field == REMOVED:
        declared: Field | None = Field(REMOVED, REMOVED_LABEL, "Removed", FieldType.BOOL)
    else:
        declared = KINDS[found[0].kind].field(field)
    data = parse(declared, value, session.context) if declared else value
    return session.resolve(entity, field, data=data)


def history_of(view: PlanView, entity: str = "") -> list[Entry]:
    """Return the history of one thing, or of the whole plan, oldest first."""
    if entity:
        changes = view.store.changes_of(view.key(entity)[1])
    else:
        changes = [one for one in view.store.changes() if not view.store.aside.covers(one)]
    return history(changes, writers(view))


def join(session: Session, entities: Sequence[str], *, title: str = "") -> Outcome:
    """Gather actions in a joint action; the originals stay as they are.

    One of the ids may be a joint action: then the actions are added to it.
    """
    things = [session.thing(entity) for entity in dict.fromkeys(entities)]
    actions = [one for one in things if one.kind == "action"]
    joint = [one for one in things if one.kind == "joint_action"]
    if (
        len(joint) > 1
        or not actions
        or len(things) != len(actions) + len(joint)
        or len(things) == 1
    ):
        raise InputError(
            "En gemensam åtgärd samlar minst två åtgärder.",
            hint="Ange id för åtgärder, och högst en gemensam åtgärd att lägga dem till.",
        )
    target = joint[0].id if joint else session.surroundings.new_id()
    linked = gathered(session.things("link")).get(target, ())
    new: list[NewThing] = [] if joint else [("joint_action", target, joint_values(actions, title))]
    for action in actions:
        if action.id not in linked:
            values = {"joint_action": target, "action": action.id}
            new.append(("link", session.surroundings.new_id(), values))
    return session.add_many("Bilda gemensam åtgärd", new, entity=target)


def distinct(session: Session, first: str, second: str, *, reason: str = "") -> Outcome:
    """Remember that two actions are different things; they are not suggested again."""
    ids = sorted({session.thing(first).id, session.thing(second).id})
    if len(ids) == 1:
        raise InputError("Ange två olika åtgärder.")
    return session.add("distinct", {"actions": ids, "reason": reason})
