"""A whole plan to read at a point in time: every thing with all its fields in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nvworkshop.language import said
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.session.moments import At, Moment, called, view_at
from nvworkshop.session.versions import told_of
from nvworkshop.session.view import PlanView

_FIRST = ("plan", "joint_action", "action")
_LEFT_OUT = ("link", "distinct", "participant")
"""What only ties other things together, or is not the plan's."""


@dataclass(frozen=True, slots=True)
class Readable:
    """One thing: the label and text of every field that is filled in; all texts are plain."""

    kind: str
    entity: str
    number: int
    title: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlanThen:
    """A plan as it was; `odd` says why a version does not read as when frozen, "" when it does."""

    label: str
    things: tuple[Readable, ...]
    odd: str = ""


def plan_at(view: PlanView, moment: Moment) -> PlanThen:
    """Return the whole plan at a moment, in the order people read it."""
    with view_at(view, moment) as then:
        things = tuple(_all(then))
        odd = told_of(view, view.thing(moment.entity), then) if moment.at is At.VERSION else ""
    return PlanThen(called(view, moment), things, odd)


def _all(view: PlanView) -> Iterator[Readable]:
    kinds = [*_FIRST, *(name for name in KINDS if name not in _FIRST)]
    for name in kinds:
        kind = KINDS[name]
        if not kind.system and name not in _LEFT_OUT:
            yield from sorted((_read(view, kind, one) for one in view.things(name)), key=_order)


def _order(one: Readable) -> tuple[bool, int, tuple[str, str, str]]:
    return one.number == 0, one.number, sort_key(one.title)


def _read(view: PlanView, kind: Kind, thing: Thing) -> Readable:
    number = thing["number"]
    fields = (
        (said(field.sv), _text(view, thing, field.name))
        for field in kind.fields
        if field.name != "plan"
    )
    return Readable(
        kind.name,
        thing.id,
        int(number) if isinstance(number, int | float) else 0,
        view.name(thing) or f"({thing.id[:8]})",
        tuple((label, text) for label, text in fields if text),
    )


def _text(view: PlanView, thing: Thing, name: str) -> str:
    text = view.readable(thing.kind, name, thing[name])
    return said("{text} (i konflikt)").format(text=text) if name in thing.conflicts else text
