"""Gallring: names, or the log of a workshop, erased for good wherever they stand in a plan file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.changes import Change
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.workshops import progress

PRIVATE = frozenset(
    (kind.name, one.name) for kind in KINDS.values() for one in kind.fields if one.private
)
"""The fields that hold people's names, as (kind, field)."""

_NOTE, _COURSE = ("note", "text"), ("workshop", "position")
"""A workshop's log: what was noted, and which step the group was in when."""

_OVER = {"ended": True}
"""What is left of the course of a workshop that has ended."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many things lost a name, a note or the course of a workshop, and what that changed."""

    names: int = 0
    notes: int = 0
    workshops: int = 0
    outcome: Outcome = field(default_factory=Outcome)


def purge(session: Session, *, names: bool = False, log: str | None = None) -> Purged:
    """Erase people's names and the log of a workshop ("" for all of them), in one step.

    Ideas and actions stay as they are. Nothing happens when there is nothing to erase. It can't be
    undone. Raises InputError when `log` is the id of something else than a workshop.
    """
    erased = _held(session, PRIVATE) if names else []
    if log is not None:
        erased += _of_log(session, log)
    if not erased:
        return Purged()
    notes = {one.entity for one in erased if (one.kind, one.field) == _NOTE}
    there = [("note", one) for one in sorted(notes) if session.current("note", one)]
    over = _ended(session, erased)
    outcome = session.erase_changes(erased, removed=there, reason="Gallring")
    if over:
        session.write("Gallring", {key: {"position": _OVER} for key in over}, undoable=False)
    return Purged(
        len({one.entity for one in erased if (one.kind, one.field) in PRIVATE}),
        len(notes),
        len({one.entity for one in erased if (one.kind, one.field) == _COURSE}),
        outcome,
    )


def _held(session: Session, fields: Iterable[tuple[str, str]]) -> list[Change]:
    """Return every change of the fields that holds something, also of what is removed."""
    return [
        one
        for key in sorted(fields)
        for one in session.store.changes("kind = ? AND field = ?", key)
        if one.data is not None
    ]


def _ended(session: Session, erased: Iterable[Change]) -> list[tuple[str, str]]:
    """Return the workshops that have ended among those that lose their course."""
    courses = {one.entity for one in erased if (one.kind, one.field) == _COURSE}
    return [
        ("workshop", one.id)
        for one in session.things("workshop")
        if one.id in courses and progress(one).ended
    ]


def _of_log(session: Session, workshop: str) -> list[Change]:
    log = [one for one in _held(session, [_NOTE, _COURSE]) if one.data != _OVER]
    if not workshop:
        return log
    kind, entity = session.key(workshop)
    if kind != "workshop":
        raise InputError(
            said("”{workshop}” är ingen workshop.").format(workshop=workshop),
            hint=said("Se id med: nvworkshop show FIL --kind workshop"),
        )
    placed = session.store.changes("kind = ? AND field = ?", ("note", "workshop"))
    of_it = {entity, *(one.entity for one in placed if one.data == entity)}
    return [one for one in log if one.entity in of_it]
