"""Commands about whole files: export, check, salvage."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import (
    as_json_option,
    counted,
    kept,
    needs_person,
    print_json,
    say,
    show,
)
from nvworkshop.cli.showing import at_option, viewing
from nvworkshop.errors import PlanFileError
from nvworkshop.language import marked, said


@command()
@file_argument
@click.argument("out", type=PATH, metavar=marked("UT"))
@click.option(
    "--report",
    default="handlingsplan",
    metavar=marked("NAMN"),
    help=marked("Vilken rapport; handlingsplan om inget anges."),
)
@click.option(
    "--principal",
    default="",
    metavar=marked("ID"),
    help=marked("Bara en huvudmans eller kommuns rader."),
)
@click.option(
    "--of",
    "subject",
    default="",
    metavar=marked("ID"),
    help=marked("Vilken workshop, vilket kvitto eller vilken dag."),
)
@click.option("--names", is_flag=True, help=marked("Ta med namn på kontaktpersoner."))
@at_option
def export(
    file: Path, out: Path, report: str, principal: str, subject: str, names: bool, point: str
) -> None:
    """Skriv planen som Excel, CSV, JSON, Word, PDF, webbsida eller Markdown.

    Filen läses tillbaka innan den räknas som klar.
    """
    from nvworkshop.session.export import counts_actions
    from nvworkshop.session.export import export as write

    with viewing(file, point=point) as view:
        result = write(view, out, report=report, principal=principal, subject=subject, names=names)
    say(*result.notices)
    if not counts_actions(report):
        say(said("Skriven och återläst: {name}").format(name=out.name))
        return
    written = counted(result.written, said("åtgärd skriven"), said("åtgärder skrivna"))
    say(
        said("{written}, {read_back}: {name}").format(
            written=written,
            read_back=counted(result.read_back, said("återläst"), said("återlästa")),
            name=out.name,
        )
    )


@command()
@file_argument
@as_json_option
def check(file: Path, as_json: bool) -> None:
    """Kontrollera en planfil: varje ändring mot sin kontrollsumma. Filen ändras inte."""
    from nvworkshop.planfile.reading.pool import read_plan
    from nvworkshop.session.files import check as find_problems

    try:
        content = read_plan(file, newer=True)
    except PlanFileError as error:
        if as_json:
            print_json({"ok": False, "changes": 0, "damaged": 0, "problems": [error.sentence]})
        raise
    problems = find_problems(content)
    ok = content.clean
    if as_json:
        told = {
            "ok": ok,
            "changes": len(content.changes),
            "damaged": content.damaged,
            "problems": problems,
        }
        print_json(told)
    else:
        say(*problems)
        number = counted(len(content.changes), said("ändring"), said("ändringar"))
        how = said("hel") if ok else said("skadad")
        show(f"{file.name}: {how}, {number}.")
    if not ok:
        needs_person()


@command()
@click.argument("damaged", type=PATH, metavar=marked("SKADAD"))
@click.argument("out", type=PATH, metavar=marked("UT"))
def salvage(damaged: Path, out: Path) -> None:
    """Rädda det som går ur en skadad planfil till en ny. Den skadade filen ändras inte."""
    from nvworkshop.session.files import salvage as save

    content, published = save(damaged, out)
    kept()
    say(*content.notes)
    show(
        said("{changes} av {expected} ändringar räddade till {name}.").format(
            changes=published.changes, expected=content.expected, name=out.name
        )
    )
    if not content.clean:
        needs_person()


COMMANDS = (export, check, salvage)
