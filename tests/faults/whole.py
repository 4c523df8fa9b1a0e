"""What a plan file must be after any fault: the old bytes, or a whole new plan."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from nvworkshop.model.changes import Change, is_intact
from nvworkshop.planfile.schema import LOG_COLUMNS
from nvworkshop.session.session import Session

_ENGLISH = ("error", "Errno", "denied", "space", "read-only", "database", "disk I/O", "/")


def ids_in(data: bytes) -> set[bytes] | None:
    """Return the ids in a plan file's bytes, read by stock SQLite; None when it isn't whole."""
    if not data:
        return None
    reader = sqlite3.connect(":memory:")
    try:
        reader.deserialize(data)
        sound = reader.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        rows = reader.execute(f"SELECT {LOG_COLUMNS} FROM change").fetchall()
        told = reader.execute("SELECT value FROM meta WHERE key = 'changes'").fetchone()[0]
    except (sqlite3.Error, TypeError):
        return None
    finally:
        reader.close()
    changes = [Change._make(row) for row in rows]
    whole = sound and int(told) == len(changes) and all(map(is_intact, changes))
    return {one.id for one in changes} if whole else None


def ids_of(session: Session) -> set[bytes]:
    """Return the ids in a session's log."""
    return {one.id for one in session.store.changes()}


def is_whole(place: Path, old: bytes, new: set[bytes]) -> bool:
    """Tell whether the file is byte for byte the old one, or holds all that is new."""
    data = place.read_bytes() if place.exists() else b""
    return data == old or ids_in(data) == new


def is_plain_swedish(sentence: str) -> bool:
    """Tell whether a sentence has nothing of the system's own words or paths in it."""
    return sentence.endswith((".", "?")) and not any(word in sentence for word in _ENGLISH)


def litter(folder: Path) -> list[str]:
    """Return the names of what a publishing left behind."""
    return sorted(one.name for one in folder.iterdir() if ".tmp" in one.name)
