"""Prints from an open plan: agenda, worksheets, cards, vote sheets and minutes as PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.reports.paper import PaperSource, agenda_paper, worksheets_paper
from nvworkshop.reports.paper_cards import cards_paper, votes_paper
from nvworkshop.reports.paper_minutes import minutes_paper
from nvworkshop.session.export import refuse_plan_file
from nvworkshop.session.minutes import minutes_of
from nvworkshop.session.view import PlanView
from nvworkshop.session.workshops import agenda, going_on
from nvworkshop.workshop.templates import template_agenda

PRINTS: Mapping[str, tuple[str, Callable[[PaperSource], Any]]] = {
    "agenda": ("Dagordning", agenda_paper),
    "worksheets": ("Arbetsblad", worksheets_paper),
    "cards": ("Förslagskort", cards_paper),
    "votes": ("Röstblad", votes_paper),
}
"""What can be printed: its name on screen, and what it is built by."""

TEMPLATE = "half_day"
"""The agenda of a plan that has no workshop."""


@dataclass(frozen=True, slots=True)
class PaperResult:
    """Where the print is, of which workshop ("" for none), its pages, and what to tell."""

    place: Path
    what: str
    workshop: str
    pages: int
    notices: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return {**asdict(self), "place": str(self.place), "notices": list(self.notices)}


def write_paper(view: PlanView, what: str, place: Path, workshop: str = "") -> PaperResult:
    """Print to a PDF at `place`; `workshop` is an id, "" the one going on or the latest.

    Without a workshop, or an agenda in it, the half day's is used. Raises InputError for what
    can't be asked for and ExportError for what could not be written; then a file already at
    `place` is as it was.
    """
    from nvworkshop.exchange import pdf

    _check(what, place)
    source, notices = _source(view, workshop)
    name, build = PRINTS[what]
    paper = build(source)
    if paper.empty:
        raise InputError(
            f"Det finns inget att skriva ut: {name}.",
            "Dagordningen har inga steg för det, eller så är alla överhoppade.",
        )
    printed = pdf.write(what, asdict(paper), place, made=source.made)
    told = (*notices, *printed.notices)
    return PaperResult(place, what, source.workshop.id, printed.pages, told)


def write_minutes(view: PlanView, place: Path, workshop: str) -> PaperResult:
    """Print the minutes of a workshop to a PDF at `place`; raises as `write_paper` does."""
    from nvworkshop.exchange import pdf

    _check_place(place)
    minutes = minutes_of(view, workshop)
    source, _ = _source(view, workshop)
    paper = minutes_paper(source, minutes)
    printed = pdf.write("minutes", asdict(paper), place, made=source.made)
    return PaperResult(place, "minutes", workshop, printed.pages, printed.notices)


def _check(what: str, place: Path) -> None:
    if what not in PRINTS:
        raise InputError(f"Det finns ingen utskrift ”{what}”.", hint=f"Välj {', '.join(PRINTS)}.")
    _check_place(place)


def _check_place(place: Path) -> None:
    if place.suffix.casefold() != ".pdf":
        raise InputError(f"En utskrift är en PDF, inte {place.name}.", hint="Skriv till .pdf.")
    refuse_plan_file(place)


def _source(view: PlanView, workshop: str) -> tuple[PaperSource, tuple[str, ...]]:
    chosen = _workshop(view, workshop)
    steps = agenda(chosen) if chosen else ()
    notices: tuple[str, ...] = ()
    if not steps:
        steps = template_agenda(TEMPLATE, view.strategy)
        whose = "Workshopen har ingen dagordning" if chosen else "Planen har ingen workshop"
        notices = (f"{whose}: det blir en halvdags.",)
    source = PaperSource(
        view.strategy,
        chosen or Thing("workshop", "", {}),
        steps,
        view.things("idea"),
        view.plan.text("county_part") if view.plan else "",
        view.surroundings.now().astimezone(),
    )
    return source, notices


def _workshop(view: PlanView, asked: str) -> Thing | None:
    """Return the workshop asked for, else the one going on or the latest; None without any."""
    if asked:
        thing = view.thing(asked)
        if thing.kind != "workshop":
            raise InputError(f"En {KINDS[thing.kind].sv} är ingen workshop.")
        return thing
    there = view.things("workshop")
    latest = max(there, key=lambda one: (one.text("date"), one.updated), default=None)
    return going_on(there) or latest
