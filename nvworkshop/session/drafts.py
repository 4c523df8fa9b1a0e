"""Drafts: the text of open fields, kept on the disk while it is typed.

A draft that a crash left is set when the plan is next opened, if its field still holds what it held
when the typing began. Else it is left over: shown, and kept until the person has seen it. So is one
that seems to hold a personal number: nobody has been asked yet. What was typed about somebody of
whom no decision was written begins one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from nvworkshop.durable import read_json, remove, write_json
from nvworkshop.errors import InputError, PlanError, PlanFileError
from nvworkshop.language import marked, said
from nvworkshop.model.changes import encode
from nvworkshop.model.fields import FieldType
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.store import Key
from nvworkshop.session.beginning import BEGINNERS
from nvworkshop.session.guard import remark
from nvworkshop.session.session import Session
from nvworkshop.session.steps import values_of

LABEL = marked("Text som inte hann sparas")
MOST_TEXT = 1_000_000
MOST = 500
"""Characters in a draft, and drafts of a plan: more is no one's typing."""

_ENDING = ".damaged"


At = tuple[str, str, str]
"""(kind, entity, field): which field of which thing."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one open field. `base` tells what the field held when the typing began.

    `title` is what the thing was called then.
    """

    kind: str
    entity: str
    field: str
    text: str
    base: str
    title: str

    @property
    def at(self) -> At:
        """Which field it is of."""
        return self.kind, self.entity, self.field


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text that was not set: `label` is its field's and `title` its thing's name.

    `why` is a sentence when it seems to hold a personal number.
    """

    kind: str
    entity: str
    field: str
    label: str
    title: str
    text: str
    why: str = ""


@dataclass(slots=True)
class _Taken:
    """What becomes of drafts: values to set, and texts left over."""

    edits: dict[Key, dict[str, Any]] = field(default_factory=dict)
    begun: dict[Key, dict[str, str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left: list[Draft] = field(default_factory=list)


class Drafts:
    """The drafts of one open plan, in a file beside its working copy."""

    def __init__(self, session: Session) -> None:
        """Read what an earlier opening left."""
        if session.work is None:
            raise AssertionError
        self._session = session
        self._file = session.work.files.drafts
        self._open: dict[At, Draft] = {}
        self._left: list[Draft] = []
        self._read()

    def _read(self) -> None:
        data = read_json(self._file)
        try:
            drafts = [_draft(one) for one in data["open"]]
            self._left = [_draft(one) for one in data["left"]]
        except (KeyError, TypeError):
            with suppress(OSError):  # a damaged one is put aside, to be looked at by hand
                self._file.replace(self._file.with_name(f"{self._file.name}{_ENDING}"))
            return
        self._open = {one.at: one for one in drafts}

    def put(self, key: Key, name: str, text: str) -> None:
        """Keep the text of a field for good before returning.

        Raises InputError when it is too much to be typed, PlanFileError when the disk won't.
        """
        at = (*key, name)
        known = self._open.get(at)
        if known and known.text == text:
            return
        if len(text) > MOST_TEXT or (known is None and len(self._open) >= MOST):
            raise InputError(said("Texten är för lång för att hållas undan medan du skriver."))
        base = known.base if known else base_of(self._session, key, name)
        title = known.title if known else _title(self._session, key)
        draft = Draft(*at, text, base, title)
        self._change(lambda: self._open.update({at: draft}))

    def clear(self, key: Key, name: str) -> None:
        """Forget the text of a field: it has been set, or taken back."""
        at = (*key, name)
        if at in self._open:
            self._change(lambda: self._open.pop(at))

    def dismiss(self) -> None:
        """Forget what was left over."""
        if self._left:
            self._change(self._left.clear)

    def forget(self, erased: Collection[At]) -> None:
        """Forget the texts of fields that were erased in, and what those things were called."""
        things = {one[:2] for one in erased}
        if any(one.at[:2] in things for one in (*self._open.values(), *self._left)):
            self._change(lambda: self._keep_but(erased, things))

    def _keep_but(self, erased: Collection[At], things: Collection[Key]) -> None:
        left = (one for one in self._left if one.at not in erased)
        self._left = [replace(one, title="") if one.at[:2] in things else one for one in left]
        self._open = {
            at: replace(one, title="") if at[:2] in things else one
            for at, one in self._open.items()
            if at not in erased
        }

    def take_up(self) -> tuple[Leftover, ...]:
        """Set what a crash left, as one step, and return what could not be set."""
        taken = _Taken()
        for draft in self._open.values():
            _take(self._session, draft, taken)
        try:
            if taken.edits or taken.begun:
                self._set(taken)
            self._change(lambda: self._settle(taken.left))
        except PlanError as error:  # the plan opens all the same; the drafts lie where they lay
            self._session.notes.append(error.sentence)
            return tuple(map(_leftover, [*self._left, *self._open.values()]))
        return tuple(map(_leftover, self._left))

    def _set(self, taken: _Taken) -> None:
        if taken.edits:
            self._session.write(said(LABEL), taken.edits)
        for (kind, entity), values in taken.begun.items():
            BEGINNERS[kind].begin(self._session, entity, values)
        count = sum(map(len, [*taken.edits.values(), *taken.begun.values()]))
        told = said(
            "Text som inte hann sparas förra gången står nu i {count} fält. Det går att ångra."
        ).format(count=count)
        self._session.notes += [told, *taken.notes]

    def _settle(self, left: list[Draft]) -> None:
        self._open = {}
        self._left = [*self._left, *left][-MOST:]

    def _change(self, change: Callable[[], object]) -> None:
        """Change what is kept and write it; when that fails all is as it was."""
        before = dict(self._open), list(self._left)
        change()
        try:
            self._write()
        except OSError as error:
            self._open, self._left = before
            raise PlanFileError(
                said("Texten du skriver gick inte att hålla undan på datorn."),
                said("Disken kan vara full eller skrivskyddad."),
                said("Frigör utrymme, och lämna fältet så att texten sparas."),
            ) from error

    def _write(self) -> None:
        if not self._open and not self._left:
            remove(self._file)
            return
        kept = {"open": self._open.values(), "left": self._left}
        write_json(self._file, {name: list(map(asdict, of)) for name, of in kept.items()})


def drafts_in(file: Path) -> list[Draft]:
    """Return the drafts in a file, also those left over; none when it can't be read."""
    data = read_json(file)
    try:
        return [_draft(one) for one in (*data["open"], *data["left"])]
    except (KeyError, TypeError):
        return []


