"""The register of assignments: what bodies have asked for, how it stands, and what was reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from nvworkshop.errors import InputError
from nvworkshop.followup.drafting import State, added_to, drafted
from nvworkshop.followup.references import Reference, parse_reference
from nvworkshop.language import as_source, marked, said
from nvworkshop.model.rules import day_of
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView

SOON = 14
"""Days before something is due that somebody is reminded of it."""

NO_BODY = marked("Utan organ")


class Stage(Enum):
    """How far an assignment has come."""

    OPEN = marked("ska redovisas")
    SOON = marked("snart")
    OVERDUE = marked("sen")
    REPORTED = marked("redovisat")
    UNDATED = marked("utan tid")


class Order(Enum):
    """What the assignments of a body are ordered by, and what that is called."""

    REFERENCE = marked("Beslutsreferens")
    DUE = marked("Ska redovisas")
    TITLE = marked("Uppdrag")


@dataclass(frozen=True, slots=True)
class Assigned:
    """One assignment: how it stands, its actions, and what was reported, the latest first.

    `days` are those that are left, below 0 when it is late; None when no day could be read.
    """

    thing: Thing
    stage: Stage
    days: int | None
    reference: Reference
    states: tuple[State, ...] = ()
    history: tuple[Thing, ...] = ()

    @property
    def id(self) -> str:
        """The id of the assignment."""
        return self.thing.id


@dataclass(frozen=True, slots=True)
class OfBody:
    """A body and what it has asked for; `id` is "" for what no body is named for."""

    id: str
    name: str
    rows: tuple[Assigned, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Every assignment, by body in the strategy's order."""

    bodies: tuple[OfBody, ...] = ()

    @property
    def rows(self) -> tuple[Assigned, ...]:
        """The assignments in the order they stand."""
        return tuple(row for body in self.bodies for row in body.rows)

    def count(self, stage: Stage) -> int:
        """Return how many stand so."""
        return sum(one.stage is stage for one in self.rows)

    @property
    def said(self) -> str:
        """How they stand, in a sentence."""
        if not self.rows:
            return said("Inga uppdrag än.")
        reported = self.count(Stage.REPORTED)
        counts = (
            (self.count(Stage.OVERDUE), said("skulle ha redovisats")),
            (self.count(Stage.SOON), said("ska redovisas inom {soon} dagar").format(soon=SOON)),
            (reported, said("är redovisat") if reported == 1 else said("är redovisade")),
        )
        parts = [f"{number} {what}" for number, what in counts if number]
        told = f"{', '.join(parts)}." if parts else ""
        return said("{rows} uppdrag. {told}").format(rows=len(self.rows), told=told).strip()


def register(view: PlanView, order: Order = Order.REFERENCE) -> Register:
    """Return the register of a plan."""
    by_body: dict[str, list[Assigned]] = defaultdict(list)
    for one in _assigned(view):
        by_body[one.thing.text("body")].append(one)
    known = [*(one for one, _ in view.strategy.options("body")), *sorted(by_body), ""]
    ids = [one for one in dict.fromkeys(known) if one != "" and one in by_body]
    ids += [""] if "" in by_body else []
    return Register(
        tuple(
            OfBody(
                one,
                said(view.strategy.label("body", one)) if one else said(NO_BODY),
                _ordered(by_body[one], order),
            )
            for one in ids
        )
    )


def _assigned(view: PlanView) -> Iterable[Assigned]:
    states = _States(view)
    history: dict[str, list[Thing]] = defaultdict(list)
    for one in view.things("report_back"):
        history[one.text("assignment")].append(one)
    today = view.surroundings.today()
    for one in view.things("assignment"):
        told = sorted(history[one.id], key=lambda told: (told.text("date"), told.updated))
        stage, days = _stage(one, today)
        found = tuple(states.of(one))
        reference = parse_reference(one.text("reference"))
        yield Assigned(one, stage, days, reference, found, tuple(reversed(told)))


def _ordered(rows: Sequence[Assigned], order: Order) -> tuple[Assigned, ...]:
    def _title(row: Assigned) -> tuple[str, str, str]:
        return sort_key(row.thing.text("title"))

    def _due(row: Assigned) -> date:
        return day_of(row.thing["due"], "last") or date.max

    match order:
        case Order.TITLE:
            return tuple(sorted(rows, key=_title))
        case Order.DUE:
            return tuple(sorted(rows, key=lambda row: (_due(row), _title(row))))
        case Order.REFERENCE:
            return tuple(sorted(rows, key=lambda row: (row.reference.key[1:3], _title(row))))


def _stage(assignment: Thing, today: date) -> tuple[Stage, int | None]:
    last = day_of(assignment["due"], "last")
    days = (last - today).days if last else None
    if assignment["reported"]:
        return Stage.REPORTED, None
    if days is None:
        return Stage.UNDATED, None
    if days < 0:
        return Stage.OVERDUE, days
    return (Stage.SOON if days <= SOON else Stage.OPEN), days


class _States:
    """How actions stand by their latest follow-up."""

    def __init__(self, view: PlanView) -> None:
        """Look up the follow-ups once."""
        self._view = view
        self._actions = {one.id: one for one in view.things("action")}
        self._latest: dict[str, Thing] = {}
        for one in view.things("follow_up"):
            before = self._latest.get(one.text("action"))
            if before is None or _when(before) <= _when(one):
                self._latest[one.text("action")] = one

    def of(self, assignment: Thing) -> Iterable[State]:
        """Yield how the actions of an assignment stand; those that are gone are left out."""
        for entity in assignment.items("actions"):
            if entity in self._actions:
                yield self._state(self._actions[entity])

    def _state(self, action: Thing) -> State:
        status = self._view.readable("action", "status", action["status"])
        told = self._latest.get(action.id)
        texts = ("date", "comment", "effect_seen", "next_step")
        spoken = [told.text(one) if told else "" for one in texts]
        return State(action.id, action.text("title"), status, action.text("status"), *spoken)


def _when(follow_up: Thing) -> tuple[str, int]:
    return follow_up.text("date"), follow_up.updated


def take_states(session: Session, assignment: str) -> Outcome:
    """Draft the text of an assignment from how its actions stand: after what is written already."""
    thing = session.thing(assignment)
    with as_source():  # the text is kept in the plan
        found = list(_States(session).of(thing))
    if not found:
        raise InputError(
            said("Uppdraget har inga åtgärder att hämta läget från."),
            hint=said("Välj åtgärder under Åtgärder först."),
        )
    stands = thing.text("report")
    text = added_to(stands, drafted(found))
    if text == stands:
        return Outcome(notes=(said("Läget från åtgärderna står redan i texten."),))
    return session.set_many({thing.id: {"report": text}}, label=said("Hämta läget från åtgärderna"))
