"""Reviewing a plan: conflicts, history, near-duplicates and joint actions."""

from __future__ import annotations

from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import REMOVED_LABEL, Conflict, conflicts_of
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.history import Entry, history
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.model.values import parse
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView


def writers(view: PlanView) -> dict[str, Thing]:
    """Return who wrote, by writer id in hex."""
    return {one.id: one for one in view.things("writer")}


def conflicts(view: PlanView) -> list[Conflict]:
    """Return every open conflict, in the order of the kinds and things."""
    known = writers(view)
    return [
        conflict
        for kind, entity in view.conflicting()
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
        hint = (
            said("I konflikt är: {names}.").format(names=names)
            if names
            else said("Se dem med: nvworkshop conflicts FIL")
        )
        raise InputError(
            said("Fältet {field} är inte i konflikt.").format(field=shorten(field, 40)), hint=hint
        )
    found = several[field]
    data = found.chosen(use).value if use else typed_value(session, found, value)
    return session.resolve(entity, field, data=data)


def typed_value(session: Session, conflict: Conflict, value: Any) -> Any:
    """Return the value to log for what was typed as a third value. Raises InputError."""
    if conflict.field == REMOVED:
        declared = Field(REMOVED, REMOVED_LABEL, "Removed", FieldType.BOOL)
        data = parse(declared, value, session.context)
        if not isinstance(data, bool):
            raise InputError(said("{label}: svara ja eller nej.").format(label=said(REMOVED_LABEL)))
        return data
    kind = KINDS[conflict.kind]
    if kind.field(conflict.field) is None:
        raise InputError(
            said("Fältet är från en nyare version av programmet."),
            hint=said("Välj ett av värdena: --use N."),
        )
    return session.read(kind, {conflict.field: value}).values[conflict.field]


def restore(session: Session, entity: str) -> Outcome:
    """Bring a removed thing back; InputError when it is not removed."""
    kind, found = session.subject(entity)
    thing = session.store.thing(KINDS[kind], found)
    if thing is not None and REMOVED not in thing.conflicts:
        raise InputError(
            said("”{name}” är inte borttagen.").format(name=session.name(thing) or found[:8])
        )
    return session.restore(found)


def history_of(view: PlanView, entity: str = "") -> list[Entry]:
    """Return the history of one thing, or of the whole plan, oldest first."""
    if entity:
        changes = view.store.changes_of(view.key(entity)[1])
    else:
        changes = [one for one in view.store.changes() if not view.store.aside.covers(one)]
    return history(changes, writers(view))
