"""Putting a document in its place: written beside it, forced to the disk, read back, replaced."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from nvworkshop.durable import replace, sync_folder
from nvworkshop.errors import DISK_FULL, ExportError
from nvworkshop.language import marked, said

_IN_PLACE = marked("Filen är på plats, men finns kanske inte kvar efter ett strömavbrott just nu.")


@contextmanager
def placing(place: Path) -> Iterator[Path]:
    """Yield a path beside `place` to write and check; then move it there in one step.

    When the block raises, or the disk does, `place` is as it was and nothing is left beside it.
    Raises ExportError.
    """
    if not place.parent.is_dir():
        raise ExportError(
            said("Mappen för {name} finns inte: {parent}.").format(
                name=place.name, parent=place.parent
            ),
            hint=said("Välj en annan mapp."),
        )
    temporary = place.with_name(f".{place.name[:60]}.{secrets.token_hex(4)}.tmp")
    told = _untouched(place)
    try:
        yield temporary
        replace(temporary, place)
        told = said(_IN_PLACE)
        sync_folder(place.parent)
    except OSError as error:
        raise _as_export_error(error, place, told) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def placing_folder(place: Path) -> Iterator[Path]:
    """Yield a folder to write documents in; then move it to `place`, where nothing is, in one step.

    When the block raises, or the disk does, nothing is left of it. Raises ExportError.
    """
    if not place.parent.is_dir():
        raise ExportError(
            said("Mappen finns inte: {parent}.").format(parent=place.parent),
            hint=said("Välj en annan mapp."),
        )
    temporary = place.with_name(f".{place.name[:60]}.{secrets.token_hex(4)}.tmp")
    told = ""
    try:
        temporary.mkdir()
        yield temporary
        temporary.rename(place)
        told = said(_IN_PLACE)
        sync_folder(place.parent)
    except OSError as error:
        raise _as_export_error(error, place, told) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def free_place(folder: Path, name: str, suffix: str = "") -> Path:
    """Return a place in `folder` where nothing lies, with a number after the name if need be."""
    numbered = (f"{name} ({number})" if number > 1 else name for number in count(1))
    places = (folder / f"{one}{suffix}" for one in numbered)
    return next(one for one in places if not os.path.lexists(one))


def _untouched(place: Path) -> str:
    """Return the sentence for an old file that is as it was; "" when there is none."""
    return said("Den gamla filen är orörd.") if os.path.lexists(place) else ""


def differs(place: Path, where: str) -> ExportError:
    """Return the error of a document that reads back as something else than was written."""
    return ExportError(
        said("{name} lästes inte tillbaka rätt: {where}.").format(name=place.name, where=where),
        _untouched(place),
        said("Kontrollera disken och försök igen."),
    )


def _as_export_error(error: OSError, place: Path, told: str) -> ExportError:
    name = place.name
    if error.errno in DISK_FULL:
        return ExportError(
            said("Disken är full: {name} gick inte att skriva.").format(name=name),
            told,
            said("Frigör utrymme eller välj en annan plats."),
        )
    if error.errno == errno.ENAMETOOLONG:
        return ExportError(
            said("Namnet {name}… är för långt.").format(name=name[:40]),
            hint=said("Välj ett kortare filnamn."),
        )
    if error.errno == errno.EISDIR or place.is_dir():
        return ExportError(
            said("{name} är en mapp.").format(name=name), hint=said("Välj ett filnamn.")
        )
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY):
        held = said("Platsen är skrivskyddad, eller så är filen öppen i ett annat program.")
        return ExportError(
            said("{name} går inte att skriva.").format(name=name),
            f"{held} {told}".rstrip(),
            said("Stäng filen i det andra programmet eller välj en annan plats."),
        )
    reason = error.strerror or type(error).__name__
    return ExportError(
        said("{name} gick inte att skriva ({reason}).").format(name=name, reason=reason),
        told,
        said("Försök igen eller välj en annan plats."),
    )
