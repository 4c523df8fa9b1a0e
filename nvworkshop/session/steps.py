"""Undo and redo: steps remembered as values before and after, taken back by appending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from nvworkshop.model.changes import REMOVED, Change, encode
from nvworkshop.model.heads import Heads, heads, newest_first, unseen_by_removal
from nvworkshop.planfile.store import Key
from nvworkshop.session.pen import Pen

Values = tuple[Any, ...]
"""The values a field's heads hold: none, one, or several in conflict."""


@dataclass(frozen=True, slots=True)
class FieldStep:
    """One field of one thing: what it held before a step and after it.

    For a removal that stood against edits, `unseen_*` are the fields its author had not seen.
    """

    key: Key
    field: str
    before: Values
    after: Values
    unseen_before: frozenset[str] = frozenset()
    unseen_after: frozenset[str] = frozenset()

    def turned(self) -> FieldStep:
        """Return the step the other way."""
        return FieldStep(
            self.key, self.field, self.after, self.before, self.unseen_after, self.unseen_before
        )


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did in one go, with its name on the menu."""

    label: str
    fields: tuple[FieldStep, ...]
    created: tuple[Key, ...] = ()

    def turned(self) -> Step:
        """Return the step that takes this one back."""
        return Step(self.label, tuple(one.turned() for one in reversed(self.fields)), self.created)


@dataclass(slots=True)
class Undoing:
    """The steps that can be taken back and done again, newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """Remember a new step; what was undone before it can't be redone."""
        self.done.append(step)
        self.undone.clear()


def values_of(heads: Iterable[Change]) -> Values:
    """Return the distinct values of heads, the one that shows last."""
    newest = {one.value: one for one in sorted(heads, key=newest_first, reverse=True)}
    ordered = sorted(newest.values(), key=newest_first, reverse=True)
    return tuple(one.data for one in ordered)


def inverse(step: Step, pen: Pen, *, removing: bool) -> tuple[list[Change], list[FieldStep]]:
    """Return the changes that take the step back, and the fields somebody else has changed since.

    `removing` tells whether things the step created are to be removed (undo) or restored (redo).
    """
    changes: list[Change] = []
    passed: list[FieldStep] = []
    for key in step.created:
        of = pen.heads(key)
        changes.append(pen.removes(key, of) if removing else pen.restores(key, of))
    made: dict[Key, list[Change]] = defaultdict(list)
    for one in sorted(step.fields, key=lambda one: one.field == REMOVED):
        of = pen.heads(one.key)
        if _stored(values_of(of.get(one.field, ()))) != _stored(one.after):
            passed.append(one)
            continue
        if one.field == REMOVED:  # a removal names what was set back just before it
            of = heads([*chain.from_iterable(of.values()), *made[one.key]])
        made[one.key] += _back(one, pen, of)
    return [*changes, *chain.from_iterable(made.values())], passed


def field_step(key: Key, field: str, before: Heads, after: Heads) -> FieldStep:
    """Return the step of one field between two states of a thing."""
    return FieldStep(
        key,
        field,
        values_of(before.get(field, ())),
        values_of(after.get(field, ())),
        _unseen(field, before),
        _unseen(field, after),
    )


def _unseen(field: str, of: Heads) -> frozenset[str]:
    if field != REMOVED:
        return frozenset()
    return frozenset(one.field for one in unseen_by_removal(of))


def _back(one: FieldStep, pen: Pen, of: Heads) -> list[Change]:
    if one.field != REMOVED:
        return pen.sets(one.key, one.field, one.before, of)
    removed = True in one.before
    back = [pen.removes(one.key, of, unseen=one.unseen_before)] if removed else []
    if not removed or False in one.before:  # somebody removed it and somebody brought it back
        back.append(pen.restores(one.key, of))
    return back


def _stored(values: Values) -> list[str]:
    """Never set, set to nothing and not removed are the same to a person; so is any order."""
    return sorted(encode(value) for value in values if value is not None and value is not False)
