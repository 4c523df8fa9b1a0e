"""How the live database is opened: durable at a power cut, and wary of what lies in it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nvworkshop.errors import InUseError, PlanFileError
from nvworkshop.language import said
from nvworkshop.planfile import schema

_PRAGMAS = (
    "journal_mode=TRUNCATE",  # durable on Windows too, where a deleted journal may come back
    "synchronous=FULL",
    "locking_mode=EXCLUSIVE",  # one writer: a second program is told so at once
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",  # what is erased leaves no bytes in free pages
    "cache_size=-131072",  # KiB
)
_DURABLE = {"journal_mode": "truncate", "synchronous": 2}
_PRIMARY = 0xFF
_TROUBLES = {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
}
_PATIENCE = 0.25
"""Seconds to wait for a lock: a virus scanner lets go sooner, another window doesn't."""


def connect(place: Path | None) -> sqlite3.Connection:
    """Open (or create) a working copy; None opens one of its own, gone when it is closed.

    SQLite keeps that one in memory until it outgrows the cache, and then in a file without a name.

    Raises PlanFileError when the disk refuses durable writing or another program has it open, and
    sqlite3.DatabaseError when what lies there is no sound database.
    """
    try:
        connection = sqlite3.connect(
            "" if place is None else str(place),
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlite3.OperationalError as error:
        raise refusal(error) from error
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if place is not None:
            _take(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise refusal(error) from error
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _take(connection: sqlite3.Connection) -> None:
    """Lock the database and see that it is written as durably as it was asked to be."""
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    held = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _DURABLE]
    if held != list(_DURABLE.values()):
        raise sqlite3.OperationalError("not durable")


def refusal(error: OSError | sqlite3.Error) -> PlanFileError:
    """Return the sentence for a working copy that the system won't let us use."""
    spoken = str(error)
    if "locked" in spoken or "busy" in spoken:
        return InUseError(
            said("Planen är redan öppen för skrivning i ett annat fönster."),
            said("Arbetskopian på datorn kan bara ha en skrivare."),
            said("Stäng det andra fönstret och försök igen."),
        )
    if "full" in spoken or getattr(error, "errno", None) == errno.ENOSPC:
        return PlanFileError(
            said("Disken är full: arbetskopian går inte att skriva."),
            said("Inget som är sparat har gått förlorat."),
            said("Frigör utrymme på datorn och försök igen."),
        )
    return PlanFileError(
        said("Arbetskopian på datorn går inte att läsa eller skriva."),
        said("Programmets egen mapp kan vara skrivskyddad, eller så svarar inte disken."),
        said("Kontrollera disken och försök igen."),
    )


@contextmanager
def answering() -> Iterator[None]:
    """Make a sentence of a disk that does not answer; also a decorator. Raises PlanFileError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_trouble(error):
            raise refusal(error) from error
        raise


def is_trouble(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Tell whether it is the disk that does not answer: no damage, and no fault of a program's."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _TROUBLES


def mark(connection: sqlite3.Connection) -> None:
    """Mark the database as a plan file of this format."""
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={schema.FORMAT}")
