"""The command that writes what länsdelar get back."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import counted, needs_person, say
from nvworkshop.cli.showing import viewing
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said


@command()
@file_argument
@click.argument("out", type=PATH, metavar=marked("UT"))
@click.option(
    "--county-part",
    default="",
    metavar=marked("LÄNSDEL"),
    help=marked("Länsdelen som ska få filen."),
)
@click.option(
    "--all", "every", is_flag=True, help=marked("Alla länsdelar: UT är mappen för filerna.")
)
def handback(file: Path, out: Path, county_part: str, every: bool) -> None:
    """Skriv filen en länsdel får tillbaka: sin plan, gemensamma åtgärder och egna konflikter."""
    from nvworkshop.session.handing_back import hand_back, plans_for

    if every == bool(county_part):
        raise InputError(
            said("Säg vem som ska få filen."), hint=said("Med --county-part LÄNSDEL eller --all.")
        )
    if every:
        _hand_back_all(file, out)
        return
    with viewing(file, newer=False) as view:
        published = hand_back(view, out, county_part=county_part)
        plans = plans_for(view, county_part)
    say(
        said("Skrev {name}: {counted}, återlästa.").format(
            name=out.name, counted=counted(published.changes, said("ändring"), said("ändringar"))
        )
    )
    if len(plans) > 1:
        say(
            said("Länsdelen har {plans} planer. Med kom bara den som ändrades senast.").format(
                plans=len(plans)
            ),
            said("De andra skrivs med planens id som --county-part:"),
            *(f"  {one.id}  {one.text('title')}" for one in plans[1:]),
        )
        needs_person()


def _hand_back_all(file: Path, folder: Path) -> None:
    from nvworkshop.session.handing_back import hand_back_all

    if not folder.is_dir():
        raise InputError(
            said("Mappen {name} finns inte.").format(name=folder.name),
            hint=said("Gör mappen först."),
        )
    with viewing(file, newer=False) as view:
        for one in hand_back_all(view, folder):
            if one.error:
                say(one.error.sentence)
                needs_person()
            else:
                what = counted(one.changes, said("ändring"), said("ändringar"))
                say(said("Skrev {name}: {what}, återlästa.").format(name=one.place.name, what=what))


COMMANDS = (handback,)
