"""The command for prints: paper."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, print_json, say
from nvworkshop.cli.showing import viewing
from nvworkshop.language import marked, said


@command()
@file_argument
@click.argument("out", type=PATH, metavar=marked("UT.pdf"))
@click.option(
    "--what",
    default="agenda",
    metavar=marked("UTSKRIFT"),
    help=marked(
        "agenda (dagordning, om inget anges), worksheets (arbetsblad), "
        "cards (förslagskort) eller votes (röstblad)."
    ),
)
@click.option(
    "--workshop",
    default="",
    metavar=marked("ID"),
    help=marked("Vilken workshop; annars den som pågår eller den senaste."),
)
@as_json_option
def paper(file: Path, out: Path, what: str, workshop: str, as_json: bool) -> None:
    """Skriv ut till en workshop som PDF: dagordning, arbetsblad, förslagskort eller röstblad."""
    from nvworkshop.session.paper import PRINTS, write_paper

    with viewing(file) as view:
        result = write_paper(view, what, out, workshop)
    say(*result.notices)
    if as_json:
        print_json(result.as_json())
    else:
        pages = counted(result.pages, said("sida"), said("sidor"))
        say(f"{said(PRINTS[what][0])}, {pages}: {out.name}")


COMMANDS = (paper,)
