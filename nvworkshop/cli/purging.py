"""The command for gallring: purge."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import editing, file_argument
from nvworkshop.cli.output import as_json_option, counted, needs_person, print_json, say
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said


@command()
@file_argument
@click.option("--names", is_flag=True, help=marked("Namn på deltagare och kontaktpersoner."))
@click.option(
    "--workshop-log",
    "log",
    is_flag=False,
    flag_value="",
    default=None,
    metavar=marked("[ID]"),
    help=marked("En workshops anteckningar och förlopp; utan ID gäller det alla workshopar."),
)
@click.option("--yes", is_flag=True, help=marked("Säg att du är säker: utan det görs inget."))
@as_json_option
def purge(file: Path, names: bool, log: str | None, yes: bool, as_json: bool) -> None:
    """Gallra: radera namn eller en workshops logg för gott. Förslag och åtgärder finns kvar."""
    from nvworkshop.session.purging import purge as erase
    from nvworkshop.session.remaining import ALWAYS, remaining

    _refuse(names or log is not None, sure=yes)
    with editing(file) as session:
        done = erase(session, names=names, log=log)
        notices = (*done.outcome.warnings, *remaining(session))
    told = {"names": done.names, "notes": done.notes, "workshops": done.workshops}
    if as_json:
        print_json({**told, "notices": list(notices)})
    say(*notices)
    if not any(told.values()):
        say(said("Det fanns inget att gallra."))
        return
    parts = (
        names and counted(done.names, said("namn"), said("namn")),
        log is not None and counted(done.notes, said("anteckning"), said("anteckningar")),
        log is not None and counted(done.workshops, said("förlopp"), said("förlopp")),
    )
    say(
        said("Gallrat: {parts}.").format(parts=", ".join(one for one in parts if one)),
        said("Det är borta ur planfilen, historiken och säkerhetskopiorna på den här datorn."),
    )
    say(said("Det här återstår:"), *(f"- {said(one)}" for one in ALWAYS))
    say(said("Protokoll: nvworkshop export FIL UT.pdf --report gallringsprotokoll"))
    if notices:
        needs_person()


def _refuse(chosen: bool, *, sure: bool) -> None:
    if not chosen:
        raise InputError(
            said("Välj vad som ska gallras."), hint=said("--names eller --workshop-log")
        )
    if not sure:
        raise InputError(
            said("Gallring går inte att ångra."), hint=said("Lägg till --yes om du är säker.")
        )


COMMANDS = (purge,)
