"""Conflicts as a person decides them: the values that stand, who wrote each, and the base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.heads import base, conflicting_fields, heads, unseen_by_removal
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.origins import origin_of_removal, origins
from nvworkshop.model.things import Thing

REMOVED_LABEL = marked("Borttagen")


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values, numbered from 1 in order of time; `at` in milliseconds since 1970 UTC.

    For a removal against edits the values are true (remove) and false (keep), and `edited` names
    the fields that were edited. `seq` is the change's number among its writer's.
    """

    n: int
    value: Any
    at: int
    writer: str
    device: str
    edited: tuple[str, ...] = ()
    seq: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line, the time in ISO 8601 UTC."""
        told = {
            "n": self.n,
            "value": self.value,
            "at": iso(self.at),
            "writer": self.writer,
            "device": self.device,
        }
        return {**told, "edited": list(self.edited)} if self.edited else told


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of one thing that several set without knowing of each other."""

    entity: str
    kind: str
    field: str
    label: str
    base: Any
    values: tuple[ConflictValue, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line."""
        return {
            "entity": self.entity,
            "kind": self.kind,
            "field": self.field,
            "label": self.label,
            "base": self.base,
            "values": [value.as_json() for value in self.values],
        }

    def chosen(self, n: int) -> ConflictValue:
        """Return value number `n`; InputError when there is none."""
        for value in self.values:
            if value.n == n:
                return value
        raise InputError(
            said("Konflikten har inget värde {n}.").format(n=n),
            said("Välj 1–{values}.").format(values=len(self.values)),
        )


def iso(at: int) -> str:
    """Return milliseconds since 1970 UTC as ISO 8601; beyond the calendar as a plain number."""
    try:
        return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")
    except (OverflowError, ValueError, OSError):
        return str(at)


def conflicts_of(
    kind: str, entity: str, changes: Sequence[Change], writers: Mapping[str, Thing]
) -> list[Conflict]:
    """Return the conflicts of one thing, from all its changes; `writers` by id in hex."""
    system = kind in KINDS and KINDS[kind].system
    mine = (one for one in changes if one.kind == kind)
    of = heads(one for one in mine if not (system and one.field == REMOVED))
    log = {one.id: one for one in changes}
    found = []
    for field in sorted(conflicting_fields(of), key=lambda name: _order(kind, name)):
        unseen = unseen_by_removal(of) if field == REMOVED else ()
        several = _written(of.get(field, ()), unseen, log)
        values = _removal_values(several, unseen, writers) if unseen else _values(several, writers)
        origin = base(several, log)
        was = None if origin is None else origin.data
        found.append(Conflict(entity, kind, field, label_of(kind, field), was, values))
    return found


def _written(
    several: tuple[Change, ...], unseen: tuple[Change, ...], log: Mapping[bytes, Change]
) -> tuple[Change, ...]:
    """Return the changes to tell of: not those that only brought a conflict back."""
    if not unseen:
        return origins(several, log)
    return tuple(
        origin_of_removal(one, unseen, log) if one.value == "true" else one for one in several
    )


def label_of(kind: str, field: str) -> str:
    """Return a field's label; a field this program doesn't know is its own name."""
    if field == REMOVED:
        return said(REMOVED_LABEL)
    declared = KINDS[kind].field(field) if kind in KINDS else None
    return said(declared.sv) if declared else field


def _order(kind: str, field: str) -> tuple[int, str]:
    names = [one.name for one in KINDS[kind].fields]
    return (names.index(field) if field in names else len(names), field)


def _values(several: Sequence[Change], writers: Mapping[str, Thing]) -> tuple[ConflictValue, ...]:
    first: dict[str, Change] = {}
    for change in sorted(several, key=lambda one: (one.at, one.id)):
        if change.value is not None:
            first.setdefault(change.value, change)
    return tuple(
        _value(n, change.data, change, writers) for n, change in enumerate(first.values(), start=1)
    )


def _removal_values(
    removals: Sequence[Change], unseen: Iterable[Change], writers: Mapping[str, Thing]
) -> tuple[ConflictValue, ...]:
    edits = sorted(unseen, key=lambda one: (one.at, one.id))
    fields = tuple(dict.fromkeys(one.field for one in edits))
    removal = next(one for one in removals if one.value == "true")
    return (
        _value(1, True, removal, writers),
        _value(2, False, edits[-1], writers, edited=fields),
    )


def _value(
    n: int,
    data: Any,
    change: Change,
    writers: Mapping[str, Thing],
    *,
    edited: tuple[str, ...] = (),
) -> ConflictValue:
    writer = change.writer.hex()
    known = writers.get(writer)
    return ConflictValue(
        n, data, change.at, writer, known.text("device") if known else "", edited, change.seq
    )
