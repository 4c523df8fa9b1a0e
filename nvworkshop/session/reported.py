"""What has been reported of assignments: written down once, told of day by day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.session.assignments import NO_BODY
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView


def report_back(session: Session, assignment: str, values: Mapping[str, Any]) -> Outcome:
    """Write down that the text of an assignment was reported: it stays as it was that day.

    `values` are date, body and reference as typed. Raises InputError without a text or a date.
    """
    thing = session.thing(assignment)
    if not thing.text("report"):
        raise InputError(
            said("Uppdraget har ingen text att redovisa."),
            hint=said("Skriv återrapporteringen först."),
        )
    given = {"assignment": thing.id, "text": thing.text("report"), **values}
    typed = session.read(KINDS["report_back"], given)
    told = typed.values.get("date")
    if not isinstance(told, str):
        raise InputError(
            said("Datum saknas."),
            hint=said("Skriv dagen uppdraget redovisades, till exempel 2027-01-30."),
        )
    if date.fromisoformat(told) > session.surroundings.today():
        typed.notes.append(said("{told} har inte varit än. Stämmer datumet?").format(told=told))
    entity = session.surroundings.new_id()
    return session.add_many(
        said("Redovisa uppdrag"),
        [("report_back", entity, typed.values)],
        entity=entity,
        notes=typed.notes,
        edits={("assignment", thing.id): {"reported": told}},
    )


def report_days(view: PlanView) -> list[tuple[str, int]]:
    """Return the days on which something was reported, the latest first, and how much."""
    days = Counter(one.text("date") for one in view.things("report_back") if one.text("date"))
    return sorted(days.items(), reverse=True)


@dataclass(frozen=True, slots=True)
class Told:
    """What was reported of one assignment."""

    title: str
    reference: str
    text: str
    received: str = ""


@dataclass(frozen=True, slots=True)
class ToldTo:
    """A body and what was reported to it."""

    name: str
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ReportedOn:
    """What was reported one day, by body; `day` is "" for how it stands now."""

    day: str = ""
    bodies: tuple[ToldTo, ...] = ()


def reported_on(view: PlanView, day: str) -> ReportedOn:
    """Return what was reported one day; InputError when nothing was."""
    if not day:
        return ReportedOn()
    by_body: dict[str, list[Told]] = defaultdict(list)
    for one in view.things("report_back"):
        if one.text("date") == day:
            by_body[one.text("body")].append(_told(view, one))
    if not by_body:
        days = ", ".join(one for one, _ in report_days(view))
        spoken = said("Redovisat är: {days}.").format(days=days) if days else ""
        raise InputError(
            said("Inget uppdrag redovisades {day}.").format(day=shorten(day, 40)), spoken
        )
    return ReportedOn(day, tuple(_bodies(view, by_body)))


def _told(view: PlanView, report: Thing) -> Told:
    assignment = view.current("assignment", report.text("assignment"))
    title, asked = (assignment.text(one) if assignment else "" for one in ("title", "reference"))
    return Told(title or "Uppdrag utan namn", asked, report.text("text"), report.text("reference"))


def _bodies(view: PlanView, by_body: Mapping[str, list[Told]]) -> Iterable[ToldTo]:
    known = [*(one for one, _ in view.strategy.options("body")), *sorted(by_body)]
    for one in dict.fromkeys(known):
        if one in by_body:
            name = view.strategy.label("body", one) if one else NO_BODY
            yield ToldTo(name, tuple(by_body[one]))
