"""Commands that make and change a plan: new, add, set, remove, restore, erase."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.output import as_json_option, kept, needs_person, print_json, say, show
from nvworkshop.errors import InputError, PersonalNumberError
from nvworkshop.language import marked, said
from nvworkshop.model.text import clean, fold, shorten

if TYPE_CHECKING:
    from nvworkshop.model.fields import Kind
    from nvworkshop.planfile.publish import Published
    from nvworkshop.session.session import Session

file_argument = click.argument("file", type=PATH, metavar=marked("FIL"))


_ALLOW = "--allow-personal-number"

personal_option = click.option(
    _ALLOW, "personal", is_flag=True, help=marked("Spara fast en text verkar ha ett personnummer.")
)


@contextmanager
def editing(file: Path, *, personal: bool | None = None) -> Iterator[Session]:
    """Open a plan, and publish it when the block is done; an error leaves the file as it was.

    `personal` is what the command's option for it says, if it has one.
    """
    from nvworkshop.session.sessions import open_plan

    session = open_plan(file)
    try:
        say(*session.notes)
        before = session.store.writes
        with session.guard.lifted() if personal else nullcontext():
            yield session
        told = len(session.notes)
        if session.store.writes != before:
            tell_kept(session.publish())
        say(*session.notes[told:], *session.warnings)
    except PersonalNumberError as error:
        if personal is None:
            raise
        hint = said("{hint} Annars: lägg till {allow}.").format(hint=error.hint, allow=_ALLOW)
        raise PersonalNumberError(error.title, error.detail, hint) from None
    finally:
        session.close()


def tell_kept(published: Published) -> None:
    """Note that the plan is written; say where a damaged file that lay in its place is now."""
    kept()
    if published.kept:
        say(said("Den skadade filen finns kvar som {name}.").format(name=published.kept.name))
        needs_person()


def pairs(texts: tuple[str, ...]) -> dict[str, str]:
    """Split FIELD=VALUE arguments."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise InputError(
                said("”{text}” saknar likhetstecken.").format(text=shorten(text, 40)),
                said("Skriv FÄLT=VÄRDE, med citattecken om värdet har mellanslag:"),
                said('title="Mobilt team".'),
            )
        name = name.strip()
        if name in found:
            raise InputError(
                said("Fältet {name} står två gånger.").format(name=shorten(name, 40)),
                hint=said("Ange det en gång."),
            )
        found[name] = value
    return found


def kind_of(word: str, kinds: Collection[Kind]) -> str:
    """Return the name of the kind that is called so, in code or as people say it."""
    asked = fold(word)
    for kind in kinds:
        if asked in {kind.name, fold(said(kind.sv)), fold(kind.sv)}:
            return kind.name
    raise InputError(
        said("Det finns inget slag ”{kind}”.").format(kind=shorten(word, 40)),
        said("Slagen är: {kinds}.").format(kinds=", ".join(one.name for one in kinds)),
    )


@command()
@file_argument
@click.option(
    "--county-part",
    default="",
    metavar=marked("LÄNSDEL"),
    help=marked("Länsdel, till exempel sodra. Ger en lokal plan."),
)
@click.option("--overall", is_flag=True, help=marked("Ger en övergripande plan."))
@click.option("--title", default="", help=marked("Planens namn."))
@click.option(
    "--strategy",
    default="norrbotten",
    metavar=marked("ID"),
    help=marked("Strategins id; norrbotten om inget anges."),
)
@as_json_option
def new(
    file: Path, county_part: str, overall: bool, title: str, strategy: str, as_json: bool
) -> None:
    """Gör en ny plan: lokal för en länsdel, eller övergripande."""
    from nvworkshop.session.sessions import create

    if overall == bool(county_part):
        raise InputError(
            said("Välj en länsdel eller den övergripande planen."),
            hint=said("--county-part sodra eller --overall"),
        )
    session = create(file, county_part=county_part, title=title, strategy=strategy)
    kept()
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
        say(said("Skapade {name}.").format(name=file.name))
    if file.suffix.casefold() != ".nvplan":
        say(
            said(
                "Planfiler brukar sluta på .nvplan: annars hittas de inte när en mapp slås samman."
            )
        )
    session.close()


