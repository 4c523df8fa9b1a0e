"""What click and the system complain of, as sentences in Swedish."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import click

from nvworkshop.errors import InputError, PlanError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def usage_error(error: click.UsageError, arguments: Sequence[str], path: str) -> InputError:
    """Return the sentence for a command that can't be understood; `path` is what to ask about."""
    title, detail = _usage(error, arguments)
    return InputError(title, detail, f"Se {path} --help.")


def _usage(error: click.UsageError, arguments: Sequence[str]) -> tuple[str, str]:
    match error:
        case click.MissingParameter():
            return f"{_name(error)} saknas i kommandot.", ""
        case click.NoSuchOption():
            return f"Det finns inget alternativ {error.option_name}.", _meant(error.possibilities)
        case click.BadOptionUsage():
            given = any(one.startswith(f"{error.option_name}=") for one in arguments)
            what = "tar inget värde" if given else "ska ha ett värde efter sig"
            return f"{error.option_name} {what}.", ""
        case click.BadParameter(param=click.Parameter(type=click.types.IntParamType())):
            return f"{_name(error)} ska vara ett heltal.", ""
        case click.BadParameter():
            return f"Värdet för {_name(error)} går inte att använda.", ""
        case _:
            return "Kommandot går inte att förstå.", ""


def _name(error: click.BadParameter) -> str:
    """Return the option as typed, or the argument as the help page names it."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter.metavar or parameter.name or "") if parameter else "Något"


def _meant(names: Sequence[str] | None) -> str:
    return f"Menade du {' eller '.join(sorted(names))}?" if names else ""


def system_error(error: OSError) -> PlanError:
    """Return the sentence for what the disk or the system refused."""
    place = Path(str(error.filename)).name if error.filename else "En fil"
    if error.errno in _FULL:
        return PlanError("Disken är full.", hint="Frigör utrymme och försök igen.")
    if error.errno in _DENIED:
        return PlanError(
            f"{place} går inte att läsa eller skriva: platsen är skrivskyddad eller någon annans.",
            hint="Välj en annan plats.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return PlanError("Filnamnet är för långt.", hint="Välj ett kortare namn.")
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EEXIST}:
        return PlanError(
            f"{place} ligger inte där kommandot behöver den.", hint="Kontrollera namn och mapp."
        )
    return PlanError(
        f"{place} går inte att nå: disken, minnet eller nätverket svarar inte som det ska.",
        hint="Försök igen eller välj en annan plats.",
    )
