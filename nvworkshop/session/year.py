"""The year wheel of a plan, what comes soon, and its days as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.followup.dated import NEEDED, WAITING, entries
from nvworkshop.followup.year import Entry, Sort, Year, coming, year_of
from nvworkshop.language import as_source, marked, said
from nvworkshop.model.text import shorten
from nvworkshop.session.assignments import SOON
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView

_TITLE = 60
"""Most characters of a title in a sentence."""

SORTS = {
    Sort.FOLLOW_UP: marked("Uppföljning"),
    Sort.WORKSHOP: marked("Workshop"),
    Sort.MEETING: marked("Möte"),
    Sort.BUDGET: marked("Budget"),
    Sort.NATIONAL: marked("Nationell redovisning"),
    Sort.ASSIGNMENT: marked("Uppdrag att redovisa"),
    Sort.ANSWER: marked("Remissvar"),
    Sort.OTHER: marked("Annat"),
    Sort.ACTION: marked("Åtgärd klar"),
    Sort.MILESTONE: marked("Delmål"),
}
"""What each sort is called."""

OPTIONAL = frozenset({Sort.ACTION, Sort.MILESTONE})
"""What a plan has so many of that nobody sees the rest: shown when somebody asks."""


def all_entries(view: PlanView, kinds: Iterable[str] = NEEDED) -> list[Entry]:
    """Return everything in a plan that has a time, of what these kinds tell."""
    things = {kind: view.things(kind) for kind in kinds}
    today = view.surroundings.today()
    return entries(things, partial(_called, view), plan=view.store.plan, today=today)


def _called(view: PlanView, category: str, item_id: str) -> str:
    """Return what an option is called, in short when it has a short name."""
    item = view.strategy.get(category, item_id)
    return said(item.short or item.label) if item else item_id


def wheel(view: PlanView, year: int, sorts: Iterable[Sort] = tuple(Sort)) -> Year:
    """Return one year of a plan, with only what is of these sorts."""
    wanted = set(sorts)
    return year_of((one for one in all_entries(view) if one.sort in wanted), year)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is late and what comes soon, and a sentence about it; "" when there is nothing."""

    late: tuple[Entry, ...] = ()
    soon: tuple[Entry, ...] = ()
    sentence: str = ""


def reminder(view: PlanView) -> Reminder:
    """Return what somebody who opens a plan is reminded of."""
    today = view.surroundings.today()
    late, soon = coming(all_entries(view, WAITING), today, within=SOON)
    return Reminder(tuple(late), tuple(soon), " ".join(_said(late, soon)))


def _said(late: Sequence[Entry], soon: Sequence[Entry]) -> Iterator[str]:
    if late:
        yield said("Försenat: {named}.").format(named=_named(late))
    if soon:
        yield said("Inom {soon} dagar: {named}.").format(soon=SOON, named=_named(soon))


def _named(several: Sequence[Entry]) -> str:
    """Return the only one by name, or how many: a line that is read at a glance."""
    if len(several) > 1:
        return said("{n} datum").format(n=len(several))
    (one,) = several
    return f"{shorten(one.title, _TITLE)} ({one.day})"


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a calendar file is, how many events are in it, and what was left out."""

    place: Path
    count: int
    left_out: tuple[str, ...] = ()


def save_calendar(
    view: PlanView, place: Path, *, year: int | None = None, sorts: Iterable[Sort] = tuple(Sort)
) -> Saved:
    """Write what has days to an .ics file and read it back: one year, or everything.

    Raises InputError when there is nothing to write, ExportError when it can't be written.
    """
    from nvworkshop.exchange import ics_out  # slow to load

    if place.suffix.casefold() != ".ics":
        raise InputError(
            said("Kalenderfilen ska sluta på .ics."), hint=said("Skriv till exempel årshjul.ics.")
        )
    wanted = set(sorts)
    with as_source():
        found = all_entries(view)
    every = [one for one in found if one.sort in wanted and not one.is_record]
    told = _of_year(every, year) if year is not None else [one for one in every if one.day]
    if not told:
        when = f" {year}" if year is not None else ""
        raise InputError(
            said("Planen har inget med dag att lägga i en kalender{when}.").format(when=when)
        )
    title = view.plan.text("title") if view.plan else ""
    now = view.surroundings.now()
    count = ics_out.write(told, place, title=title, labels=SORTS, made=now, recurs=year is None)
    return Saved(place, count, tuple(_left_out(every)))


def _of_year(every: Iterable[Entry], year: int) -> list[Entry]:
    if not 1 <= year <= 9998:  # noqa: PLR2004 (the last day of a year needs the next)
        raise InputError(
            said("{year} är inget år.").format(year=year),
            hint=said("Skriv till exempel --year 2027."),
        )
    return list(year_of(every, year).entries)


def _left_out(every: Iterable[Entry]) -> Iterator[str]:
    """Say what has a time that nobody could read, or no end to be due at."""
    for one in every:
        if one.day is None:
            spoken = (
                said("”{said}” är ingen dag").format(said=shorten(one.said, 40))
                if one.said
                else said("ingen tid är skriven")
            )
            yield said("Inte med: {title} ({said}).").format(
                title=shorten(one.title, _TITLE), said=spoken
            )


def add_event(session: Session, occasion: str = "", *, year: int | None = None) -> Outcome:
    """Begin an entry of one's own; `occasion` is the id of one that the strategy offers.

    A day that the strategy settles is written in, of the year that is shown.
    """
    offered = next((one for one in session.strategy.yearly if one.id == occasion), None)
    if offered is None:
        return session.add("event", {})
    values = {"title": offered.name, "occasion": offered.occasion, "yearly": True}
    when = year or session.surroundings.today().year
    dated = {"time": f"{when}-{offered.day}"} if offered.day else {}
    return session.add("event", {**values, **dated})
