"""How the live database is opened: durable at a power cut, and wary of what lies in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from nvworkshop.errors import PlanFileError
from nvworkshop.planfile import schema

_PRAGMAS = (
    "journal_mode=TRUNCATE",  # durable on Windows too, where a deleted journal may come back
    "synchronous=FULL",
    "locking_mode=EXCLUSIVE",  # one writer: a second program is told so at once
    "busy_timeout=2000",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "secure_delete=ON",  # what is erased leaves no bytes in free pages
    "cache_size=-131072",  # KiB
)
_SYNC_FULL = 2


def connect(place: Path | None) -> sqlite3.Connection:
    """Open (or create) a working copy; None opens one in memory.

    Raises PlanFileError when the disk refuses durable writing or another program has it open.
    """
    connection = sqlite3.connect(
        ":memory:" if place is None else str(place), isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if place is not None:
            _take(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise PlanFileError(
            "Arbetskopian går inte att öppna.",
            f"Den används av ett annat fönster eller skyddas från skrivning ({error}).",
            "Stäng det andra fönstret och försök igen.",
        ) from None
    return connection


def _take(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA synchronous").fetchone()[0] != _SYNC_FULL:
        raise sqlite3.OperationalError("synchronous")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def mark(connection: sqlite3.Connection) -> None:
    """Mark the database as a plan file of this format."""
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={schema.FORMAT}")