@command()
@file_argument
@click.argument("kind", metavar=marked("SLAG"))
@click.argument("values", nargs=-1, metavar=marked("FÄLT=VÄRDE…"))
@personal_option
def add(file: Path, kind: str, values: tuple[str, ...], personal: bool) -> None:
    """Lägg till en åtgärd, ett förslag eller något annat. Skriver ut dess id.

    SLAG är till exempel action (åtgärd), idea (förslag), follow_up (uppföljning) eller indicator.
    Med ett slag eller fält som inte finns räknas alla upp. En åtgärd har bland annat title,
    description, goal, shift, principal, contributors, function, start, end och status.
    """
    from nvworkshop.model.kinds import KINDS

    chosen = kind_of(kind, [one for one in KINDS.values() if not one.system and one.name != "plan"])
    typed = pairs(values)
    if not any(value.strip() for value in typed.values()):
        raise InputError(
            said("Ange minst ett fält med ett värde."),
            hint=said('Till exempel title="Mobilt team".'),
        )
    with editing(file, personal=personal) as session:
        outcome = session.add(chosen, typed)
    say(*outcome.notes)
    show(outcome.entity)


@command("set")
@file_argument
@click.argument("entity", metavar=marked("ID"))
@click.argument("values", nargs=-1, required=True, metavar=marked("FÄLT=VÄRDE…"))
@personal_option
def set_(file: Path, entity: str, values: tuple[str, ...], personal: bool) -> None:
    """Ändra fält. Tomt värde tömmer fältet; ”ej aktuellt” och ”inte bestämt” är svar."""
    typed = pairs(values)
    with editing(file, personal=personal) as session:
        _, found = session.subject(entity)
        outcome = session.set(found, typed)
        name = session.name(session.thing(found)) or found[:8]
    say(*outcome.notes)
    if outcome.touched:
        say(
            said("Ändrat i ”{name}”: {label}.").format(
                name=shorten(name, 60), label=outcome.label.removeprefix(said("Ändra "))
            )
        )
    else:
        say(said("Inget att ändra: värdena står där redan."))


@command()
@file_argument
@click.argument("entity", metavar=marked("ID"))
def remove(file: Path, entity: str) -> None:
    """Ta bort något. Historiken finns kvar; restore tar tillbaka det."""
    with editing(file) as session:
        kind, found = session.subject(entity)
        if kind == "plan":
            raise InputError(
                said("En plan går inte att ta bort ur sin fil."),
                said("En hel sammanslagning tas tillbaka med undo-merge."),
            )
        name = session.name(session.thing(found)) or found[:8]
        session.remove(found)
    say(said("Borttaget: ”{name}”. Ta tillbaka med restore.").format(name=shorten(name, 60)))


@command()
@file_argument
@click.argument("entity", metavar=marked("ID"))
def restore(file: Path, entity: str) -> None:
    """Ta tillbaka något som är borttaget."""
    from nvworkshop.session import review

    with editing(file) as session:
        kind, found = session.subject(entity)
        review.restore(session, found)
        name = session.title(kind, found) or found[:8]
    say(said("Tillbaka: ”{name}”.").format(name=shorten(name, 60)))


@command()
@file_argument
@click.argument("entity", metavar=marked("ID"))
@click.argument("field", metavar=marked("FÄLT"))
@click.option("--reason", default="", help=marked("Skäl, utan det som raderas."))
@click.option("--yes", is_flag=True, help=marked("Säg att du är säker: utan det görs inget."))
def erase(file: Path, entity: str, field: str, reason: str, yes: bool) -> None:
    """Radera ett fälts värden för gott, också i historiken och i kopior som slås samman."""
    from nvworkshop.session.remaining import ALWAYS, remaining

    if not yes:
        raise InputError(
            said("Radering går inte att ångra."), hint=said("Lägg till --yes om du är säker.")
        )
    with editing(file) as session:
        outcome = session.erase(entity, field, reason=clean(reason, multiline=False).text)
        say(*outcome.warnings, *remaining(session))
    say(
        said("Raderat ur planfilen och dess säkerhetskopior på den här datorn."),
        said("Det här återstår:"),
        *(f"- {said(one)}" for one in ALWAYS),
    )


COMMANDS = (new, add, set_, remove, restore, erase)
