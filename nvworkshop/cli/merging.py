"""Commands that merge plans, decide conflicts and gather actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import PATH, checked, command
from nvworkshop.cli.editing import editing, file_argument, pairs, personal_option, tell_kept
from nvworkshop.cli.output import (
    COULD_NOT,
    as_json_option,
    counted,
    finish,
    needs_person,
    print_json,
    say,
    show,
)
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said

if TYPE_CHECKING:
    from nvworkshop.merging.receipts import MergeReport, SourceResult


@command()
@click.argument("sources", nargs=-1, required=True, type=PATH, metavar=marked("KÄLLA…"))
@click.option(
    "--into",
    "overall",
    required=True,
    type=PATH,
    metavar=marked("FIL"),
    help=marked("Planen att slå samman i."),
)
@click.option("--dry-run", is_flag=True, help=marked("Visa vad som skulle hända, ändra inget."))
@as_json_option
def merge(sources: tuple[Path, ...], overall: Path, dry_run: bool, as_json: bool) -> None:
    """Slå samman planfiler (eller mappar med sådana) i en annan plan. Källorna ändras aldrig."""
    from nvworkshop.session.merge import found_in

    places = [checked(one) for one in found_in(sources)]
    for folder in sources:
        if not found_in([folder]):
            say(
                said("Det finns inga planfiler i mappen {name}. De slutar på .nvplan.").format(
                    name=folder.name
                )
            )
            needs_person()
    if not places:
        finish(COULD_NOT)
    report = _merged(overall, places, dry_run=dry_run)
    tell(report, places, as_json=as_json)
    if dry_run:
        say(said("Det här var ett prov: inget är ändrat."))
    elif report.conflicts and not report.failed:
        say(said("Se konflikterna med: nvworkshop conflicts {name}").format(name=overall.name))
    if report.failed:
        finish(COULD_NOT)
    if report.needs_person:
        needs_person()


def _merged(overall: Path, places: Sequence[Path], *, dry_run: bool) -> MergeReport:
    from nvworkshop.session.merge import merge as merge_plans
    from nvworkshop.session.sessions import open_plan

    session = open_plan(overall)
    try:
        say(*session.notes)
        told = len(session.notes)
        report = merge_plans(session, places, dry_run=dry_run)
        if dry_run:
            return replace(report, receipt="")  # it was not kept
        if any(one.new_changes for one in report.sources):
            tell_kept(session.publish())
        say(*session.notes[told:], *session.warnings)
        return report
    finally:
        session.close()


def tell(report: MergeReport, places: Sequence[Path], *, as_json: bool) -> None:
    """Print what a merge did."""
    if as_json:
        say(*(source_sentence(one) for one in report.sources if one.error))
        print_json(report.as_json())
        return
    names = [one.name for one in places]
    for source, place in zip(report.sources, places, strict=True):
        twice = names.count(place.name) > 1
        say(source_sentence(replace(source, file=str(place)) if twice else source))
    if report.erased:
        number = counted(report.erased, said("sak"), said("saker"))
        say(
            said(
                "I {number} var något raderat för gott i en källa: det är raderat här också."
            ).format(number=number)
        )
    actions = counted(report.actions, said("åtgärd"), said("åtgärder"))
    conflicts = counted(report.conflicts, said("konflikt"), said("konflikter"))
    show(f"{actions}, {conflicts}.")


def source_sentence(source: SourceResult) -> str:
    """Return one line about a source."""
    if source.error:
        return source.error if source.file in source.error else f"{source.file}: {source.error}"
    new = counted(source.new_changes, said("ny ändring"), said("nya ändringar"))
    parts = [new, said("{known_changes} kända").format(known_changes=source.known_changes)]
    if source.damaged_changes:
        parts.append(
            said("{damaged_changes} gick inte att läsa").format(
                damaged_changes=source.damaged_changes
            )
        )
    return f"{source.file}: {', '.join(parts)}. {' '.join(source.notes)}".rstrip()


@command("undo-merge")
@file_argument
@click.argument("receipt", required=False, default="", metavar=marked("[KVITTO]"))
@as_json_option
def undo_merge(file: Path, receipt: str, as_json: bool) -> None:
    """Ta tillbaka en hel sammanslagning: den senaste, eller den med det kvittot."""
    from nvworkshop.model.text import shorten
    from nvworkshop.session.merge import undo_merge as take_back

    with editing(file) as session:
        thing, built_on = take_back(session, receipt)
    if as_json:
        print_json({"receipt": thing.id, "built_on": list(built_on)})
    at = thing.text("at")[:16].replace("T", " ")
    say(said("Återtagen: sammanslagningen {at}. Slå samman igen om du ångrar dig.").format(at=at))
    if built_on:
        number = counted(len(built_on), said("sak"), said("saker"))
        say(
            said("{number} hade någon ändrat efteråt. Bara de ändringarna finns kvar:").format(
                number=number
            )
        )
        say(*(f"  {one[:8]} {shorten(name, 70)}" for one, name in built_on.items()))


@command()
@file_argument
@click.argument("entity", metavar=marked("ID"))
@click.argument("field", metavar=marked("FÄLT"))
@click.option(
    "--use", type=int, default=0, metavar=marked("N"), help=marked("Välj värde nummer N.")
)
@click.option("--value", default=None, help=marked("Skriv ett eget värde."))
@personal_option
def resolve(
    file: Path, entity: str, field: str, use: int, value: str | None, personal: bool
) -> None:
    """Avgör en konflikt. Valet följer med planen och frågan ställs inte igen."""
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.model.text import shorten
    from nvworkshop.session import review
    from nvworkshop.session.receipt_writing import conflict_count

    if bool(use) == (value is not None):
        raise InputError(
            said("Välj ett av värdena eller skriv ett eget."),
            hint=said("--use 1 eller --value TEXT"),
        )
    if value is not None and not value.strip():
        raise InputError(
            said("Värdet är tomt."), hint=said('Skriv ett värde, eller "ej aktuellt".')
        )
    with editing(file, personal=personal) as session:
        kind, found = session.subject(entity)
        outcome = review.resolve(session, found, field, use=use, value=value)
        thing = session.store.thing(KINDS[kind], found)
        now = session.readable(kind, field, thing[field] if thing else True)
        left = conflict_count(session)
    label = outcome.label.replace(said("Avgör"), said("Avgjord"), 1)
    say(
        said("{label} = {now}. {left} kvar.").format(
            label=label, now=shorten(now, 60), left=left or said("Ingen")
        )
    )


@command()
@file_argument
@click.argument("entities", nargs=-1, required=True, metavar=marked("ID ID…"))
@click.option("--title", default="", help=marked("Den gemensamma åtgärdens rubrik."))
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar=marked("FÄLT=VÄRDE"),
    help=marked(
        "Värde i stället för det som föreslås; tomt lämnar fältet tomt. Får anges flera gånger."
    ),
)
@personal_option
def join(
    file: Path, entities: tuple[str, ...], title: str, values: tuple[str, ...], personal: bool
) -> None:
    """Samla åtgärder i en gemensam åtgärd. Originalen finns kvar. Skriver ut dess id."""
    from nvworkshop.session import joining

    typed = {name: value or None for name, value in pairs(values).items()}
    with editing(file, personal=personal) as session:
        outcome = joining.join(session, entities, title=title, values=typed)
    say(*outcome.notes)
    show(outcome.entity)


@command()
@file_argument
@click.argument("joint", metavar=marked("GEMENSAM"))
@click.argument("actions", nargs=-1, metavar=marked("[ÅTGÄRD…]"))
def split(file: Path, joint: str, actions: tuple[str, ...]) -> None:
    """Ta ut åtgärder ur en gemensam åtgärd, alla om ingen anges. De finns kvar som de är."""
    from nvworkshop.model.text import shorten
    from nvworkshop.session import joining

    with editing(file) as session:
        name = shorten(session.name(session.thing(joint)), 60)
        found = session.thing(joint).id
        joining.split(session, joint, actions)
        left = session.current("joint_action", found)
        number = sum(one["joint_action"] == found for one in session.links())
    if left is None:
        say(said("Uppdelad: ”{name}” är borttagen. Åtgärderna finns kvar.").format(name=name))
    else:
        say(
            said("Kvar i ”{name}”: {counted}.").format(
                name=name, counted=counted(number, said("åtgärd"), said("åtgärder"))
            )
        )


@command()
@file_argument
@click.argument("first", metavar=marked("ID"))
@click.argument("second", metavar=marked("ID"))
@click.option("--reason", default="", help=marked("Varför det är olika saker."))
@personal_option
def distinct(file: Path, first: str, second: str, reason: str, personal: bool) -> None:
    """Kom ihåg att två åtgärder är olika saker: de föreslås inte igen."""
    from nvworkshop.session import joining

    with editing(file, personal=personal) as session:
        joining.distinct(session, first, second, reason=reason)
    say(said("Sparat: de två föreslås inte igen."))


COMMANDS = (merge, undo_merge, resolve, join, split, distinct)
