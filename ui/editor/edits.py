"""What the form asks of the plan: to set a field, or to add to or drop from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.session import review
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.words import tr


@dataclass(frozen=True, slots=True)
class Put:
    """Set the field to this, as typed or as logged; None empties it."""

    value: Any


@dataclass(frozen=True, slots=True)
class Add:
    """Add items to the list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drop:
    """Drop one item from the list."""

    item: str


@dataclass(frozen=True, slots=True)
class Use:
    """Decide a conflict with the value of this number."""

    n: int


@dataclass(frozen=True, slots=True)
class Third:
    """Decide a conflict with another value, as typed."""

    value: Any


Edit: TypeAlias = Put | Add | Drop | Use | Third


def applied(stands: Any, edit: Add | Drop) -> list[str] | None:
    """Return the list after the edit; an answer such as "ej aktuellt" gives way to an item."""
    items = list(stands) if isinstance(stands, list) else []
    if isinstance(edit, Add):
        return list(dict.fromkeys((*items, *edit.items)))
    return [one for one in items if one != edit.item] or None


def make(
    session: Session, key: tuple[str, Sequence[str]], field: Field, edit: Edit, label: str
) -> Outcome:
    """Make the edit in each of the things of `key`, a kind and ids, as one step.

    An empty `label` is the session's own name for the step. Raises InputError.
    """
    kind, entities = key
    if isinstance(edit, Use):
        return review.resolve(session, entities[0], field.name, use=edit.n)
    if isinstance(edit, Third):
        return review.resolve(session, entities[0], field.name, value=edit.value)
    if isinstance(edit, Put):
        return session.set_many({one: {field.name: edit.value} for one in entities}, label=label)
    if isinstance(edit, Add) and field.type is FieldType.REF:
        for one in edit.items:
            session.thing(one)
    things = (session.thing(one) for one in entities)
    edits: Mapping[tuple[str, str], Mapping[str, Any]] = {
        (kind, one.id): {field.name: applied(one[field.name], edit)} for one in things
    }
    # What stands there is written back as logged: an option this program doesn't know is kept.
    return session.write(label or tr("Ändra {field}").format(field=tr(field.sv)), edits)
