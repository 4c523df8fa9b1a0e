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
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.session.following_up import Remaining
    from nvworkshop.session.view import PlanView

_ANSWERS = (
    ("--as-planned", "as_planned", "Gjort som planerat: ja, delvis eller nej."),
    ("--comment", "comment", "Vad som har hänt."),
    ("--effect", "effect_seen", "Vad det har betytt."),
    ("--still-right", "still_right", "Stämmer det fortfarande: ja, delvis eller nej."),
    ("--decision", "decision", "Fortsätt, ändra eller sluta."),
    ("--end", "end", "Nytt klart för åtgärden, till exempel hösten 2027."),
    ("--status", "status", "Åtgärdens status, till exempel pågår, klar eller prövad och avslutad."),
    ("--lesson", "lesson", "Vad ni lärde er."),
    ("--next-step", "next_step", "Vad som händer nu."),
)


def _answers(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options for answers."""
    for option, name, told in reversed(_ANSWERS):
        function = click.option(option, name, default=None, metavar="TEXT", help=told)(function)
    return function


@command()
@file_argument
@click.option("--action", default="", metavar="NR", help="Åtgärdens nummer, eller dess id.")
@click.option("--workshop", default="", metavar="ID", help="Uppföljningen hör till en workshop.")
@click.option("--date", "day", default="", metavar="DAG", help="Dagen, annars i dag.")
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
    said = {name: text for name, text in answers.items() if text is not None}
    if not action:
        if said or day:
            raise InputError("Ange vilken åtgärd det gäller.", hint="Till exempel --action 7.")
        _list(file, workshop, as_json=as_json)
    elif not said:
        raise InputError("Ange minst ett svar.", hint="Till exempel --status pågår.")
    else:
        _write(file, action, workshop, day, said, personal=personal, as_json=as_json)


def _list(file: Path, workshop: str, *, as_json: bool) -> None:
    from nvworkshop.session.following_up import remaining

    with viewing(file) as view:
        found = remaining(view, _workshop(view, workshop))
        if as_json:
            print_json([_json(view, one) for one in found])
            return
        lines([_row(view, one) for one in found])
        say(f"{counted(len(found), 'åtgärd', 'åtgärder')} kvar att följa upp.")


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
    end = view.readable("action", "end", action["end"]) or "tid saknas"
    late = "▲ tiden har gått ut" if _is_late(view, action) else ""
    told = f"följdes upp {one.before.text('date')}" if one.before else "inte uppföljd"
    named = f"{action['number'] or ''}".rjust(3)
    more = ", ".join(filter(None, (f"klart {end}" if action["end"] else end, late, told)))
    status = view.readable("action", "status", action["status"]) or "status saknas"
    return (named, shorten(action.text("title"), 50), status, more)


def _is_late(view: PlanView, action: Thing) -> bool:
    from nvworkshop.model.rules import is_late

    return is_late(action["end"], action["status"], view.surroundings.today())


def _write(
    file: Path,
    action: str,
    workshop: str,
    day: str,
    said: dict[str, str],
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
        outcome = follow_up(session, entity, said, occasion)
        name = session.title("action", entity)
    say(*outcome.notes)
    if as_json:
        print_json({"id": outcome.entity or None, "action": entity, "date": occasion.date})
    elif outcome.touched:
        say(f"Uppföljningen av ”{shorten(name, 60)}” {occasion.date} är sparad.")
    else:
        say("Inget att ändra: svaren står där redan.")


def _workshop(view: PlanView, entity: str) -> Thing | None:
    if not entity:
        return None
    thing = view.thing(entity)
    if thing.kind != "workshop":
        raise InputError(f"”{entity}” är ingen workshop.", hint="Se id: show FIL --kind workshop")
    return thing


def _action(view: PlanView, said: str) -> str:
    """Return the id of the action with a number, or of one whose id begins so."""
    numbered = [one for one in view.things("action") if said == str(one["number"])]
    if len(numbered) > 1:
        raise InputError(
            f"Flera åtgärder har nummer {said}.",
            hint="Ange id i stället; se det med: show FIL --kind action",
        )
    if numbered:
        return numbered[0].id
    try:
        return view.subject(said)[1]  # an id may be of digits alone
    except InputError:
        if said.isdecimal():
            raise InputError(f"Ingen åtgärd har nummer {shorten(said, 20)}.") from None
        raise


COMMANDS = (followup,)
