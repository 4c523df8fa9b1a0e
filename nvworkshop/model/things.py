"""Things: the current values of an action, an idea or a plan, as its heads give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.changes import REMOVED, Change, decode
from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.heads import Heads, conflicting_fields, is_removed
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.values import coerce

_STRICT = (FieldType.NUMBER, FieldType.BOOL, FieldType.PERIOD)
"""The types that a text does not fit as it stands."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with its current values by field name; a field that is absent is empty.

    `updated` is when it was last changed, milliseconds since 1970 UTC. In a conflict the newest
    value stands in `values` and the field in `conflicts`.
    """

    kind: str
    id: str
    values: Mapping[str, Any]
    conflicts: frozenset[str] = frozenset()
    updated: int = 0
    removed: bool = False

    def __getitem__(self, name: str) -> Any:
        """Return a field's value, None when empty."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """Return a text field's value, "" when empty or answered otherwise."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def items(self, name: str) -> tuple[str, ...]:
        """Return a list field's values, () when empty or answered otherwise."""
        value = self.values.get(name)
        return tuple(value) if isinstance(value, list) else ()


def thing_of(kind: Kind, entity: str, of: Heads) -> Thing:
    """Build a thing from the heads of its fields; fields this program doesn't know are left out."""
    fields = FIELDS[kind.name]
    values: dict[str, Any] = {}
    updated = 0
    for name, several in of.items():
        newest = several[0]
        updated = max(updated, newest.at)
        field = fields.get(name)
        if field is None:
            continue
        value = decode(newest.value if newest.value is not None else _older(several))
        if not _fits(field, value):
            value = coerce(field, value)
        if value is not None:
            values[name] = value
    conflicts = conflicting_fields(of)
    if kind.system:  # what the program keeps for itself is never removed
        return Thing(kind.name, entity, values, conflicts - {REMOVED}, updated)
    return Thing(kind.name, entity, values, conflicts, updated, is_removed(of))


def _older(several: tuple[Change, ...]) -> str:
    """Return what stands behind an erased head, empty when nothing does."""
    return next((head.value for head in several if head.value is not None), "null")


def _fits(field: Field, value: Any) -> bool:
    """Tell quickly, for what most fields hold, that a value needs no coercing."""
    if field.type in _STRICT:
        return False
    if field.many:
        return type(value) is list and value != [] and all(type(one) is str for one in value)
    return type(value) is str
