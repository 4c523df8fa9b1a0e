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
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from urllib.parse import quote

from nvworkshop.durable import replace, sync, sync_folder
from nvworkshop.errors import DISK_FULL, PublishError
from nvworkshop.language import marked, said
from nvworkshop.model.changes import Change, is_intact
from nvworkshop.planfile import schema
from nvworkshop.planfile.connection import is_trouble
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.schema import LOG_COLUMNS
from nvworkshop.planfile.store import Store

_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS}

_LONGEST = 470
"""Bytes of a path from where on SQLite may not open what is written beside it."""

_UNTOUCHED = marked("Den gamla filen är orörd.")
_REPLACED = marked("Filen är utbytt, men ett strömavbrott just nu kan ta tillbaka den gamla.")
_ELSEWHERE = marked(" eller välj en annan plats")
_NEW = marked("Filen är skriven, men ett strömavbrott just nu kan ta bort den.")

Signature = tuple[int, int, int] | None
"""Size, time of change in ns and inode of a file; None when there is none."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: where, its SHA-256 and how many changes were read back.

    `signature` is that of the file read back, `size` its bytes. `kept` is where a damaged file that
    lay there is now. `again` tells that a file that lay there was gone.
    """

    place: Path
    sha256: str
    changes: int
    signature: Signature = None
    kept: Path | None = None
    size: int = 0
    again: bool = False


def publish(
    store: Store,
    place: Path,
    *,
    writer: str = "",
    unchanged: Callable[[], bool] | None = None,
    called: str = "",
) -> Published:
    """Write the plan to `place` and prove it is there; else PublishError, old file untouched.

    `writer` names whoever writes here one at a time: what a crash of theirs left is cleared away.
    `unchanged` is asked just before the replace whether the file there is still the one known.
    `called` is what people call the file when its name says them nothing.
    """
    temporary = place.with_name(f".{place.name[:100]}.{writer or secrets.token_hex(4)}.tmp")
    told = _untouched(place)
    try:
        _clear(temporary)
        snapshot(store, temporary)
        sync(temporary)
        digest = digest_of(temporary)
        changes = verify(store, temporary)
        _last_look(place, unchanged)
        replace(temporary, place)
        told = said(_REPLACED) if told else said(_NEW)
        sync_folder(place.parent)
        signature = signature_of(place)
        _read_back(place, digest, called)
    except (OSError, sqlite3.Error) as error:
        raise as_publish_error(error, place, told, called=called) from error
    finally:
        with suppress(OSError):
            _clear(temporary)
    return Published(place, digest, changes, signature, size=signature[0] if signature else 0)


def held_by(store: Store, content: PlanContent) -> Published | None:
    """Return what was read as a publication; None unless it holds just what the store does.

    The store must have been given the content.
    """
    blank = sum(one.value is None for one in content.changes)
    if not content.clean or (store.count(), store.blank) != (len(content.changes), blank):
        return None
    return Published(content.path, content.sha256, len(content.changes), size=content.size)


def newest_in(store: Store) -> str:
    """Return the id (hex) of the change that came last, "" when there is none."""
    found = store.connection.execute("SELECT id FROM change ORDER BY n DESC LIMIT 1").fetchone()
    return found[0].hex() if found else ""


def signature_of(place: Path) -> Signature:
    """Return what tells that a file has changed; OSError when that can't be seen."""
    try:
        stat = place.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _clear(temporary: Path) -> None:
    """Remove a snapshot and the journal SQLite has while it writes one."""
    for file in (temporary, temporary.with_name(f"{temporary.name}-journal")):
        file.unlink(missing_ok=True)


def _last_look(place: Path, unchanged: Callable[[], bool] | None) -> None:
    if unchanged is not None and not unchanged():
        raise PublishError(
            said("{name} ändrades av någon annan just när den skulle skrivas.").format(
                name=place.name
            ),
            said("Den andras fil är orörd."),
            said("Försök igen, så kommer bådas ändringar med."),
        )


def digest_of(place: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_back(place: Path, digest: str, called: str) -> None:
    if digest_of(place) != digest:
        name = called.capitalize() or place.name
        raise PublishError(
            said("{name} lästes tillbaka med annat innehåll än det som skrevs.").format(name=name),
            said("Disken kan vara trasig, eller så skrev någon annan samtidigt."),
            said("Försök igen eller välj en annan plats."),
        )


def snapshot(store: Store, target: Path) -> None:
    """Build a fresh database file of the store's content; nothing erased is in it."""
    store.connection.execute(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)", (schema.META_CHANGES, str(store.count()))
    )
    store.connection.execute("VACUUM INTO ?", (str(target),))