def base_of(session: Session, key: Key, name: str) -> str:
    """Return what tells what a field holds; not the values, for they may be erased."""
    kind, entity = key
    log = (one for one in session.store.changes_of(entity) if one.kind == kind)
    values = values_of(heads(log).get(name, ()))
    held = sorted(encode(one) for one in values if one is not None)
    return blake2b(encode(held).encode(), digest_size=16).hexdigest()


def _take(session: Session, draft: Draft, taken: _Taken) -> None:
    """Sort one draft: to be set, set already, or left over."""
    kind = KINDS.get(draft.kind)
    thing = session.current(draft.kind, draft.entity) if kind else None
    if kind is not None and thing is None and _begins(session, draft, taken):
        return
    declared = kind.field(draft.field) if kind else None
    if kind is None or thing is None or declared is None or declared.type is FieldType.DATA:
        taken.left.append(draft)  # what is typed in a part of data is no value of the field
        return
    try:
        typed = session.read(kind, {draft.field: draft.text}, thing)
    except InputError:
        taken.left.append(draft)
        return
    data = typed.values[draft.field]
    key = (draft.kind, draft.entity)
    if draft.field in thing.conflicts or base_of(session, key, draft.field) != draft.base:
        if draft.field in thing.conflicts or data != thing[draft.field]:
            taken.left.append(draft)
    elif data != thing[draft.field]:
        taken.edits.setdefault(key, {})[draft.field] = data
        taken.notes += typed.notes


def _begins(session: Session, draft: Draft, taken: _Taken) -> bool:
    """Take up what was typed in what did not stand yet, and still does not."""
    beginner = BEGINNERS.get(draft.kind)
    if beginner is None or not beginner.may(session, draft.entity):
        return False
    try:
        session.read(KINDS[draft.kind], {draft.field: draft.text})
    except InputError:
        return False
    taken.begun.setdefault((draft.kind, draft.entity), {})[draft.field] = draft.text
    return True


def _title(session: Session, key: Key) -> str:
    beginner = BEGINNERS.get(key[0])
    return session.title(*key) or (beginner.name(session, key[1]) if beginner else "")


def _draft(data: Any) -> Draft:
    draft = Draft(**data)
    if not all(isinstance(one, str) for one in asdict(draft).values()):
        raise TypeError
    return draft


def _leftover(draft: Draft) -> Leftover:
    kind = KINDS.get(draft.kind)
    declared = kind.field(draft.field) if kind else None
    label = said(declared.sv) if declared else draft.field
    why = "".join(remark(declared, draft.text)) if declared else ""
    return Leftover(draft.kind, draft.entity, draft.field, label, draft.title, draft.text, why)
