"""Reviewing a plan: conflicts, history, near-duplicates and joint actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.merging.joint import joint_values
from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import REMOVED_LABEL, Conflict, conflicts_of
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.history import Entry, history
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import gathered
from nvworkshop.model.text import clean, shorten
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
    several = {one.field: one for one in conflicts_in(session, entity)}
    if field not in several:
        names = ", ".join(several)
        hint = f"I konflikt är: {names}." if names else "Se dem med: nvworkshop conflicts FIL"
        raise InputError(f"Fältet {shorten(field, 40)} är inte i konflikt.", hint=hint)
    found = several[field]
    data = found.chosen(use).value if use else _typed(session, found, value)
    return session.resolve(entity, field, data=data)


def _typed(session: Session, conflict: Conflict, value: Any) -> Any:
    """Return the value to log for what was typed as a third value."""
    if conflict.field == REMOVED:
        declared = Field(REMOVED, REMOVED_LABEL, "Removed", FieldType.BOOL)
        data = parse(declared, value, session.context)
        if not isinstance(data, bool):
            raise InputError(f"{REMOVED_LABEL}: svara ja eller nej.")
        return data
    kind = KINDS[conflict.kind]
    if kind.field(conflict.field) is None:
        raise InputError(
            "Fältet är från en nyare version av programmet.", hint="Välj ett av värdena: --use N."
        )
    return session.read(kind, {conflict.field: value}).values[conflict.field]


def restore(session: Session, entity: str) -> Outcome:
    """Bring a removed thing back; InputError when it is not removed."""
    kind, found = session.subject(entity)
    thing = session.store.thing(KINDS[kind], found)
    if thing is not None and REMOVED not in thing.conflicts:
        raise InputError(f"”{session.name(thing) or found[:8]}” är inte borttagen.")
    return session.restore(found)


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
    titled = clean(title, multiline=False).text
    session.guard.check(KINDS["joint_action"], {"title": titled})
    groups = gathered(session.links())
    linked = groups.get(target, ())
    rivals = {target: linked} if joint else groups
    same = [one for one, ids in rivals.items() if {a.id for a in actions} <= set(ids)]
    if same:
        raise InputError(
            f"De är redan samlade i ”{session.title('joint_action', same[0])}” ({same[0][:8]})."
        )
    new: list[NewThing] = [] if joint else [("joint_action", target, joint_values(actions, titled))]
    for action in actions:
        if action.id not in linked:
            values = {"joint_action": target, "action": action.id}
            new.append(("link", session.surroundings.new_id(), values))
    told = () if joint else _left_to_write(new[0][2], actions)
    return session.add_many("Bilda gemensam åtgärd", new, entity=target, notes=told)


def _left_to_write(values: Mapping[str, Any], actions: Sequence[Thing]) -> tuple[str, ...]:
    """Say which fields the actions fill in differently, and so were left empty."""
    fields = [one for one in KINDS["joint_action"].fields if one.name not in ("plan", "status")]
    left = [
        one.sv
        for one in fields
        if one.name not in values and any(action[one.name] is not None for action in actions)
    ]
    if not left:
        return ()
    return (f"Åtgärderna säger olika om {', '.join(left)}: fyll i det i den gemensamma åtgärden.",)


def distinct(session: Session, first: str, second: str, *, reason: str = "") -> Outcome:
    """Remember that two actions are different things; they are not suggested again."""
    ids = sorted({session.thing(first).id, session.thing(second).id})
    if len(ids) == 1:
        raise InputError("Ange två olika åtgärder.")
    return session.add("distinct", {"actions": ids, "reason": reason})
