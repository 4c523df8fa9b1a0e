"""Prints from an open plan: agenda, worksheets, cards and vote sheets as PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import as_source, marked, said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.reports.paper import PaperSource, agenda_paper, worksheets_paper
from nvworkshop.reports.paper_cards import cards_paper, votes_paper
from nvworkshop.session.export import refuse_plan_file
from nvworkshop.session.view import PlanView
from nvworkshop.session.workshops import agenda, going_on
from nvworkshop.workshop.templates import template_agenda

PRINTS: Mapping[str, tuple[str, Callable[[PaperSource], Any]]] = {
    "agenda": (marked("Dagordning"), agenda_paper),
    "worksheets": (marked("Arbetsblad"), worksheets_paper),
    "cards": (marked("Förslagskort"), cards_paper),
    "votes": (marked("Röstblad"), votes_paper),
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
    with as_source():
        paper = build(source)
    if paper.empty:
        raise InputError(
            said("Det finns inget att skriva ut: {name}.").format(name=said(name)),
            said("Dagordningen har inga steg för det, eller så är alla överhoppade."),
        )
    printed = pdf.write(what, asdict(paper), place, made=source.made)
    told = (*notices, *printed.notices)
    return PaperResult(place, what, source.workshop.id, printed.pages, told)


def _check(what: str, place: Path) -> None:
    if what not in PRINTS:
        raise InputError(
            said("Det finns ingen utskrift ”{what}”.").format(what=what),
            hint=said("Välj {prints}.").format(prints=", ".join(PRINTS)),
        )
    if place.suffix.casefold() != ".pdf":
        raise InputError(
            said("En utskrift är en PDF, inte {name}.").format(name=place.name),
            hint=said("Skriv till .pdf."),
        )
    refuse_plan_file(place)


def _source(view: PlanView, workshop: str) -> tuple[PaperSource, tuple[str, ...]]:
    chosen = _workshop(view, workshop)
    steps = agenda(chosen) if chosen else ()
    notices: tuple[str, ...] = ()
    if not steps:
        steps = template_agenda(TEMPLATE, view.strategy)
        whose = (
            said("Workshopen har ingen dagordning") if chosen else said("Planen har ingen workshop")
        )
        notices = (said("{whose}: det blir en halvdags.").format(whose=whose),)
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
            raise InputError(
                said("En {kind} är ingen workshop.").format(kind=said(KINDS[thing.kind].sv))
            )
        return thing
    there = view.things("workshop")
    latest = max(there, key=lambda one: (one.text("date"), one.updated), default=None)
    return going_on(there) or latest
