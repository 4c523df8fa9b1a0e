"""Building the overall plan: every row once in its shift, and again for whom it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from nvworkshop.language import marked, said
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import NOT_APPLICABLE, shown
from nvworkshop.model.rules import SHARED, handling_of
from nvworkshop.model.things import Thing
from nvworkshop.reports.action_sheets import urgency
from nvworkshop.reports.cells import title_of
from nvworkshop.reports.check_sheets import needs_decision
from nvworkshop.reports.data import UNKNOWN_PLAN, PlanData
from nvworkshop.reports.overall.content import (
    HANDLINGS,
    Asked,
    Duties,
    Entry,
    Origin,
    Overall,
    Section,
)
from nvworkshop.reports.principal_sheet import parties
from nvworkshop.reports.rolled import RolledUp, rolled_up

NO_SHIFT = marked("Utan riktningsförändring")
NO_BODY = marked("Ingen har sagt vem som beslutar")
"""What stands over rows without."""


def build(data: PlanData) -> Overall:
    """Return the overall plan of a whole plan: nobody's row is missing, none stands twice.

    Only what several joint actions gather stands under each of them.
    """
    made = _Entries(data)
    return Overall(
        tuple(_sections(data, made)),
        tuple(_duties(data, made)),
        tuple(_decisions(data, made)),
        len(data.actions),
        tuple(one.id for one in data.of("plan") if one.id != data.plan.id and not _let_out(one)),
    )


def _let_out(plan: Thing) -> bool:
    return plan.text("level") == SHARED


class _Entries:
    """Makes each row once, however many groups it stands in."""

    def __init__(self, data: PlanData) -> None:
        self._data = data
        self._made: dict[str, Entry] = {}
        self._places: dict[str, tuple[object, ...]] = {}
        self._ends: dict[str, tuple[object, ...]] = {}

    def in_order(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return joint actions first, then local ones as they are handled, länsdel by länsdel."""
        return tuple(sorted(entries, key=self._place))

    def by_urgency(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return what ends first at the top."""
        return tuple(sorted(entries, key=self._end))

    def _place(self, one: Entry) -> tuple[object, ...]:
        if one.id not in self._places:
            handled = HANDLINGS.index(one.handling)
            local = not one.is_joint_action
            self._places[one.id] = (local, handled, self._data.by_part(one.thing))
        return self._places[one.id]

    def _end(self, one: Entry) -> tuple[object, ...]:
        if one.id not in self._ends:
            self._ends[one.id] = urgency(one.thing, self._data)
        return self._ends[one.id]

    def of(self, thing: Thing) -> Entry:
        """Return a joint action or a local action as a row."""
        if thing.id not in self._made:
            make = self._joint if thing.kind == "joint_action" else self._local
            self._made[thing.id] = make(thing)
        return self._made[thing.id]

    @cached_property
    def rows(self) -> tuple[Entry, ...]:
        """Every row there is, joint actions first."""
        return tuple(self.of(one) for one in self._data.rows)

    @cached_property
    def _rolled(self) -> Mapping[str, tuple[RolledUp, ...]]:
        return rolled_up(self._data)

    def _joint(self, thing: Thing) -> Entry:
        gathered = sorted(self._data.gathered.get(thing.id, ()), key=self._data.by_part)
        several = tuple(self.of(one) for one in gathered)
        where = dict.fromkeys(place for one in several for place in one.where)
        return self._entry(thing, where=tuple(where), gathers=several)

    def _local(self, thing: Thing) -> Entry:
        joint = self._data.gathered_in.get(thing.id, ())
        origin = self._origin(thing)
        return self._entry(
            thing,
            where=(origin.where,),
            handling=handling_of(thing, is_gathered=bool(joint)),
            reason=thing.text("handling_reason"),
            origin=origin,
            part_of=tuple(map(title_of, joint)),
        )

    def _entry(self, thing: Thing, where: tuple[str, ...], **known: Any) -> Entry:
        return Entry(
            thing,
            title_of(thing),
            where,
            self._words(thing, "principal"),
            self._words(thing, "end"),
            self._words(thing, "status"),
            self._words(thing, "decision_needed"),
            rolled=self._rolled.get(thing.id, ()),
            **known,
        )

    def _words(self, thing: Thing, name: str) -> str:
        data = thing[name]
        if data in (None, NOT_APPLICABLE):
            return ""
        return shown(FIELDS[thing.kind][name], data, self._data.strategy)

    def _origin(self, thing: Thing) -> Origin:
        data, number = self._data, thing["number"]
        plan = data.by_id.get(thing.text("plan"))
        held = data.by_id.get(thing.text("workshop"))
        return Origin(
            data.part_of(thing),
            data.part_label(thing),
            title_of(plan) if plan else UNKNOWN_PLAN,
            int(number) if isinstance(number, int | float) else 0,
            title_of(held) if held else "",
            held.text("date") if held else "",
        )


def _sections(data: PlanData, made: _Entries) -> Iterator[Section]:
    """Yield the shifts in the strategy's order, also empty ones; last what has none."""
    alone: dict[str, list[Entry]] = defaultdict(list)
    known = dict(data.strategy.options("shift"))
    for thing in (*data.joint_actions, *data.actions):
        if thing.kind == "joint_action" or thing.id not in data.gathered_in:
            alone[thing.text("shift")].append(made.of(thing))
    rest = (one for one in sorted(alone) if one and one not in known)
    for shift in (*known, *rest):
        yield Section(shift, known.get(shift, shift), made.in_order(alone[shift]))
    if alone[""]:
        yield Section("", said(NO_SHIFT), made.in_order(alone[""]))


def _duties(data: PlanData, made: _Entries) -> Iterator[Duties]:
    """Yield who has something to do, each with what ends first at the top; last nobody's."""
    own: dict[str, list[Entry]] = defaultdict(list)
    others: dict[str, list[Entry]] = defaultdict(list)
    for one in made.rows:
        owner = one.thing.text("principal")
        own[owner].append(one)
        for party in dict.fromkeys(one.thing.items("contributors")):
            if party not in ("", owner):
                others[party].append(one)
    for party, name in parties(data):
        if party in own or party in others:
            responsible, contributing = own.get(party, ()), others.get(party, ())
            yield Duties(party, name, made.by_urgency(responsible), made.by_urgency(contributing))


def _decisions(data: PlanData, made: _Entries) -> Iterator[Asked]:
    """Yield the bodies that are asked, in the strategy's order; last what names none."""
    asked: dict[str, list[Entry]] = defaultdict(list)
    for one in made.rows:
        if needs_decision(one.thing, data):
            asked[one.thing.text("decision_body")].append(one)
    known = dict(data.strategy.options("body"))
    rest = sorted(asked.keys() - known.keys() - {""})
    for body in (*known, *rest, ""):
        if asked.get(body):
            yield Asked(body, known.get(body, body) or said(NO_BODY), made.in_order(asked[body]))
