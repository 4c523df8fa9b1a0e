"""The command that lists what is left to follow up, or writes one follow-up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import editing, file_argument, personal_option
from nvworkshop.cli.output import as_json_option, counted, lines, plain, print_json, say
from nvworkshop.cli.showing import viewing
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.session.following_up import Remaining
    from nvworkshop.session.view import PlanView

_ANSWERS = (
    ("--as-planned", "as_planned", marked("Gjort som planerat: ja, delvis eller nej.")),
    ("--comment", "comment", marked("Vad som har hänt.")),
    ("--effect", "effect_seen", marked("Vad det har betytt.")),
    ("--still-right", "still_right", marked("Stämmer det fortfarande: ja, delvis eller nej.")),
    ("--decision", "decision", marked("Fortsätt, ändra eller sluta.")),
    ("--end", "end", marked("Nytt klart för åtgärden, till exempel hösten 2027.")),
    (
        "--status",
        "status",
        marked("Åtgärdens status, till exempel pågår, klar eller prövad och avslutad."),
    ),
    ("--lesson", "lesson", marked("Vad ni lärde er.")),
    ("--next-step", "next_step", marked("Vad som händer nu.")),
)


def _answers(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options for answers."""
    for option, name, told in reversed(_ANSWERS):
        function = click.option(option, name, default=None, metavar=marked("TEXT"), help=told)(
            function
        )
    return function


@command()
@file_argument
@click.option(
    "--action", default="", metavar=marked("NR"), help=marked("Åtgärdens nummer, eller dess id.")
)
@click.option(
    "--workshop",
    default="",
    metavar=marked("ID"),
    help=marked("Uppföljningen hör till en workshop."),
)
@click.option(
    "--date", "day", default="", metavar=marked("DAG"), help=marked("Dagen, annars i dag.")
)
@_answers
@personal_option
@as_json_option
def followup(
    file: Path,
    action: str,
    workshop: str,
    day: str,
    personal: bool,
    as_json: bool,
    **answers: str | None,
) -> None:
    """Visa vad som är kvar att följa upp, eller skriv en uppföljning av en åtgärd.

    Utan --action visas det som är kvar: i en workshop med --workshop, annars det som ingen har
    följt upp på ett halvår. Med --action skrivs det som anges, och åtgärden får samma status.
    Tidigare uppföljningar ändras aldrig; det som redan är skrivet samma dag fylls på.
    """
    spoken = {name: text for name, text in answers.items() if text is not None}
    if not action:
        if spoken or day:
            raise InputError(
                said("Ange vilken åtgärd det gäller."), hint=said("Till exempel --action 7.")
            )
        _list(file, workshop, as_json=as_json)
    elif not spoken:
        raise InputError(said("Ange minst ett svar."), hint=said("Till exempel --status pågår."))
    else:
        _write(file, action, workshop, day, spoken, personal=personal, as_json=as_json)


def _list(file: Path, workshop: str, *, as_json: bool) -> None:
    from nvworkshop.session.following_up import remaining

    with viewing(file) as view:
        found = remaining(view, _workshop(view, workshop))
        if as_json:
            print_json([_json(view, one) for one in found])
            return
        lines([_row(view, one) for one in found])
        say(
            said("{counted} kvar att följa upp.").format(
                counted=counted(len(found), said("åtgärd"), said("åtgärder"))
            )
        )


def _json(view: PlanView, one: Remaining) -> dict[str, object]:
    action, before = one.action, one.before
    return {
        "id": action.id,
        "number": action["number"],
        "title": action["title"],
        "status": plain(action["status"]),
        "end": plain(action["end"]),
        "overdue": _is_late(view, action),
        "followed_up": before["date"] if before else None,
    }


def _row(view: PlanView, one: Remaining) -> tuple[str, ...]:
    action = one.action
    end = view.readable("action", "end", action["end"]) or said("tid saknas")
    late = said("▲ tiden har gått ut") if _is_late(view, action) else ""
    told = (
        said("följdes upp {date}").format(date=one.before.text("date"))
        if one.before
        else said("inte uppföljd")
    )
    named = f"{action['number'] or ''}".rjust(3)
    more = ", ".join(
        filter(None, (said("klart {end}").format(end=end) if action["end"] else end, late, told))
    )
    status = view.readable("action", "status", action["status"]) or said("status saknas")
    return (named, shorten(action.text("title"), 50), status, more)


def _is_late(view: PlanView, action: Thing) -> bool:
    from nvworkshop.model.rules import is_late

    return is_late(action["end"], action["status"], view.surroundings.today())


def _write(
    file: Path,
    action: str,
    workshop: str,
    day: str,
    spoken: dict[str, str],
    *,
    personal: bool,
    as_json: bool,
) -> None:
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.session.following_up import follow_up, occasion_of
    from nvworkshop.workshop.following import Occasion

    with editing(file, personal=personal) as session:
        entity = _action(session, action)
        occasion = occasion_of(_workshop(session, workshop), session.surroundings)
        if day:
            read = session.read(KINDS["follow_up"], {"date": day}).values
            occasion = Occasion(occasion.workshop, read["date"])
        outcome = follow_up(session, entity, spoken, occasion)
        name = session.title("action", entity)
    say(*outcome.notes)
    if as_json:
        print_json({"id": outcome.entity or None, "action": entity, "date": occasion.date})
    elif outcome.touched:
        told = said("Uppföljningen av ”{name}” {date} är sparad.")
        say(told.format(name=shorten(name, 60), date=occasion.date))
    else:
        say(said("Inget att ändra: svaren står där redan."))


def _workshop(view: PlanView, entity: str) -> Thing | None:
    if not entity:
        return None
    thing = view.thing(entity)
    if thing.kind != "workshop":
        raise InputError(
            said("”{entity}” är ingen workshop.").format(entity=entity),
            hint=said("Se id: show FIL --kind workshop"),
        )
    return thing


def _action(view: PlanView, spoken: str) -> str:
    """Return the id of the action with a number, or of one whose id begins so."""
    numbered = [one for one in view.things("action") if spoken == str(one["number"])]
    if len(numbered) > 1:
        raise InputError(
            said("Flera åtgärder har nummer {said}.").format(said=spoken),
            hint=said("Ange id i stället; se det med: show FIL --kind action"),
        )
    if numbered:
        return numbered[0].id
    try:
        return view.subject(spoken)[1]  # an id may be of digits alone
    except InputError:
        if spoken.isdecimal():
            raise InputError(
                said("Ingen åtgärd har nummer {said}.").format(said=shorten(spoken, 20))
            ) from None
        raise


COMMANDS = (followup,)
