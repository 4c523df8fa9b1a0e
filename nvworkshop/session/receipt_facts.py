"""What a receipt says: what came, from which files, and what was decided after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from nvworkshop.language import said
from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.conflicts import label_of
from nvworkshop.model.heads import Heads, heads
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.session.purging import PRIVATE
from nvworkshop.session.receipts import Source, own_writers, receipts, sources_of
from nvworkshop.session.view import PlanView
from nvworkshop.session.who_wrote import called

_MADE = ("joint_action", "link", "distinct", "deferral")
"""The kinds a coordinator makes while reviewing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing somebody decided after a merge; `at` is milliseconds since 1970 UTC."""

    at: int
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement with its time as people read it."""

    at: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """One file of a merge; `error` says why nothing was taken."""

    name: str
    title: str
    error: str
    new: int
    known: int
    damaged: int
    notes: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a receipt says; `actions` and `conflicts` are how many there were after it."""

    id: str
    at: str
    actions: str
    conflicts: str
    taken_back: bool
    files: tuple[File, ...]
    decisions: tuple[Decided, ...]


def judgements(view: PlanView, receipt: Thing) -> list[Judgement]:
    """Return what was decided in this plan from a merge until the next, oldest first.

    Conflicts that were settled, joint actions, pairs called different and what was left.
    """
    own = own_writers(view)
    begin, end = _span(view, receipt)
    found = [
        one
        for one in view.store.changes("at > ? AND at <= ?", (begin, end))
        if one.writer in own and not view.store.aside.covers(one)
    ]
    return [_told(view, one) for one in found if _is_judgement(view, one)]


def _span(view: PlanView, receipt: Thing) -> tuple[int, int]:
    made = sorted(_made(view, one) for one in receipts(view))
    begin = _made(view, receipt)
    return begin, next((one for one in made if one > begin), view.store.latest)


def _made(view: PlanView, receipt: Thing) -> int:
    return min((one.at for one in view.store.changes("entity = ?", (receipt.id,))), default=0)


def _is_judgement(view: PlanView, one: Change) -> bool:
    if one.kind in _MADE:
        return one.field == KINDS[one.kind].title_field.name and not one.replaced
    if one.kind not in KINDS or KINDS[one.kind].system:
        return False
    return one.field == REMOVED or _settles(view, one)


def _settles(view: PlanView, one: Change) -> bool:
    """Tell whether what a change replaced differed; an erased value may have been any."""
    field = FIELDS[one.kind].get(one.field)
    if len(one.replaced) < 2 or (field is not None and field.latest):  # noqa: PLR2004
        return False
    of_thing = view.store.changes("entity = ?", (one.entity,))
    before = [each for each in of_thing if each.id in one.replaced and each.field == one.field]
    return len({each.value or each.id.hex() for each in before}) > 1


def _told(view: PlanView, one: Change) -> Judgement:
    who = called(view, view.current("writer", one.writer.hex()), view.plan)
    name = shorten(_name(view, one), 80)
    if one.kind == "deferral":
        return Judgement(
            one.at,
            who,
            said("Konflikt lämnad till länsdelen: {left}").format(left=_left(view, one)),
        )
    if one.kind in _MADE:
        return Judgement(one.at, who, f"{said(KINDS[one.kind].sv).capitalize()}: {name}")
    if one.field == REMOVED:
        what = said("Borttagen") if one.data is True else said("Behållen")
        return Judgement(one.at, who, f"{what}: {name}")
    label = said(label_of(one.kind, one.field))
    if (one.kind, one.field) in PRIVATE:  # a receipt is a document, and names stay out of those
        what = said("Konflikt avgjord: {label} i ”{name}”").format(label=label, name=name)
        return Judgement(one.at, who, what)
    value = " ".join(view.readable(one.kind, one.field, one.data).split()) or "–"
    return Judgement(
        one.at,
        who,
        said("Konflikt avgjord: {label} i ”{name}” blev {value}").format(
            label=label, name=name, value=value
        ),
    )


def _left(view: PlanView, one: Change) -> str:
    """Return which field of which thing was left, as people know them."""
    entity = str(one.data)
    found = next((key for key in view.store.keys_starting(entity) if key[1] == entity), None)
    of = _heads(view, one.kind, one.entity).get("field", ())
    if found is None or not of:
        return entity[:8]
    thing = thing_of(KINDS[found[0]], entity, _heads(view, *found))
    return said("{label} i ”{title}”").format(
        label=said(label_of(found[0], str(of[0].data))), title=shorten(view.name(thing), 80)
    )


def _heads(view: PlanView, kind: str, entity: str) -> Heads:
    return heads(one for one in view.store.changes_of(entity) if one.kind == kind)


def _name(view: PlanView, one: Change) -> str:
    """Return what a thing is called, also one that is removed."""
    of = _heads(view, one.kind, one.entity)
    return view.name(thing_of(KINDS[one.kind], one.entity, of)) or one.entity[:8]


def facts_of(view: PlanView, receipt: Thing) -> Facts:
    """Return what a receipt says; the times are this computer's."""
    return Facts(
        id=receipt.id,
        at=receipt.text("at")[:16].replace("T", " "),
        actions=_number(receipt, "action_count"),
        conflicts=_number(receipt, "conflict_count"),
        taken_back=receipt["taken_back"] is True,
        files=tuple(_file(one) for one in sources_of(receipt)),
        decisions=tuple(
            Decided(_clock(one.at), one.who, one.text) for one in judgements(view, receipt)
        ),
    )


def _file(one: Source) -> File:
    return File(
        one.file,
        one.title,
        one.error,
        one.new_changes,
        one.known_changes,
        one.damaged_changes,
        one.notes,
        one.sha256,
    )


def _number(receipt: Thing, name: str) -> str:
    value = receipt[name]
    return str(int(value)) if isinstance(value, int | float) else "–"


def _clock(at: int) -> str:
    try:
        return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"
    except (OverflowError, ValueError, OSError):
        return str(at)
