"""Deciding conflicts: one, or many at once by a rule, in one step that is undone in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nvworkshop.language import said
from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.conflicts import Conflict
from nvworkshop.model.heads import Heads
from nvworkshop.planfile.store import Key
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.review import conflicts_in, typed_value
from nvworkshop.session.session import Session
from nvworkshop.session.steps import FieldStep, Step, field_step, values_of


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides about a conflict as they saw it: value number `use`, or a third one.

    `third` is as typed, None when one of the values is used.
    """

    conflict: Conflict
    use: int = 0
    third: Any = None


@dataclass(slots=True)
class _Work:
    """What has been written, and what stood there before."""

    session: Session
    touched: set[Key] = field(default_factory=set)
    steps: list[FieldStep] = field(default_factory=list)
    marked: dict[Key, Heads] = field(default_factory=dict)

    def append(self, changes: Sequence[Change]) -> None:
        """Write in the log, inside the session's `writing`."""
        self.touched |= self.session.store.append(changes).touched


def decide(session: Session, decisions: Sequence[Decision]) -> Outcome:
    """Decide conflicts in one step; those that have changed since they were seen are left open.

    Raises InputError when a third value can't be read; then nothing is decided.
    """
    valid = [one for one in decisions if _still(session, one.conflict)]
    values = [_data(session, one) for one in valid]
    notes = _notes(len(decisions) - len(valid))
    if not valid:
        return Outcome(label=said("Avgör konflikter"), notes=notes)
    work = _Work(session)
    pairs = zip(valid, values, strict=True)
    with session.writing():
        work.append(session.pen.announcement())
        for one, data in sorted(pairs, key=lambda pair: pair[0].conflict.field == REMOVED):
            _set(work, one.conflict, data)  # a removal names what was decided just before it
    work.steps += [
        field_step(key, REMOVED, before, session.pen.heads(key))
        for key, before in work.marked.items()
    ]
    step = Step(_label(valid), tuple(work.steps))
    told = session.did_outside(step, work.touched)
    return Outcome(told.touched, told.label, notes)


def _still(session: Session, seen: Conflict) -> bool:
    """Tell whether a conflict stands as it was seen."""
    return seen in conflicts_in(session, seen.entity)


def _data(session: Session, one: Decision) -> Any:
    if one.use:
        return one.conflict.chosen(one.use).value
    return typed_value(session, one.conflict, one.third)


def _set(work: _Work, conflict: Conflict, data: Any) -> None:
    key, name = (conflict.kind, conflict.entity), conflict.field
    pen = work.session.pen
    before = pen.heads(key)
    if name == REMOVED:
        mark = pen.removes if data is True else pen.restores
        work.append([mark(key, before)])
        work.marked[key] = before
        return
    several = before.get(name, ())
    work.append(pen.sets(key, name, (data,), before))
    work.steps.append(FieldStep(key, name, values_of(several), (data,)))


def _label(decided: Sequence[Decision]) -> str:
    if len(decided) == 1:
        return said("Avgör konflikt: {label}").format(label=said(decided[0].conflict.label))
    return said("Avgör {decided} konflikter").format(decided=len(decided))


def _notes(changed: int) -> tuple[str, ...]:
    if not changed:
        return ()
    if changed == 1:
        return (said("Konflikten ändrades medan du valde. Den är kvar: se den på nytt och välj."),)
    return (
        said(
            "{changed} konflikter ändrades medan du valde. De är kvar: se dem på nytt och välj."
        ).format(changed=changed),
    )