def verify(store: Store, written: Path) -> int:
    """Check that the file is a plan with exactly the store's changes in their order, each intact.

    Returns their number. Raises PublishError. Nothing is held in memory, however large the plan.
    """
    ours = (row[0] for row in store.connection.execute("SELECT id FROM change ORDER BY n"))
    read = 0
    for mine, theirs in zip_longest(ours, _intact_ids(written, store.plan)):
        if mine != theirs:
            raise PublishError(
                said("Det som skrevs gick inte att läsa tillbaka rätt."),
                said("{read} av {count} ändringar lästes tillbaka.").format(
                    read=read, count=store.count()
                ),
                said("Kontrollera disken och försök igen. Inget är förlorat."),
            )
        read += 1
    return read


def _intact_ids(written: Path, plan: str) -> Iterator[bytes]:
    """Yield the ids of the changes that verify; an empty one when the file is damaged."""
    with closing(opened(written)) as reader:
        try:
            whole = reader.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            named = reader.execute("SELECT value FROM meta WHERE key = ?", (schema.META_PLAN,))
            if not whole or named.fetchone() != (plan,):
                yield b""
            rows = reader.execute(f"SELECT {LOG_COLUMNS} FROM change ORDER BY n")  # noqa: S608 (fixed text)
            yield from (one.id for one in map(Change._make, rows) if is_intact(one))
        except (sqlite3.Error, UnicodeDecodeError) as error:  # a word on damage may be damaged too
            if is_trouble(error):
                raise
            yield b""


def opened(written: Path) -> sqlite3.Connection:
    """Open a file that nobody else has, without a lock and without looking for a journal."""
    path = quote(os.fsencode(written.absolute().as_posix()), safe="/:")
    start = "file://" if path.startswith("/") else "file:///"
    return sqlite3.connect(f"{start}{path}?mode=ro&immutable=1", uri=True, isolation_level=None)


def as_publish_error(
    error: OSError | sqlite3.Error, place: Path, told: str | None = None, *, called: str = ""
) -> PublishError:
    """Return the sentence for a failed write; `told` says what became of the old file.

    Without `told` the write hadn't come to the replace. `called` is as for `publish`: a file with
    such a name lies where the program puts it, and nobody can choose another place for it.
    """
    told = _untouched(place) if told is None else told
    name = called or place.name
    start = called.capitalize() or name
    elsewhere = "" if called else said(_ELSEWHERE)
    code = getattr(error, "errno", None)
    spoken = str(error)
    if code in DISK_FULL or "full" in spoken:
        return PublishError(
            said("Disken är full: {name} gick inte att skriva.").format(name=name),
            told,
            said("Frigör utrymme{elsewhere}.").format(elsewhere=elsewhere),
        )
    if not _reachable(place.parent):
        return out_of_reach(name, elsewhere)
    if code == errno.ENAMETOOLONG and not called:
        return _long_name(name)
    if "unable to open" in spoken and len(os.fsencode(place.absolute())) > _LONGEST:
        return _long_path(name, told)
    if code in _HELD or "unable to open" in spoken or "readonly" in spoken:
        return PublishError(
            said("{start} går inte att skriva. {told}").format(start=start, told=told).rstrip(),
            said("Platsen är skrivskyddad eller filen hålls av ett annat program."),
            said("Stäng det andra programmet{elsewhere}.").format(elsewhere=elsewhere),
        )
    return PublishError(
        said(
            "{start} gick inte att skriva: disken, minnet eller nätverket svarar inte som det ska."
        ).format(start=start),
        told,
        said("Försök igen{elsewhere}.").format(elsewhere=elsewhere),
    )


def _long_name(name: str) -> PublishError:
    return PublishError(
        said("Namnet {name}… är för långt.").format(name=name[:40]),
        hint=said("Välj ett kortare filnamn."),
    )


def _long_path(name: str, told: str) -> PublishError:
    return PublishError(
        said("Sökvägen till {name} är för lång.").format(name=name[:40]),
        told,
        said("Välj en mapp som inte ligger så djupt."),
    )


def out_of_reach(name: str, elsewhere: str | None = None) -> PublishError:
    """Return the sentence for a folder that is on a disk that isn't there."""
    elsewhere = said(_ELSEWHERE) if elsewhere is None else elsewhere
    return PublishError(
        said("Mappen för {name} går inte att nå.").format(name=name),
        said("Minnet kan vara urdraget eller nätverket borta."),
        said("Sätt i minnet igen{elsewhere}.").format(elsewhere=elsewhere),
    )


def _untouched(place: Path) -> str:
    """Return the sentence for an old file that is as it was; "" when none is seen."""
    with suppress(OSError):
        return said(_UNTOUCHED) if signature_of(place) else ""
    return ""


def _reachable(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a stick that is pulled answers with an error, not with a no
        return False
