"""Help pages in the language that is spoken."""

from __future__ import annotations

import copy
import inspect

import click

from nvworkshop.language import marked, said


class SwedishHelp(click.Command):
    """A command whose help page is in Swedish or another language; click's own is English.

    What is typed (names of commands and options) is the same in all.
    """

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what can be typed after the command."""
        return [said(one) for one in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=said("Skriv: "))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        spoken = copy.copy(self)
        spoken.help = said(inspect.cleandoc(self.help or ""))
        super(SwedishHelp, spoken).format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, those that must be given marked."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [_spoken(one).get_help_record(ctx) for one in options]
        rows = [
            (name, text.replace("[required]", said("Måste anges.")))
            for name, text in filter(None, records)
        ]
        with formatter.section(said("Alternativ")):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _SHOW
        return option


_SHOW = marked("Visa den här hjälpen.")


def _spoken(parameter: click.Parameter) -> click.Parameter:
    """Return a parameter with what stands for its value, and what it is for, as they are said."""
    spoken = copy.copy(parameter)
    spoken.metavar = said(parameter.metavar) if parameter.metavar else None
    if isinstance(parameter, click.Option) and isinstance(spoken, click.Option):
        spoken.help = said(parameter.help or "")
    return spoken
