"""The command for gallring: purge."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import editing, file_argument
from nvworkshop.cli.output import as_json_option, counted, needs_person, print_json, say
from nvworkshop.errors import InputError


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
@click.option("--yes", is_flag=True, help="Säg att du är säker: utan det görs inget.")
@as_json_option
def purge(file: Path, names: bool, log: str | None, yes: bool, as_json: bool) -> None:
    """Gallra: radera namn eller en workshops logg för gott. Förslag och åtgärder finns kvar."""
    from nvworkshop.session.purging import purge as erase

    if not names and log is None:
        raise InputError("Välj vad som ska gallras.", hint="--names eller --workshop-log")
    if not yes:
        raise InputError("Gallring går inte att ångra.", hint="Lägg till --yes om du är säker.")
    with editing(file) as session:
        done = erase(session, names=names, log=log)
    notices = done.outcome.warnings
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
    say("Äldre kopior av filen har det kvar tills de slås samman med den.")
    if names:
        say("Namn som står i andra texter finns kvar. Sök efter dem med: nvworkshop search")
    if notices:
        needs_person()


COMMANDS = (purge,)
