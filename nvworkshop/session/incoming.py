"""Files that come back to an open plan: what they propose, and what was chosen of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.importing.returned import returned
from nvworkshop.language import marked, said
from nvworkshop.model.changes import REMOVED, Change, decode
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.heads import Heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.proposals import Proposal, Proposals, Sort
from nvworkshop.model.sheets import RawBook, RawValue
from nvworkshop.model.things import Thing
from nvworkshop.model.values import coerce
from nvworkshop.planfile.store import Key
from nvworkshop.reports.cells import cell
from nvworkshop.session import foreign, measuring
from nvworkshop.session.cell_texts import CellTexts
from nvworkshop.session.export import plan_data
from nvworkshop.session.numbers import Numbers
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.steps import FieldStep, Step, field_step, values_of
from nvworkshop.session.view import PlanView

LABEL = marked("Hämta in")
REASON = "import"
_OFTEN = 50
"""Things between two calls of `tell`."""

_ROWS = ("action", "joint_action", "indicator")
_FEW_TEXTS = (FieldType.CHOICE, FieldType.BOOL, FieldType.PERIOD)


def propose(view: PlanView, path: Path, *, renamed: Mapping[str, str] | None = None) -> Proposals:
    """Return what a workbook or a text table proposes; the plan is not changed.

    `renamed` are headings in the file and the fields they mean (name in code or heading of ours).
    Raises BookError for what can't be read and InputError for what can't be used.
    """
    book = read_book(path)
    return propose_book(view, book, renamed=renamed or {})


def propose_book(view: PlanView, book: RawBook, *, renamed: Mapping[str, str]) -> Proposals:
    """Return what a book that has been read proposes."""
    match form_of(book):
        case Form.LIST:
            return foreign.propose(view, book, renamed)
        case Form.MEASURED:
            return measuring.propose(view, book)
    return returned(book, Known(view), renamed)


class Form(Enum):
    """What a book from outside is."""

    RETURNED = "returned"
    """One that this program made, however it has been edited since."""
    MEASURED = "measured"
    """Measured values, such as those of Kolada."""
    LIST = "list"
    """Somebody's own list of actions."""


def form_of(book: RawBook) -> Form:
    """Return what a book is."""
    if not foreign.is_foreign(book):
        return Form.RETURNED
    return Form.MEASURED if measuring.is_measured(book) else Form.LIST


class Known:
    """An open plan as an import sees it. Looks things up once: make a new one for each import."""

    def __init__(self, view: PlanView) -> None:
        self._view = view
        self._data = plan_data(view)
        self._things = {one.id: one for kind in _ROWS for one in view.things(kind)}
        self._texts: dict[str, CellTexts] = {}
        self._cells: dict[tuple[str, str], RawValue] = {}

    @property
    def plan(self) -> str:
        """The plan's id."""
        return self._view.store.plan

    def kind(self, entity: str) -> str:
        """Return the kind of a thing the plan has, or has had; "" for none."""
        if entity in self._things:
            return self._things[entity].kind
        found = self._view.store.keys_starting(entity) if entity.isprintable() else []
        return next((kind for kind, one in found if one == entity), "")

    def thing(self, entity: str) -> Thing | None:
        """Return a thing that is there now."""
        return self._things.get(entity)

    def things(self, kind: str) -> Sequence[Thing]:
        """Return the things of a kind that are there now."""
        return [one for one in self._things.values() if one.kind == kind]

    def cell(self, declared: Field, data: Any) -> RawValue:
        """Return what a workbook made now would show for a value."""
        if data is None or declared.type not in _FEW_TEXTS or isinstance(data, list):
            return cell(declared, data, self._data)
        key = (declared.of or declared.type.value, str(data))
        if key not in self._cells:
            self._cells[key] = cell(declared, data, self._data)
        return self._cells[key]

    def read(self, kind: str, declared: Field, text: str) -> Any:
        """Return what a cell means, None when it is empty; raise InputError."""
        if kind not in self._texts:
            self._texts[kind] = CellTexts(self._view, kind)
        return self._texts[kind].read(declared, text).data

    def earlier(self, thing: Thing, declared: Field) -> Sequence[tuple[int, Any]]:
        """Return all values the field has had, oldest first, each with its time in ms."""
        of = self._view.store.changes_of(thing.id)
        found = [one for one in of if one.kind == thing.kind and one.field == declared.name]
        found.sort(key=lambda one: (one.at, one.seq))
        return [
            (one.at, coerce(declared, decode(one.value))) for one in found if one.value is not None
        ]


def ticked(proposals: Proposals) -> set[str]:
    """Return the keys of what is proposed to be chosen from the start."""
    return {one.key for one in proposals.proposals if one.ticked}


