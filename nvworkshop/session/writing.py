"""Writing in a plan: every change is appended, can be undone, and is told to who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said, several
from nvworkshop.model.changes import REDACT, REMOVED, Change
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.planfile.forget import forget_in
from nvworkshop.planfile.store import Appended, Key, Store
from nvworkshop.session.given import beginning, refuse_fixed, refuse_given
from nvworkshop.session.guard import Guard
from nvworkshop.session.labels import passed_notes, set_label
from nvworkshop.session.numbers import Numbers
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.pen import Pen
from nvworkshop.session.steps import FieldStep, Step, Undoing, field_step, inverse, values_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.typed import Typed, read_typed
from nvworkshop.session.view import PlanView

NewThing = tuple[str, str, Mapping[str, Any]]
"""Kind, id and values as logged."""


class Writing(PlanView):
    """A plan to write in. Every change is committed before the call that makes it returns."""

    def __init__(self, store: Store, surroundings: Surroundings) -> None:
        """Wrap an open store."""
        super().__init__(store, surroundings)
        self.guard = Guard()
        self._pen = Pen(store, surroundings)
        self._undoing = Undoing()
        self._listeners: list[Callable[[Outcome], None]] = []

    def listen(self, listener: Callable[[Outcome], None]) -> None:
        """Call `listener` with the outcome of every change from now on."""
        self._listeners.append(listener)

    @property
    def pen(self) -> Pen:
        """What writes in the name of this opening; what it makes is appended inside `writing`."""
        return self._pen

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[None]:
        """Commit all that is appended inside, or nothing; `keep` false is a dry run."""
        seq = self._pen.seq
        try:
            with self.store.transaction(keep=keep):
                yield
        except BaseException:
            self._pen.go_back(seq)
            raise
        if not keep:
            self._pen.seq = seq

    def read(self, kind: Kind, values: Mapping[str, Any], stands: Thing | None = None) -> Typed:
        """Read what a person typed. Raises InputError, PersonalNumberError unless it is allowed."""
        typed = read_typed(self, kind, values, stands)
        self.guard.check(kind, typed.values, stands)
        return typed

    def add(self, kind: str, values: Mapping[str, Any], *, entity: str = "") -> Outcome:
        """Add a thing; plan and number are filled in when left out. `outcome.entity` is its id."""
        declared = KINDS[kind]
        entity = entity or self.surroundings.new_id()
        typed = self.read(declared, values)
        new = [(kind, entity, typed.values)]
        return self.add_many(
            said("Ny {kind}").format(kind=said(declared.sv)), new, entity=entity, notes=typed.notes
        )

    def add_many(
        self,
        label: str,
        new: Sequence[NewThing],
        *,
        entity: str = "",
        notes: Sequence[str] = (),
        edits: Mapping[Key, Mapping[str, Any]] | None = None,
    ) -> Outcome:
        """Add things with values as logged, in one step; `entity` is the one the outcome names.

        `edits` are parsed values to set in the same step in what is there already.
        """
        numbers = Numbers(self.store)
        with self.writing():
            changes = self._pen.announcement()
            for kind, one, values in new:
                for name, data in self.completed(KINDS[kind], values, numbers).items():
                    changes += self._pen.sets((kind, one), name, (data,), {})
                self._pen.tick()
            edited, steps = self._edited(edits or {})
            appended = self.store.append([*changes, *edited])
        created = tuple((kind, one) for kind, one, _ in new)
        step = Step(label, steps, created=created)
        return self._did(step, appended, entity=entity, notes=notes)

    def completed(self, kind: Kind, values: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
        """Fill in what a new thing says from the start, the plan it belongs to and its number."""
        full = {name: data for name, data in values.items() if data is not None}
        for name, data in (*kind.begins, *beginning(self, kind)):
            full.setdefault(name, data)
        if kind.field("plan"):
            full.setdefault("plan", self.store.plan)
        if kind.field("number") and "number" not in full:
            full["number"] = numbers.next(kind, str(full["plan"]))
        return full

    def add_inside(self, kind: str, values: Mapping[str, Any]) -> str:
        """Add a thing of the program's own inside `writing`; return its id."""
        key = (kind, self.surroundings.new_id())
        changes = self._pen.announcement()
        for name, data in values.items():
            changes += self._pen.sets(key, name, (data,), {})
        self.store.append(changes)
        return key[1]

    def did_outside(self, step: Step, touched: Iterable[Key]) -> Outcome:
        """Remember a step whose changes were appended inside `writing`, and tell the listeners."""
        self._undoing.did(step)
        return self._tell(Outcome(frozenset(touched), step.label))

    def set(self, entity: str, values: Mapping[str, Any]) -> Outcome:
        """Set fields of one thing; values equal to what stands there change nothing."""
        return self.set_many({entity: values})

    def set_many(self, edits: Mapping[str, Mapping[str, Any]], *, label: str = "") -> Outcome:
        """Set fields of several things in one step that is undone in one step."""
        parsed: dict[Key, dict[str, Any]] = {}
        notes: list[str] = []
        for entity, values in edits.items():
            thing = self.thing(entity)
            refuse_fixed(KINDS[thing.kind])
            typed = self.read(KINDS[thing.kind], values, thing)
            parsed[thing.kind, thing.id] = typed.values
            notes += typed.notes
        return self.write(label or set_label(parsed), parsed, notes=notes)

    def write(
        self,
        label: str,
        edits: Mapping[Key, Mapping[str, Any]],
        *,
        notes: Sequence[str] = (),
        undoable: bool = True,
    ) -> Outcome:
        """Write parsed values as one step; fields that already hold them alone are passed over.

        What is not `undoable` is passed over by undo: where the group is, not what it has written.
        """
        refuse_given(self, edits)
        with self.writing():
            changes, steps = self._edited(edits)
            appended = self.store.append(changes)
        if not changes:
            return Outcome(label=label)
        if not undoable:
            return self._tell(Outcome(appended.touched, label, tuple(notes)))
        return self._did(Step(label, steps), appended, notes=notes)

    def _edited(
        self, edits: Mapping[Key, Mapping[str, Any]]
    ) -> tuple[list[Change], tuple[FieldStep, ...]]:
        """Return the changes that set parsed values, and what they are as steps."""
        changes: list[Change] = []
        steps: list[FieldStep] = []
        for key, values in edits.items():
            before = self._pen.heads(key)
            for name, data in values.items():
                heads_now = before.get(name, ())
                if len(heads_now) <= 1 and _shown(heads_now) == data:
                    continue
                changes += self._pen.announcement() if not changes else ()
                changes += self._pen.sets(key, name, (data,), before)
                steps.append(FieldStep(key, name, values_of(heads_now), (data,)))
        return changes, tuple(steps)

    def remove(self, entity: str) -> Outcome:
        """Remove a thing; undo or `restore` brings it back, and nothing leaves the log."""
        return self.remove_many([entity])

    def remove_many(self, entities: Sequence[str], *, label: str = "") -> Outcome:
        """Remove things in one step; the label names things of one kind unless it is given."""
        things = [self.thing(one) for one in entities]
        kind = KINDS[things[0].kind]
        one = said(kind.sv)
        what = one if len(things) == 1 else f"{len(things)} {several(kind.sv_plural)}"
        keys = [(one.kind, one.id) for one in things]
        return self._mark_removed(
            keys, label or said("Ta bort {what}").format(what=what), removed=True
        )

    def restore(self, entity: str) -> Outcome:
        """Bring a removed thing back."""
        key = self.key(entity)
        return self._mark_removed(
            [key], said("Ta tillbaka {kind}").format(kind=said(KINDS[key[0]].sv)), removed=False
        )

    def _mark_removed(self, keys: Sequence[Key], label: str, *, removed: bool) -> Outcome:
        refuse_given(self, keys)
        before = {key: self._pen.heads(key) for key in keys}
        mark = self._pen.removes if removed else self._pen.restores
        with self.writing():
            changes = self._pen.announcement()
            changes += [mark(key, of) for key, of in before.items()]
            appended = self.store.append(changes)
        steps = (field_step(key, REMOVED, of, self._pen.heads(key)) for key, of in before.items())
        return self._did(Step(label, tuple(steps)), appended)

    def resolve(self, entity: str, field: str, *, data: Any) -> Outcome:
        """Decide a conflict: one more change that replaces all the values. `data` is as logged."""
        key = self.key(entity)
        kind = KINDS[key[0]]
        if field == REMOVED:
            return self._mark_removed(
                [key],
                said("Avgör konflikt om {kind}").format(kind=said(kind.sv)),
                removed=data is True,
            )
        declared = kind.field(field)
        name = said(declared.sv) if declared else field
        return self.write(said("Avgör konflikt: {name}").format(name=name), {key: {field: data}})

    def erase(self, entity: str, field: str, *, reason: str = "") -> Outcome:
        """Erase a field's values from history, backups and every copy this reaches, for good."""
        key = self.key(entity)
        self.guard.check(KINDS[REDACT], {REDACT: reason})
        of_thing = self.store.changes("entity = ?", (key[1],))
        of_field = [one for one in of_thing if one.field == field and one.value]
        if not of_field:
            raise InputError(said("Fältet {field} har inget värde att radera.").format(field=field))
        return self.erase_changes(of_field, reason=reason)

    def erase_changes(
        self, erased: Iterable[Change], *, removed: Iterable[Key] = (), reason: str = ""
    ) -> Outcome:
        """Erase the values of changes for good, and remove things, in one step without undo."""
        gone = list(erased)
        with self.writing():
            changes = self._pen.announcement()
            changes += [self._pen.removes(key, self._pen.heads(key)) for key in removed]
            changes += [self._pen.redacts(one, reason) for one in gone]
            appended = self.store.append(changes)
        left = self.forget(appended.new)
        fields = frozenset((one.kind, one.entity, one.field) for one in gone)
        return self._tell(
            Outcome(appended.touched, said("Radera för gott"), warnings=left, erased=fields)
        )

    def forget(self, new: Iterable[Change]) -> tuple[str, ...]:
        """Erase in the backups what new redactions erase; return sentences about what is left.

        The steps that could be undone are forgotten too: they know the values.
        """
        redactions = [one for one in new if one.kind == REDACT]
        if not redactions:
            return ()
        self._undoing = Undoing()
        left = forget_in(self.backup_folder, redactions)
        return tuple(
            said("Säkerhetskopian {name} gick inte att ändra.").format(name=name) for name in left
        )

    @property
    def undo_label(self) -> str:
        """The name of the step undo would take back, "" when there is none."""
        return self._undoing.done[-1].label if self._undoing.done else ""

    @property
    def redo_label(self) -> str:
        """The name of the step redo would do again, "" when there is none."""
        return self._undoing.undone[-1].label if self._undoing.undone else ""

    def undo(self) -> Outcome:
        """Take back the last step by appending its inverse."""
        if not self._undoing.done:
            raise InputError(said("Det finns inget att ångra."))
        return self._turn(self._undoing.done, self._undoing.undone, removing=True)

    def redo(self) -> Outcome:
        """Do again the step last undone."""
        if not self._undoing.undone:
            raise InputError(said("Det finns inget att göra om."))
        return self._turn(self._undoing.undone, self._undoing.done, removing=False)

    def _turn(self, source: list[Step], to: list[Step], *, removing: bool) -> Outcome:
        step = source[-1]
        with self.writing():
            changes, passed = inverse(step, self._pen, removing=removing)
            appended = self.store.append(changes)
        source.pop()
        to.append(step.turned())
        return self._tell(Outcome(appended.touched, step.label, passed_notes(passed)))

    def _did(
        self, step: Step, appended: Appended, *, entity: str = "", notes: Sequence[str] = ()
    ) -> Outcome:
        self._undoing.did(step)
        return self._tell(Outcome(appended.touched, step.label, tuple(notes), entity))

    def _tell(self, outcome: Outcome) -> Outcome:
        for listener in self._listeners:
            listener(outcome)
        return outcome


def _shown(several: Sequence[Change]) -> Any:
    return several[0].data if several else None
