"""What every command is made with: its help, its exit code, and the paths it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nvworkshop.cli.help import SwedishHelp
from nvworkshop.cli.output import ATTENTION, NEEDS_PERSON
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said

_LONGEST_NAME = 255
"""Most bytes in the name of a file or folder, on every system in use."""


class Command(SwedishHelp):
    """A subcommand; words it has no use for are refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "options_metavar": marked("[ALTERNATIV]")})
        self.allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; InputError when there are too many."""
        rest = super().parse_args(ctx, args)
        if ctx.args:
            raise InputError(
                said("”{args}” är ett ord för mycket.").format(args=ctx.args[0]),
                said("En text med mellanslag ska stå inom citattecken."),
                said("Se {command_path} --help.").format(command_path=ctx.command_path),
            )
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; return its exit code when that is another than 0."""
        result = super().invoke(ctx)
        return NEEDS_PERSON if ctx.meta.get(ATTENTION) else result


def command(name: str | None = None) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command of the command line."""
    return click.command(name, cls=Command)


class PathType(click.ParamType[Path]):
    """A path as typed; InputError when no system could have a file of that name."""

    name = "fil"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        """Return the path; one that ends in no name (".") gets the folder's."""
        text = str(value)
        if not text or "\0" in text:
            raise InputError(said("Filnamnet är tomt eller trasigt."), hint=said("Ange en fil."))
        path = Path(text)
        if path.name:
            checked(path)
        try:
            whole = path.resolve()
        except RuntimeError:  # so Python says it
            raise InputError(
                said("{name} är en länk som leder till sig själv.").format(name=path.name),
                hint=said("Ange filen själv."),
            ) from None
        return path if path.name else checked(whole)


def checked(path: Path) -> Path:
    """Return the path; InputError when its name can't be used or can't be written in a plan."""
    try:
        size = max(len(part.encode()) for part in path.parts)
    except UnicodeEncodeError:
        raise InputError(
            said("Filnamnet har tecken som den här datorn inte kan läsa."),
            said("Det ser ut så här: {name}.").format(
                name=path.name.encode(errors="replace").decode()
            ),
            said("Byt namn på filen."),
        ) from None
    if size > _LONGEST_NAME:
        raise InputError(
            said("Namnet {name}… är för långt.").format(name=path.name[:40]),
            hint=said("Välj ett kortare namn."),
        )
    return path


PATH = PathType()
