"""Commands about assignments and the year: assignments, calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, lines, plain, print_json, say, show
from nvworkshop.cli.showing import at_option, viewing
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.session.assignments import Assigned, Register
    from nvworkshop.session.view import PlanView


@command()
@file_argument
@at_option
@as_json_option
def assignments(file: Path, point: str, as_json: bool) -> None:
    """Visa uppdragen per organ: när de ska redovisas, och vad som har redovisats.

    Skriv med: nvworkshop add FIL assignment "title=…" body=POLSAM "reference=RS 181031 § 202"
    "due=våren 2027", och redovisa med add FIL report_back assignment=ID date=2027-01-30 "text=…"
    """
    from nvworkshop.session.assignments import register

    with viewing(file, point=point) as view:
        found = register(view)
        if as_json:
            print_json(_json(found))
        else:
            _show(view, found)
    say(found.said)


def _json(found: Register) -> list[dict[str, object]]:
    return [_row_json(one) for one in found.rows]


def _row_json(one: Assigned) -> dict[str, object]:
    of = ("title", "body", "reference", "due", "actions", "report", "reported")
    history = [
        {name: plain(told[name]) for name in ("date", "body", "reference", "text")}
        | {"id": told.id}
        for told in one.history
    ]
    day = one.reference.day
    read = {"day": day.isoformat() if day else None, "paragraph": one.reference.paragraph or None}
    return {
        "id": one.id,
        **{name: plain(one.thing[name]) for name in of},
        "stage": one.stage.name.casefold(),
        "days": one.days,
        "decided": {"body": one.reference.body or None, **read},
        "history": history,
    }


def _show(view: PlanView, found: Register) -> None:
    for body in found.bodies:
        show(f"\n{body.name}")
        lines([_line(view, one) for one in body.rows])


def _line(view: PlanView, one: Assigned) -> tuple[str, ...]:
    due = view.readable("assignment", "due", one.thing["due"])
    told = (
        counted(len(one.history), said("redovisning"), said("redovisningar")) if one.history else ""
    )
    more = [
        said(one.stage.value),
        _days(one.days),
        one.thing.text("reported"),
        told,
        one.reference.problem,
    ]
    return (
        f"  {one.id[:8]}",
        shorten(one.thing.text("title") or "–", 60),
        one.thing.text("reference"),
        due,
        ", ".join(text for text in more if text),
    )


def _days(days: int | None) -> str:
    if days is None:
        return ""
    told = said("{counted} sen") if days < 0 else said("{counted} kvar")
    return told.format(counted=counted(abs(days), said("dag"), said("dagar")))


@command()
@file_argument
@click.option(
    "--out",
    type=PATH,
    required=True,
    metavar=marked("UT"),
    help=marked("Kalenderfilen, som slutar på .ics."),
)
@click.option(
    "--year", type=int, default=None, metavar=marked("ÅR"), help=marked("Bara ett år, annars alla.")
)
@click.option(
    "--actions", is_flag=True, help=marked("Ta med när åtgärder och delmål ska vara klara.")
)
def calendar(file: Path, out: Path, year: int | None, actions: bool) -> None:
    """Skriv årshjulet som en kalenderfil (.ics): möten, uppföljningar, uppdrag och remissvar.

    Filen går att öppna i Outlook och andra kalendrar. En tid som ingen kan läsa som dagar är inte
    med, och det sägs vilka det är.
    """
    from nvworkshop.followup.year import Sort
    from nvworkshop.session.year import OPTIONAL, save_calendar

    sorts = [one for one in Sort if actions or one not in OPTIONAL]
    with viewing(file) as view:
        saved = save_calendar(view, out, year=year, sorts=sorts)
    say(*saved.left_out)
    events = counted(saved.count, said("händelse"), said("händelser"))
    show(said("{events} i {name}.").format(events=events, name=out.name))


COMMANDS = (assignments, calendar)
