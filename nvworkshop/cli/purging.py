"""The command for gallring: purge."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import editing, file_argument
from nvworkshop.cli.output import as_json_option, counted, needs_person, print_json, say
from nvworkshop.errors import InputError
from nvworkshop.language import said


@command()
@file_argument
@click.option("--names", is_flag=True, help="Namn på deltagare och kontaktpersoner.")
@click.option(
    "--workshop-log",
    "log",
    is_flag=False,
    flag_value="",
    default=None,
    metavar="[ID]",
    help="En workshops anteckningar och förlopp; utan ID gäller det alla workshopar.",
)
@click.option("--yes", is_flag=True, help="Fråga inte.")
@as_json_option
def purge(file: Path, names: bool, log: str | None, yes: bool, as_json: bool) -> None:
    """Gallra: radera namn eller en workshops logg för gott. Förslag och åtgärder finns kvar."""
    from nvworkshop.session.purging import purge as erase
    from nvworkshop.session.remaining import ALWAYS, remaining

    if not names and log is None:
        raise InputError("Välj vad som ska gallras.", hint="--names eller --workshop-log")
    if not yes:
        raise InputError("Gallring går inte att ångra.", hint="Lägg till --yes om du är säker.")
    with editing(file) as session:
        done = erase(session, names=names, log=log)
        notices = (*done.outcome.warnings, *remaining(session))
    told = {"names": done.names, "notes": done.notes, "workshops": done.workshops}
    if as_json:
        print_json({**told, "notices": list(notices)})
    say(*notices)
    if not any(told.values()):
        say("Det fanns inget att gallra.")
        return
    parts = (
        names and counted(done.names, "namn", "namn"),
        log is not None and counted(done.notes, "anteckning", "anteckningar"),
        log is not None and counted(done.workshops, "förlopp", "förlopp"),
    )
    say(f"Gallrat: {', '.join(one for one in parts if one)}.")
    say("Det är borta ur planfilen, historiken och säkerhetskopiorna på den här datorn.")
    say("Det här återstår:", *(f"- {said(one)}" for one in ALWAYS))
    say("Protokoll: nvworkshop export FIL UT.pdf --report gallringsprotokoll")
    if notices:
        needs_person()


COMMANDS = (purge,)
