"""What is in a plan file: what may say something of people, and what else somebody gets with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nvworkshop.language import marked, said, several
from nvworkshop.model.changes import Change
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.personal_number import personal_numbers
from nvworkshop.session.carried import LEAVES
from nvworkshop.session.view import PlanView

NUMBERS = marked("Texter med något som liknar ett personnummer")
"""What the count of personal numbers is called: it should be none."""

_TOLD = ("idea", "note", "participant", "link", "distinct", "deferral", "plan")
"""Kinds that are told of already, or say nothing by their number."""


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
    return [*left, _numbers(view, log), *_plain(view)]


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
    """Return how many texts hold something like a personal number, now and in history."""
    found = {
        (one.kind, one.entity, one.field)
        for one in log
        if isinstance(one.data, str) and personal_numbers(one.data)
    }
    now = sum(_is_numbered(view, *one) for one in found)
    return Holding("", said(NUMBERS), now, len(found) - now)


def _is_numbered(view: PlanView, kind: str, entity: str, field: str) -> bool:
    thing = view.current(kind, entity) if kind in KINDS else None
    return thing is not None and bool(personal_numbers(thing.text(field)))


def _plain(view: PlanView) -> Iterator[Holding]:
    for kind in KINDS.values():
        number = 0 if kind.system or kind.name in _TOLD else view.store.how_many(kind)
        if number:
            yield Holding("", several(kind.sv_plural).capitalize(), number, 0)
