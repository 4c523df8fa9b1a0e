"""The commands of `nvworkshop`, each in the module of its errand."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import click

from nvworkshop import __version__
from nvworkshop.cli import demo, editing, files, merging, reviewing, showing
from nvworkshop.cli.help import SwedishHelp
from nvworkshop.errors import InputError, PlanError


class Main(SwedishHelp, click.Group):
    """The group of commands; a file instead of a command asks for the desktop."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a first word that is no command but looks like a file as the plan to open."""
        word = args[0]
        if word not in self.commands:
            if word.endswith(".nvplan") or "/" in word:
                desktop()
            near = get_close_matches(word, self.commands, n=1)
            meant = f"Menade du {near[0]}?" if near else ""
            raise InputError(f"Det finns inget kommando ”{word}”.", meant, "Se nvworkshop --help.")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands in the order they were added: as a person needs them."""
        rows = [(name, one.get_short_help_str(90)) for name, one in self.commands.items()]
        with formatter.section("Kommandon"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order they were added."""
        return list(self.commands)


def desktop(*_: Any) -> None:
    """Say that this version has no window."""
    raise PlanError(
        "Den här versionen har inget fönster än.",
        hint="Använd kommandona: nvworkshop --help",
    )


@click.group(
    cls=Main,
    invoke_without_command=True,
    options_metavar="[ALTERNATIV]",
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, message="nvworkshop %(version)s", help="Visa versionen.")
@click.pass_context
def main(ctx: click.Context) -> None:
    """NV Workshop: lokala gemensamma handlingsplaner för nära vård, utan nät.

    Gör en plan per länsdel, slå samman dem till den övergripande handlingsplanen, avgör
    konflikter och lämna över en Excelbok. Börja med: nvworkshop demo
    """
    if ctx.invoked_subcommand is None:
        desktop()


for module in (demo, editing, showing, reviewing, merging, files):
    for command in module.COMMANDS:
        main.add_command(command)
