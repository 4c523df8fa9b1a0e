"""What is in a plan file: what may say something of people, and what else somebody gets with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nvworkshop.language import marked, said, several
from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.fields import Field, Kind
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.personal_number import personal_numbers
from nvworkshop.session.carried import LEAVES
from nvworkshop.session.guard import text_in
from nvworkshop.session.view import PlanView

NUMBERS = marked("Texter med något som liknar ett personnummer")
"""What the count of personal numbers is called: it should be none."""

OLDER = marked("Äldre lydelser av fält")
"""What the count of values that others have replaced is called."""

NEWER = marked("Annat, skrivet av en nyare version av programmet")

_TOLD = ("idea", "note", "participant", "writer")
"""Kinds that are told of already."""

_SAID = {
    "receipt": marked("Kvitton på sammanslagningar, med namn på filer och planer"),
    "version": marked("Frysta versioner"),
    "redact": marked("Raderingar: när, av vem och ur vilket fält"),
}
"""What the program's own kinds are called here."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One sort of content: what it is called, how much there is, and how much of it in history.

    `now` counts things that stand, `past` those that only the history still holds. `key` is what
    a copy can leave out, "" when it can't.
    """

    key: str
    label: str
    now: int
    past: int


def holdings(view: PlanView) -> list[Holding]:
    """Return what the file holds, what says most of people first.

    The history counts: whoever gets the file gets it too.
    """
    log = [one for one in view.store.changes() if one.data is not None]
    left = [_left(view, log, key) for key in LEAVES]
    return [*left, _numbers(view, log), *_plain(view, log), *_older(log)]


def _left(view: PlanView, log: list[Change], key: str) -> Holding:
    label, test = LEAVES[key]
    return _counted(view, key, said(label), [one for one in log if test(one)])


def _counted(view: PlanView, key: str, label: str, of: Iterable[Change]) -> Holding:
    """Count the things that hold some of this, and those of which only the history does."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in of:
        names[one.kind, one.entity].add(one.field)
    now = sum(_stands(view, thing, fields) for thing, fields in names.items())
    return Holding(key, label, now, len(names) - now)


def _stands(view: PlanView, key: tuple[str, str], fields: Iterable[str]) -> bool:
    thing = view.current(*key) if key[0] in KINDS else None
    return thing is not None and any(thing[name] is not None for name in fields)


def _numbers(view: PlanView, log: list[Change]) -> Holding:
    """Return how many fields hold something like a personal number, now and in history."""
    found = {
        (one.kind, one.entity, field)
        for one in log
        if (field := FIELDS.get(one.kind, {}).get(one.field)) is not None
        and personal_numbers(text_in(field, one.data))
    }
    now = sum(_is_numbered(view, *one) for one in found)
    return Holding("", said(NUMBERS), now, len(found) - now)


def _is_numbered(view: PlanView, kind: str, entity: str, field: Field) -> bool:
    thing = view.current(kind, entity)
    return thing is not None and bool(personal_numbers(text_in(field, thing[field.name])))


def _plain(view: PlanView, log: list[Change]) -> Iterator[Holding]:
    """Yield every other kind: the things that stand, and those that only the history has."""
    ever: dict[str, set[str]] = defaultdict(set)
    for one in log:
        ever[one.kind if one.kind in KINDS else NEWER].add(one.entity)
    for kind in KINDS.values():
        ids = ever.pop(kind.name, set())
        if ids and kind.name not in _TOLD:
            now = len(ids & view.store.ids(kind))
            yield Holding("", _called(kind), now, len(ids) - now)
    if ever:
        yield Holding("", said(NEWER), len(ever[NEWER]), 0)


def _older(log: list[Change]) -> Iterator[Holding]:
    """Yield how many values others have replaced: what something was before it was changed."""
    values = [one for one in log if one.field != REMOVED]
    replaced = {seen for one in values for seen in one.replaced}
    number = sum(one.id in replaced for one in values)
    if number:
        yield Holding("", said(OLDER), 0, number)


def _called(kind: Kind) -> str:
    words = _SAID.get(kind.name)
    return said(words) if words else several(kind.sv_plural).capitalize()
