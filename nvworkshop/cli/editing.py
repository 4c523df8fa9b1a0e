"""Commands that make and change a plan: new, add, set, remove, restore, erase."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.output import as_json_option, print_json, say
from nvworkshop.errors import InputError

if TYPE_CHECKING:
    from nvworkshop.session.session import Session

file_argument = click.argument("file", type=click.Path(path_type=Path))


@contextmanager
def editing(file: Path) -> Iterator[Session]:
    """Open a plan, and publish it when the block is done; an error leaves the file as it was."""
    from nvworkshop.session.sessions import open_plan

    session = open_plan(file)
    try:
        say(*session.notes)
        yield session
        told = len(session.notes)
        session.publish()
        say(*session.notes[told:])
    finally:
        session.close()


def pairs(texts: tuple[str, ...]) -> dict[str, str]:
    """Split FIELD=VALUE arguments."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise InputError(
                f"”{text}” saknar likhetstecken.",
                hint="Skriv FÄLT=VÄRDE, till exempel title=Mobilt team.",
            )
        found[name.strip()] = value
    return found


@click.command()
@file_argument
@click.option("--county-part", default="", help="Länsdel, till exempel sodra. Ger en lokal plan.")
@click.option("--overall", is_flag=True, help="Ger en övergripande plan.")
@click.option("--title", default="", help="Planens namn.")
@click.option("--strategy", default="norrbotten", show_default=True, help="Strategins id.")
@as_json_option
def new(
    file: Path, county_part: str, overall: bool, title: str, strategy: str, as_json: bool
) -> None:
    """Gör en ny plan: lokal för en länsdel, eller övergripande."""
    from nvworkshop.session.sessions import create

    if overall == bool(county_part):
        raise InputError(
            "Välj en länsdel eller den övergripande planen.",
            hint="--county-part sodra eller --overall",
        )
    session = create(file, county_part=county_part, title=title, strategy=strategy)
    plan = session.plan
    if as_json:
        print_json(
            {
                "file": str(file),
                "plan": session.store.plan,
                "title": plan["title"] if plan else None,
            }
        )
    else:
        say(f"Skapade {file.name}.")
    session.close()


@click.command()
@file_argument
@click.argument("kind")
@click.argument("values", nargs=-1, metavar="FÄLT=VÄRDE…")
def add(file: Path, kind: str, values: tuple[str, ...]) -> None:
    """Lägg till en åtgärd, ett förslag eller något annat. Skriver ut dess id."""
    from nvworkshop.model.kinds import KINDS

    known = [one.name for one in KINDS.values() if not one.system and one.name != "plan"]
    if kind not in known:
        raise InputError(f"Det finns inget slag ”{kind}”.", f"Slagen är: {', '.join(known)}.")
    if not values:
        raise InputError("Ange minst ett fält.", hint="Till exempel title=Mobilt team.")
    with editing(file) as session:
        entity = session.add(kind, pairs(values)).entity
    click.echo(entity)


@click.command(name="set")
@file_argument
@click.argument("entity", metavar="ID")
@click.argument("values", nargs=-1, required=True, metavar="FÄLT=VÄRDE…")
def set_(file: Path, entity: str, values: tuple[str, ...]) -> None:
    """Ändra fält. Tomt värde tömmer fältet; ”ej aktuellt” och ”inte bestämt” är svar."""
    with editing(file) as session:
        outcome = session.set(entity, pairs(values))
    say(outcome.label if outcome.touched else "Inget att ändra: värdena står där redan.")


@click.command()
@file_argument
@click.argument("entity", metavar="ID")
def remove(file: Path, entity: str) -> None:
    """Ta bort något. Historiken finns kvar; restore tar tillbaka det."""
    with editing(file) as session:
        say(session.remove(entity).label)


@click.command()
@file_argument
@click.argument("entity", metavar="ID")
def restore(file: Path, entity: str) -> None:
    """Ta tillbaka något som är borttaget."""
    with editing(file) as session:
        say(session.restore(entity).label)


@click.command()
@file_argument
@click.argument("entity", metavar="ID")
@click.argument("field", metavar="FÄLT")
@click.option("--reason", default="", help="Skäl, utan det som raderas.")
@click.option("--yes", is_flag=True, help="Fråga inte.")
def erase(file: Path, entity: str, field: str, reason: str, yes: bool) -> None:
    """Radera ett fälts värden för gott, också i historiken och i kopior som slås samman."""
    if not yes:
        raise InputError("Radering går inte att ångra.", hint="Lägg till --yes om du är säker.")
    with editing(file) as session:
        session.erase(entity, field, reason=reason)
    say("Raderat ur planfilen. Äldre kopior av filen har det kvar tills de slås samman.")


COMMANDS = (new, add, set_, remove, restore, erase)
