"""A look into a working copy that nobody has open, without taking it from anybody."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import InUseError, PlanFileError
from nvworkshop.model.kinds import KINDS, RECEIPT, WRITER
from nvworkshop.planfile import schema
from nvworkshop.planfile.connection import refusal
from nvworkshop.planfile.reading.pool import read_plan

_TITLE = KINDS["plan"].title_field.name
_NEWEST = "SELECT at FROM change ORDER BY n DESC LIMIT 1"
_LAST = (
    "SELECT count(*) FROM (SELECT kind FROM change ORDER BY n DESC LIMIT ?)"  # noqa: S608 (names)
    f" WHERE kind NOT IN ('{WRITER.name}', '{RECEIPT.name}')"
)


@dataclass(frozen=True, slots=True)
class Peek:
    """What a working copy holds: its plan, the plan's title, and when the newest change came.

    `waiting` is how many changes came after the first so many, `written` those of them that people
    made. `latest` is milliseconds since 1970 UTC.
    """

    plan: str
    title: str
    waiting: int
    written: int
    latest: int


def peek(database: Path, first: int) -> Peek | None:
    """Return what the working copy holds; None when a window has it open or it can't be read.

    `first` is how many changes nobody asks about.
    """
    address = database.absolute().as_uri()
    try:
        return _look(f"{address}?mode=ro", first)
    except InUseError:
        return None
    except sqlite3.Error:  # a journal that a crash left can't be rolled back by a reader
        pass
    try:
        return _look(f"{address}?mode=rw", first)
    except InUseError:
        return None
    except sqlite3.Error:
        return _salvaged(database, first)


def _look(address: str, first: int) -> Peek:
    """Read it; InUseError when a window has it, sqlite3.Error when it is damaged."""
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as reader:
            reader.execute("PRAGMA trusted_schema=OFF")
            one = reader.execute
            named = one("SELECT value FROM meta WHERE key = ?", (schema.META_PLAN,)).fetchone()
            plan = str(named[0]) if named else ""
            found = one(f'SELECT "{_TITLE}" FROM plan WHERE id = ?', (plan,)).fetchone()  # noqa: S608
            (changes,) = one("SELECT count(*) FROM change").fetchone()
            waiting = max(0, int(changes) - first)
            (written,) = one(_LAST, (waiting,)).fetchone()
            newest = one(_NEWEST).fetchone()
            title = str(found[0] or "") if found else ""
            return Peek(plan, title, waiting, int(written), int(newest[0]) if newest else 0)
    except sqlite3.OperationalError as error:
        told = refusal(error)
        if isinstance(told, InUseError):
            raise told from error
        raise


def _salvaged(database: Path, first: int) -> Peek | None:
    """Read what can be read of a damaged one, in a child."""
    try:
        content = read_plan(database)
    except PlanFileError:
        return None
    of_plan = [one for one in content.changes if one.entity == content.plan]
    titles = [one.data for one in of_plan if one.field == _TITLE]
    title = titles[-1] if titles and isinstance(titles[-1], str) else ""
    latest = max((one.at for one in content.changes), default=0)
    waiting = content.changes[first:]
    written = sum(one.kind not in (WRITER.name, RECEIPT.name) for one in waiting)
    return Peek(content.plan, title, len(waiting), written, latest)
