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
from nvworkshop.errors import ExportError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_IN_PLACE = "Filen är på plats, men finns kanske inte kvar efter ett strömavbrott just nu."


@contextmanager
def placing(place: Path) -> Iterator[Path]:
    """Yield a path beside `place` to write and check; then move it there in one step.

    When the block raises, or the disk does, `place` is as it was and nothing is left beside it.
    Raises ExportError.
    """
    if not place.parent.is_dir():
        raise ExportError(
            f"Mappen för {place.name} finns inte: {place.parent}.", hint="Välj en annan mapp."
        )
    temporary = place.with_name(f".{place.name[:60]}.{secrets.token_hex(4)}.tmp")
    told = _untouched(place)
    try:
        yield temporary
        replace(temporary, place)
        told = _IN_PLACE
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
        raise ExportError(f"Mappen finns inte: {place.parent}.", hint="Välj en annan mapp.")
    temporary = place.with_name(f".{place.name[:60]}.{secrets.token_hex(4)}.tmp")
    told = ""
    try:
        temporary.mkdir()
        yield temporary
        temporary.rename(place)
        told = _IN_PLACE
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
    return "Den gamla filen är orörd." if os.path.lexists(place) else ""


def differs(place: Path, where: str) -> ExportError:
    """Return the error of a document that reads back as something else than was written."""
    return ExportError(
        f"{place.name} lästes inte tillbaka rätt: {where}.",
        _untouched(place),
        "Kontrollera disken och försök igen.",
    )


def _as_export_error(error: OSError, place: Path, told: str) -> ExportError:
    name = place.name
    if error.errno in _FULL:
        return ExportError(
            f"Disken är full: {name} gick inte att skriva.",
            told,
            "Frigör utrymme eller välj en annan plats.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return ExportError(f"Namnet {name[:40]}… är för långt.", hint="Välj ett kortare filnamn.")
    if error.errno == errno.EISDIR or place.is_dir():
        return ExportError(f"{name} är en mapp.", hint="Välj ett filnamn.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY):
        held = "Platsen är skrivskyddad, eller så är filen öppen i ett annat program."
        return ExportError(
            f"{name} går inte att skriva.",
            f"{held} {told}".rstrip(),
            "Stäng filen i det andra programmet eller välj en annan plats.",
        )
    reason = error.strerror or type(error).__name__
    return ExportError(
        f"{name} gick inte att skriva ({reason}).",
        told,
        "Försök igen eller välj en annan plats.",
    )
