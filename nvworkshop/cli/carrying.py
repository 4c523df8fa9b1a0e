"""Commands for copies to carry or send: copy, unlock, and privacy."""

from __future__ import annotations

import warnings
from getpass import GetPassWarning
from pathlib import Path

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, needs_person, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said

_LONGEST = 10_000
"""More characters than any password has."""

password_option = click.option(
    "--password-file",
    type=PATH,
    metavar=marked("TEXTFIL"),
    help=marked("Fil vars första rad är lösenordet; utan den frågar programmet."),
)


@command()
@file_argument
@click.argument("out", type=PATH, metavar=marked("UT"))
@click.option(
    "--without",
    multiple=True,
    metavar=marked("VAD"),
    help=marked("Utelämna: names, notes, course, ideas, writers."),
)
@click.option("--password", "locked", is_flag=True, help=marked("Lås kopian med lösenord."))
@password_option
def copy(
    file: Path, out: Path, without: tuple[str, ...], locked: bool, password_file: Path | None
) -> None:
    """Skriv en kopia att dela: utan det andra inte behöver se, och med lösenord om du vill.

    Ett glömt lösenord går inte att få tillbaka: kopian är då förlorad, men inte planen.
    """
    from nvworkshop.session.carried import copied

    password = _password(password_file, new=True) if locked or password_file else ""
    with viewing(file, newer=False) as view:
        done = copied(view).carry(out, without=without, password=password)
    say(
        said("Skrev {name}: {counted}, återlästa.").format(
            name=out.name, counted=counted(done.changes, said("ändring"), said("ändringar"))
        )
    )
    if done.left_out:
        say(
            said("Utelämnat: {counted}.").format(
                counted=counted(done.left_out, said("ändring"), said("ändringar"))
            )
        )
    if done.sealed:
        say(said("Öppna den med: nvworkshop unlock"))


@command()
@click.argument("sealed", type=PATH, metavar=marked("KOPIA"))
@click.argument("out", type=PATH, metavar=marked("UT"))
@password_option
def unlock(sealed: Path, out: Path, password_file: Path | None) -> None:
    """Lås upp en kopia med lösenord: planen i den skrivs som en vanlig planfil."""
    from nvworkshop.session.carried import unsealed

    done = unsealed(sealed, out, _password(password_file, new=False))
    say(
        said("Skrev {name}: {counted}, återlästa.").format(
            name=out.name, counted=counted(done.changes, said("ändring"), said("ändringar"))
        )
    )
    if done.damaged:
        say(
            said("{counted} var skadade och är inte med.").format(
                counted=counted(done.damaged, said("ändring"), said("ändringar"))
            )
        )
        needs_person()


@command()
@file_argument
@as_json_option
def privacy(file: Path, as_json: bool) -> None:
    """Visa vad som finns i filen: namn, anteckningar och annat den som får filen också får."""
    from nvworkshop.session.holding import holdings

    with viewing(file) as view:
        found = holdings(view)
    if as_json:
        print_json([{"what": one.label, "now": one.now, "in_history": one.past} for one in found])
        return
    for one in found:
        past = said(" och {past} i historiken").format(past=one.past) if one.past else ""
        show(f"{one.label}: {one.now}{past}")
    say("", said("Historiken följer med filen. Radera ur den med: nvworkshop purge"))


def _password(file: Path | None, *, new: bool) -> str:
    if file is None:
        return _asked(new=new)
    try:
        with file.open(encoding="utf-8-sig") as lines:
            first = lines.readline(_LONGEST).rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _no_password(file) from error
    if not first or len(first) == _LONGEST:  # an empty one would be no lock at all
        raise _no_password(file)
    return first


def _no_password(file: Path) -> InputError:
    return InputError(
        said("{name} går inte att läsa som en textfil med ett lösenord.").format(name=file.name),
        hint=said("Lösenordet ska stå på första raden."),
    )


def _asked(*, new: bool) -> str:
    """Ask for a password without showing it, and once more for a new one."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            while True:
                password = str(click.prompt(said("Lösenord"), hide_input=True))
                if not new or password == click.prompt(said("En gång till"), hide_input=True):
                    return password
                say(said("Det var inte samma lösenord. Börja om."))
        except GetPassWarning as error:
            raise InputError(
                said("Det går inte att fråga efter lösenordet utan en terminal."),
                hint=said("Använd --password-file."),
            ) from error


COMMANDS = (copy, unlock, privacy)
