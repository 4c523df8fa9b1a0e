"""The commands of `nvworkshop`, each imported from the module of its errand when it is used."""

from __future__ import annotations

from importlib import import_module

import click

from nvworkshop import __version__
from nvworkshop.cli.desktop import desktop, is_plan
from nvworkshop.cli.help import SwedishHelp
from nvworkshop.cli.table import TABLE
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said


class Main(SwedishHelp, click.Group):
    """The group of commands; a file instead of a command asks for the desktop."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a first word that is no command but looks like a file as the plan to open."""
        word = args[0]
        if word not in TABLE:
            if is_plan(word):
                raise SystemExit(desktop([word]))
            from difflib import get_close_matches  # only needed now

            near = get_close_matches(word, TABLE, n=1)
            meant = said("Menade du {near}?").format(near=near[0]) if near else ""
            raise InputError(
                said("Det finns inget kommando ”{word}”.").format(word=word),
                meant,
                said("Se nvworkshop --help."),
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands in the table's order: as a person needs them."""
        with formatter.section(said("Kommandon")):
            formatter.write_dl([(name, said(told)) for name, (_, told) in TABLE.items()])

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands in the table's order."""
        return list(TABLE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module and return the command; None when there is none."""
        if cmd_name not in TABLE:
            return None
        module = import_module(f"nvworkshop.cli.{TABLE[cmd_name][0]}")
        commands: tuple[click.Command, ...] = module.COMMANDS
        return next(one for one in commands if one.name == cmd_name)


@click.group(
    cls=Main,
    invoke_without_command=True,
    options_metavar=marked("[ALTERNATIV]"),
    subcommand_metavar=marked("KOMMANDO …"),
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, message="nvworkshop %(version)s", help=marked("Visa versionen."))
@click.pass_context
def main(ctx: click.Context) -> None:
    """NV Workshop: lokala gemensamma handlingsplaner för nära vård, utan nät.

    Gör en plan per länsdel, slå samman dem till den övergripande handlingsplanen, avgör
    konflikter och lämna över en Excelbok. Börja med: nvworkshop demo
    """
    if ctx.invoked_subcommand is None:
        raise SystemExit(desktop())
