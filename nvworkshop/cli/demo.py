"""The command that shows the main job on the sample plans."""

from __future__ import annotations

from pathlib import Path

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.output import say
from nvworkshop.language import marked, said


@command()
@click.option(
    "--out", type=PATH, default=None, metavar=marked("MAPP"), help=marked("Mapp för filerna.")
)
def demo(out: Path | None) -> None:
    """Visa huvuduppgiften på exempelplanerna: slå samman, rädda, avgör och skriv Excel."""
    from nvworkshop.session.demo import run

    for line in run(out or Path("nvworkshop-demo")):
        click.echo(line)
    say(said("Allt är exempel: inga verkliga planer har lästs eller ändrats."))


COMMANDS = (demo,)