def apply(
    session: Session,
    proposals: Proposals,
    chosen: Collection[str],
    *,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
    label: str = "",
) -> Outcome:
    """Make the chosen changes in one step that is undone in one step; `label` names it.

    `tell` is called with things done and things in all before anything is written, and may raise
    to stop.

    A field that somebody has changed since it was proposed is left. Raises PersonalNumberError
    unless the guard is lifted, and PublishError when the backup before can't be written; then
    nothing has changed.
    """
    wanted = [one for one in proposals.proposals if one.key in chosen]
    work = _Work(session, wanted)
    work.check()
    label = label or f"{said(LABEL)} {proposals.file}"
    if not wanted or not work.has_anything():
        return Outcome(label=label, notes=work.notes)
    session.backup(REASON)
    with session.writing():
        appended = session.store.append(work.changes(tell))
    outcome = session.did_outside(work.step(label), appended.touched)
    return replace(outcome, notes=work.notes)


@dataclass(slots=True)
class _Edit:
    """What one thing is to hold: fields, or that it is removed."""

    key: Key
    values: dict[str, Any] = field(default_factory=dict)
    removed: bool = False


@dataclass
class _Work:
    """Turns chosen proposals into changes, and remembers what they did for undo."""

    session: Session
    wanted: Sequence[Proposal]
    before: dict[Key, Heads] = field(default_factory=dict)
    passed: int = 0
    lacking: int = 0

    @cached_property
    def new(self) -> list[tuple[Key, dict[str, Any]]]:
        """The things to add, with all that a new one says from the start."""
        numbers = Numbers(self.session.store)
        found = []
        made = {one.entity for one in self.wanted}
        for one in self.wanted:
            if one.sort is not Sort.ADDED:
                continue
            if one.needs and one.needs not in made:
                self.lacking += 1
                continue
            entity = one.entity or self.session.surroundings.new_id()
            values = {spoken.name: spoken.proposed for spoken in one.fields}
            full = self.session.completed(KINDS[one.kind], values, numbers)
            found.append(((one.kind, entity), full))
        return [one for one in found if not self.session.store.changes_of(one[0][1])]

    @cached_property
    def edits(self) -> list[_Edit]:
        """The things to change and to remove; what has changed since is passed over."""
        found: dict[Key, _Edit] = {}
        for one in self.wanted:
            thing = self.session.current(one.kind, one.entity) if one.entity else None
            if one.sort is Sort.ADDED or thing is None:
                self.passed += one.sort is not Sort.ADDED
                continue
            key = (one.kind, one.entity)
            edit = found.setdefault(key, _Edit(key))
            edit.removed |= one.sort is Sort.REMOVED
            for spoken in one.fields:
                if thing[spoken.name] == spoken.now:
                    edit.values[spoken.name] = spoken.proposed
                else:
                    self.passed += 1
        return [one for one in found.values() if one.values or one.removed]

    def check(self) -> None:
        """Let the guard look at every text that is to be written."""
        for key, values in self.new:
            self.session.guard.check(KINDS[key[0]], values)
        for one in self.edits:
            stands = self.session.current(*one.key)
            self.session.guard.check(KINDS[one.key[0]], one.values, stands)

    def has_anything(self) -> bool:
        """Tell whether anything is left to write."""
        return bool(self.new or self.edits)

    def changes(self, tell: Callable[[int, int], None]) -> list[Change]:
        """Return all changes; to be appended inside `writing`."""
        pen = self.session.pen
        made = pen.announcement()
        for one in self.edits:
            self.before[one.key] = heads = pen.heads(one.key)
            for name, data in one.values.items():
                made += pen.sets(one.key, name, (data,), heads)
            if one.removed:
                made.append(pen.removes(one.key, heads))
        for done, (key, values) in enumerate(self.new):
            if done % _OFTEN == 0:
                tell(done, len(self.new))
            for name, data in values.items():
                made += pen.sets(key, name, (data,), {})
            pen.tick()
        return made

    def step(self, label: str) -> Step:
        """Return the step to remember, once the changes are written."""
        fields = [
            FieldStep(one.key, name, values_of(self.before[one.key].get(name, ())), (data,))
            for one in self.edits
            for name, data in one.values.items()
        ]
        fields += [
            field_step(one.key, REMOVED, self.before[one.key], self.session.pen.heads(one.key))
            for one in self.edits
            if one.removed
        ]
        return Step(label, tuple(fields), tuple(key for key, _ in self.new))

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences about what was left."""
        spoken = []
        if self.passed:
            spoken.append(
                said("{passed} fält har ändrats sedan filen lästes och lämnades som de är.").format(
                    passed=self.passed
                )
            )
        if self.lacking:
            spoken.append(
                said("{lacking} värden lämnades: deras indikator togs inte med.").format(
                    lacking=self.lacking
                )
            )
        return tuple(spoken)
