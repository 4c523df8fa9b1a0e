"""Publishing: a verified snapshot of the working copy, put in its place in one step.

Order: write beside the target → fsync → read back and verify → replace → fsync the folder → read
back. Until the replace the old file is untouched; after it the new one is whole.
"""

from __future__ import annotations

import errno
import hashlib
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.durable import replace, sync, sync_folder
from nvworkshop.errors import PublishError
from nvworkshop.model.changes import Change, is_intact
from nvworkshop.planfile import schema
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.schema import LOG_COLUMNS
from nvworkshop.planfile.store import Store

_HELD = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_UNTOUCHED = "Den gamla filen är orörd."
_REPLACED = "Filen är utbytt, men ett strömavbrott just nu kan ta tillbaka den gamla."
_NEW = "Filen är skriven, men ett strömavbrott just nu kan ta bort den."

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
        data = temporary.read_bytes()
        changes = verify(store, data)
        _last_look(place, unchanged)
        replace(temporary, place)
        told = _REPLACED if told else _NEW
        sync_folder(place.parent)
        signature = signature_of(place)
        _read_back(place, data, called)
    except (OSError, sqlite3.Error) as error:
        raise as_publish_error(error, place, told, called=called) from error
    finally:
        with suppress(OSError):
            _clear(temporary)
    digest = hashlib.sha256(data).hexdigest()
    return Published(place, digest, changes, signature, size=len(data))


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
            f"{place.name} ändrades av någon annan just när den skulle skrivas.",
            "Den andras fil är orörd.",
            "Försök igen, så kommer bådas ändringar med.",
        )


def _read_back(place: Path, data: bytes, called: str) -> None:
    if place.read_bytes() != data:
        name = called.capitalize() or place.name
        raise PublishError(
            f"{name} lästes tillbaka med annat innehåll än det som skrevs.",
            "Disken kan vara trasig, eller så skrev någon annan samtidigt.",
            "Försök igen eller välj en annan plats.",
        )


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
    ours = {row[0] for row in store.connection.execute("SELECT id FROM change")}
    ids = _intact_ids(data, store.plan)
    if len(ids) != len(ours) or set(ids) != ours:
        raise PublishError(
            "Det som skrevs gick inte att läsa tillbaka rätt.",
            f"{len(ids)} av {len(ours)} ändringar lästes tillbaka.",
            "Kontrollera disken och försök igen. Inget är förlorat.",
        )
    return len(ids)


def _intact_ids(data: bytes, plan: str) -> list[bytes]:
    """Return the ids of the changes that verify; none when the file is damaged."""
    if not data:  # what deserialize takes for a lack of memory
        return []
    reader = sqlite3.connect(":memory:")
    try:
        reader.deserialize(data)
        whole = reader.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        named = reader.execute("SELECT value FROM meta WHERE key = ?", (schema.META_PLAN,))
        if not whole or named.fetchone() != (plan,):
            return []
        rows = reader.execute(f"SELECT {LOG_COLUMNS} FROM change")  # noqa: S608 (fixed text)
        return [change.id for change in map(Change._make, rows) if is_intact(change)]
    except (sqlite3.Error, UnicodeDecodeError):  # SQLite's word on damage may be damaged itself
        return []
    finally:
        reader.close()


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
    elsewhere = "" if called else " eller välj en annan plats"
    code = getattr(error, "errno", None)
    said = str(error)
    if code in _FULL or "full" in said:
        return PublishError(
            f"Disken är full: {name} gick inte att skriva.",
            told,
            f"Frigör utrymme{elsewhere}.",
        )
    if not _reachable(place.parent):
        return out_of_reach(name, elsewhere)
    if code == errno.ENAMETOOLONG and not called:
        return PublishError(f"Namnet {name[:40]}… är för långt.", hint="Välj ett kortare filnamn.")
    if code in _HELD or "unable to open" in said or "readonly" in said:
        return PublishError(
            f"{start} går inte att skriva. {told}".rstrip(),
            "Platsen är skrivskyddad eller filen hålls av ett annat program.",
            f"Stäng det andra programmet{elsewhere}.",
        )
    return PublishError(
        f"{start} gick inte att skriva: disken, minnet eller nätverket svarar inte som det ska.",
        told,
        f"Försök igen{elsewhere}.",
    )


def out_of_reach(name: str, elsewhere: str = " eller välj en annan plats") -> PublishError:
    """Return the sentence for a folder that is on a disk that isn't there."""
    return PublishError(
        f"Mappen för {name} går inte att nå.",
        "Minnet kan vara urdraget eller nätverket borta.",
        f"Sätt i minnet igen{elsewhere}.",
    )


def _untouched(place: Path) -> str:
    """Return the sentence for an old file that is as it was; "" when none is seen."""
    with suppress(OSError):
        return _UNTOUCHED if signature_of(place) else ""
    return ""


def _reachable(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a stick that is pulled answers with an error, not with a no
        return False
