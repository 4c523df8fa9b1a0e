"""What click and the system complain of, as sentences in Swedish."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import click

from nvworkshop.errors import DISK_FULL, InputError, PlanError
from nvworkshop.language import said
from nvworkshop.places import home_place

_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def usage_error(error: click.UsageError, arguments: Sequence[str], path: str) -> InputError:
    """Return the sentence for a command that can't be understood; `path` is what to ask about."""
    title, detail = _usage(error, arguments)
    return InputError(title, detail, said("Se {path} --help.").format(path=path))


def _usage(error: click.UsageError, arguments: Sequence[str]) -> tuple[str, str]:
    match error:
        case click.MissingParameter():
            return said("{name} saknas i kommandot.").format(name=_name(error)), ""
        case click.NoSuchOption():
            return said("Det finns inget alternativ {option_name}.").format(
                option_name=error.option_name
            ), _meant(error.possibilities)
        case click.BadOptionUsage():
            given = any(one.startswith(f"{error.option_name}=") for one in arguments)
            what = said("tar inget värde") if given else said("ska ha ett värde efter sig")
            return f"{error.option_name} {what}.", ""
        case click.BadParameter(param=click.Parameter(type=click.types.IntParamType())):
            return said("{name} ska vara ett heltal.").format(name=_name(error)), ""
        case click.BadParameter():
            return said("Värdet för {name} går inte att använda.").format(name=_name(error)), ""
        case _:
            return said("Kommandot går inte att förstå."), ""


def _name(error: click.BadParameter) -> str:
    """Return the option as typed, or the argument as the help page names it."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return said(parameter.metavar or parameter.name or "") if parameter else said("Något")


def _meant(names: Sequence[str] | None) -> str:
    return (
        said("Menade du {names}?").format(names=said(" eller ").join(sorted(names)))
        if names
        else ""
    )


def system_error(error: OSError) -> PlanError:
    """Return the sentence for what the disk or the system refused."""
    place = Path(str(error.filename)).name if error.filename else said("En fil")
    if error.errno in DISK_FULL:
        return PlanError(said("Disken är full."), hint=said("Frigör utrymme och försök igen."))
    if error.filename and Path(str(error.filename)).is_relative_to(home_place()):
        return PlanError(
            said("Programmets egen mapp går inte att skriva i: {home}.").format(home=home_place()),
            hint=said("Rätta det, eller välj en annan mapp med NVWORKSHOP_HOME."),
        )
    if error.errno in _DENIED:
        return PlanError(
            said(
                "{place} går inte att läsa eller skriva: platsen är skrivskyddad eller någon "
                "annans."
            ).format(place=place),
            hint=said("Välj en annan plats."),
        )
    if error.errno == errno.ENAMETOOLONG:
        return PlanError(said("Filnamnet är för långt."), hint=said("Välj ett kortare namn."))
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EEXIST}:
        return PlanError(
            said("{place} ligger inte där kommandot behöver den.").format(place=place),
            hint=said("Kontrollera namn och mapp."),
        )
    return PlanError(
        said(
            "{place} går inte att nå: disken, minnet eller nätverket svarar inte som det ska."
        ).format(place=place),
        hint=said("Försök igen eller välj en annan plats."),
    )
