"""A look into a working copy that nobody has open, without taking it from anybody."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import InUseError, PlanFileError
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile import schema
from nvworkshop.planfile.connection import refusal
from nvworkshop.planfile.reading.pool import read_plan

_TITLE = KINDS["plan"].title_field.name
_NEWEST = "SELECT at FROM change ORDER BY n DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Peek:
    """What a working copy holds: its plan, the plan's title, its changes and when the newest came.

    `latest` is milliseconds since 1970 UTC.
    """

    plan: str
    title: str
    changes: int
    latest: int


def peek(database: Path) -> Peek | None:
    """Return what the working copy holds; None when a window has it open or it can't be read."""
    address = database.absolute().as_uri()
    try:
        return _look(f"{address}?mode=ro")
    except InUseError:
        return None
    except sqlite3.Error:  # a journal that a crash left can't be rolled back by a reader
        pass
    try:
        return _look(f"{address}?mode=rw")
    except InUseError:
        return None
    except sqlite3.Error:
        return _salvaged(database)


def _look(address: str) -> Peek:
    """Read it; InUseError when a window has it, sqlite3.Error when it is damaged."""
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as reader:
            reader.execute("PRAGMA trusted_schema=OFF")
            one = reader.execute
            named = one("SELECT value FROM meta WHERE key = ?", (schema.META_PLAN,)).fetchone()
            plan = str(named[0]) if named else ""
            found = one(f'SELECT "{_TITLE}" FROM plan WHERE id = ?', (plan,)).fetchone()  # noqa: S608
            (changes,) = one("SELECT count(*) FROM change").fetchone()
            newest = one(_NEWEST).fetchone()
            title = str(found[0] or "") if found else ""
            return Peek(plan, title, int(changes), int(newest[0]) if newest else 0)
    except sqlite3.OperationalError as error:
        told = refusal(error)
        if isinstance(told, InUseError):
            raise told from error
        raise


def _salvaged(database: Path) -> Peek | None:
    """Read what can be read of a damaged one, in a child."""
    try:
        content = read_plan(database)
    except PlanFileError:
        return None
    of_plan = [one for one in content.changes if one.entity == content.plan]
    titles = [one.data for one in of_plan if one.field == _TITLE]
    title = titles[-1] if titles and isinstance(titles[-1], str) else ""
    latest = max((one.at for one in content.changes), default=0)
    return Peek(content.plan, title, len(content.changes), latest)
