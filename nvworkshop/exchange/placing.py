"""Putting a document in its place: written beside it, forced to the disk, read back, replaced."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nvworkshop.errors import ExportError

UNTOUCHED = "Den gamla filen är orörd."


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
    try:
        yield temporary
        temporary.replace(place)
        sync(place.parent)
    except OSError as error:
        raise _as_export_error(error, place) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write(temporary: Path, data: bytes) -> None:
    """Write the bytes and force them to the disk."""
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Force the folder's entries to the disk, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network file systems have no such call
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def differs(place: Path, where: str) -> ExportError:
    """Return the error of a document that reads back as something else than was written."""
    return ExportError(
        f"{place.name} lästes inte tillbaka rätt: {where}.",
        UNTOUCHED,
        "Kontrollera disken och försök igen.",
    )


def _as_export_error(error: OSError, place: Path) -> ExportError:
    name = place.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError(
            f"Disken är full: {name} gick inte att skriva.",
            UNTOUCHED,
            "Frigör utrymme eller välj en annan plats.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return ExportError(f"Namnet {name[:40]}… är för långt.", hint="Välj ett kortare filnamn.")
    if error.errno == errno.EISDIR or place.is_dir():
        return ExportError(f"{name} är en mapp.", hint="Välj ett filnamn.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY):
        return ExportError(
            f"{name} går inte att skriva.",
            f"Platsen är skrivskyddad, eller så är filen öppen i ett annat program. {UNTOUCHED}",
            "Stäng filen i det andra programmet eller välj en annan plats.",
        )
    reason = error.strerror or type(error).__name__
    return ExportError(
        f"{name} gick inte att skriva ({reason}).",
        UNTOUCHED,
        "Försök igen eller välj en annan plats.",
    )
