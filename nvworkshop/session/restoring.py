"""Restoring: the plan reads as it did then, by one new step on top of everything since."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from nvworkshop.language import marked, said
from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.heads import Heads, is_conflict
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.planfile.store import Key
from nvworkshop.session.comparing import Apart, apart, without_erased
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.pen import Pen
from nvworkshop.session.session import Session
from nvworkshop.session.steps import FieldStep, Step, field_step, values_of
from nvworkshop.session.view import PlanView

LABEL = marked("Återställ från säkerhetskopia")
REASON = "restore"


@dataclass(slots=True)
class _Work:
    """The changes that restore, what they are about, and the conflicts they end."""

    pen: Pen
    changes: list[Change] = field(default_factory=list)
    before: dict[Key, Heads] = field(default_factory=dict)
    set: list[tuple[Key, str, Any]] = field(default_factory=list)
    marked: list[Key] = field(default_factory=list)
    created: list[Key] = field(default_factory=list)
    decided: int = 0


def restore_to(session: Session, then: PlanView, keys: Collection[Key] | None = None) -> Outcome:
    """Make the plan, or the things named, read as in `then`; undone in one step.

    Nothing leaves the log: fields are set to what they held, things added since are removed and
    those removed since come back. What has been erased for good stays erased, and a field that was
    in conflict gets the value that was shown. The plan as it is now is kept as a backup first.
    Raises PublishError when that backup can't be written; then nothing has changed.
    """
    with without_erased(then, session) as left:
        wanted = [one for one in apart(session, left) if keys is None or one.key in keys]
        conflicts = _shown_conflicts(wanted)
    if not wanted:
        return Outcome(label=said(LABEL))
    session.backup(REASON)
    work = _Work(session.pen)
    with session.writing():
        work.changes += session.pen.announcement()
        for one in wanted:
            _restore(work, one)
        appended = session.store.append(work.changes)
    outcome = session.did_outside(_step(work), appended.touched)
    return replace(outcome, notes=tuple(_notes(work.decided, conflicts)))


def _restore(work: _Work, one: Apart) -> None:
    """Make one thing read as it did."""
    heads = work.before[one.key] = work.pen.heads(one.key)
    if one.then is None:
        work.changes.append(work.pen.removes(one.key, heads))
        work.marked.append(one.key)
        return
    if not heads:  # this plan has never heard of it, or a merge that brought it is taken back
        work.created.append(one.key)
        work.pen.tick()
    elif one.now is None or REMOVED in one.fields:
        work.changes.append(work.pen.restores(one.key, heads))
        work.marked.append(one.key)
    for name in _names(one, one.then, heads):
        _set(work, one.key, name, one.then[name], heads)


def _names(one: Apart, then: Thing, heads: Heads) -> Iterable[str]:
    """Return the fields to set; a thing that is removed now is compared with what it last held."""
    if one.now is not None:
        return [name for name in one.fields if name != REMOVED]
    last = thing_of(KINDS[then.kind], then.id, heads)
    apart = last.conflicts - {REMOVED}
    apart |= {name for name in {**then.values, **last.values} if last[name] != then[name]}
    return sorted(apart & FIELDS[then.kind].keys() - one.erased)


def _set(work: _Work, key: Key, name: str, data: Any, heads: Heads) -> None:
    several = heads.get(name, ())
    work.decided += is_conflict(several)
    work.changes += work.pen.sets(key, name, (data,), heads)
    if key not in work.created:
        work.set.append((key, name, data))


def _step(work: _Work) -> Step:
    fields = [
        FieldStep(key, name, values_of(work.before[key].get(name, ())), (data,))
        for key, name, data in work.set
    ]
    fields += [
        field_step(key, REMOVED, work.before[key], work.pen.heads(key)) for key in work.marked
    ]
    return Step(said(LABEL), tuple(fields), created=tuple(work.created))


def _shown_conflicts(wanted: Iterable[Apart]) -> int:
    """Count the fields that were in conflict then and will have the value that was shown."""
    return sum(len(set(one.fields) & one.then.conflicts) for one in wanted if one.then)


def _notes(decided: int, conflicts: int) -> Iterable[str]:
    if conflicts:
        yield said("{fields} var i konflikt då och fick det värde som visades.").format(
            fields=_fields(conflicts)
        )
    if decided:
        yield said("{fields} är i konflikt nu och fick värdet från säkerhetskopian.").format(
            fields=_fields(decided)
        )


def _fields(count: int) -> str:
    return (said("1 fält") if count == 1 else said("{count} fält")).format(count=count)
