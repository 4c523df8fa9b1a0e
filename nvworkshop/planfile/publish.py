"""Publishing: a verified snapshot of the working copy, put in its place in one step.

Order: write beside the target → fsync → read back and verify → replace → fsync the folder → read
back. Until the replace the old file is untouched; after it the new one is whole.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import PublishError
from nvworkshop.model.changes import Change, is_intact
from nvworkshop.planfile import schema
from nvworkshop.planfile.schema import LOG_COLUMNS
from nvworkshop.planfile.store import Store

_RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries while a virus scanner or a sync client holds the target."""

_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY}


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: where, its SHA-256 and how many changes were read back."""

    place: Path
    sha256: str
    changes: int


def publish(store: Store, place: Path) -> Published:
    """Write the plan to `place` and prove it is there; else PublishError, old file untouched."""
    temporary = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        snapshot(store, temporary)
        sync(temporary)
        data = temporary.read_bytes()
        changes = verify(store, data)
        replace(temporary, place)
        sync_folder(place.parent)
        if place.read_bytes() != data:
            raise PublishError(
                f"{place.name} lästes tillbaka med annat innehåll än det som skrevs."
            )
    except (OSError, sqlite3.Error) as error:
        raise as_publish_error(error, place) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return Published(place, hashlib.sha256(data).hexdigest(), changes)


def snapshot(store: Store, target: Path) -> None:
    """Build a fresh database file of the store's content; nothing erased is in it."""
    store.connection.execute(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)", (schema.META_CHANGES, str(store.count()))
    )
    store.connection.execute("VACUUM INTO ?", (str(target),))


def verify(store: Store, data: bytes) -> int:
    """Check that the bytes are a plan with exactly the store's changes, each intact.

    Returns their number. Raises PublishError.
    """
    reader = sqlite3.connect(":memory:")
    try:
        reader.deserialize(data)
        rows = reader.execute(f"SELECT {LOG_COLUMNS} FROM change")  # noqa: S608 (fixed text)
        ids = [change.id for change in map(Change._make, rows) if is_intact(change)]
    finally:
        reader.close()
    ours = {row[0] for row in store.connection.execute("SELECT id FROM change")}
    if len(ids) != len(ours) or set(ids) != ours:
        raise PublishError(
            "Det som skrevs gick inte att läsa tillbaka rätt.",
            f"{len(ids)} av {len(ours)} ändringar lästes tillbaka.",
            "Kontrollera disken och försök igen. Inget är förlorat.",
        )
    return len(ids)


def sync(file: Path) -> None:
    """Force the file's bytes to the disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
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


def replace(temporary: Path, place: Path) -> None:
    """Move the file into place, waiting a little while another program holds the target."""
    for pause in _RETRIES:
        with suppress(PermissionError):
            temporary.replace(place)
            return
        if os.name != "nt":  # elsewhere a refusal doesn't pass by itself
            break
        time.sleep(pause)
    temporary.replace(place)


def as_publish_error(error: Exception, place: Path) -> PublishError:
    """Return the sentence for a failed write."""
    name = place.name
    code = getattr(error, "errno", None)
    if code == errno.ENOSPC or "full" in str(error):
        return PublishError(
            f"Disken är full: {name} gick inte att skriva.",
            "Den gamla filen är orörd.",
            "Frigör utrymme eller välj en annan plats.",
        )
    if not place.parent.is_dir():
        return PublishError(
            f"Mappen för {name} går inte att nå.",
            "Minnet kan vara urdraget eller nätverket borta.",
            "Sätt i minnet igen eller välj en annan plats.",
        )
    if code == errno.ENAMETOOLONG:
        return PublishError(f"Namnet {name[:40]}… är för långt.", hint="Välj ett kortare filnamn.")
    if code in (errno.EROFS, *_HELD) or "unable to open" in str(error) or "readonly" in str(error):
        return PublishError(
            f"{name} går inte att skriva.",
            "Platsen är skrivskyddad eller filen hålls av ett annat program.",
            "Välj en annan plats eller stäng det andra programmet.",
        )
    return PublishError(
        f"{name} gick inte att skriva ({error}).",
        "Den gamla filen är orörd.",
        "Försök igen eller välj en annan plats.",
    )
