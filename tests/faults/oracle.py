"""The judge after a fault: reads with stock SQLite first, then opens with the program."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from nvworkshop.errors import PlanError
from nvworkshop.model.changes import Change, is_intact
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.schema import LOG_COLUMNS
from nvworkshop.planfile.store import Store
from nvworkshop.session.sessions import create, open_plan
from tests.faults.editor import Expected, Place

Rows = dict[str, list[tuple[object, ...]]]


def begin(at: Place) -> dict[str, Any]:
    """Make a plan there; return the ids of its changes."""
    os.environ["NVWORKSHOP_HOME"] = str(at.home)
    session = create(at.plan, county_part="sodra")
    ids = [one.id.hex().upper() for one in session.store.changes()]
    session.close()
    return {"ids": ids}


def beginning(told: dict[str, Any]) -> Expected:
    """Return what must be true of a plan just made."""
    return Expected(ids=set(told["ids"]), published=set(told["ids"]))


def judge(at: Place, expected: dict[str, Any]) -> dict[str, Any]:
    """Return numbers of changes lost or not in the plan file and of damaged files, and why.

    `things` is what the plan holds now: an edit that was not acknowledged may be there.
    """
    place, home = at.plan, at.home
    os.environ["NVWORKSHOP_HOME"] = str(home)
    why: list[str] = []
    hot = sum(file.stat().st_size > 0 for file in (home / "work").glob("*.db-journal"))
    work = _of_copy(home / "work", why)
    plan = _of_file(place.read_bytes(), why) if place.exists() else _gone(why)
    lost = set(expected["ids"]) - work - plan
    unpublished = set(expected["published"]) - plan
    damaged = len(why)
    why += [f"{len(lost)} changes lost"] if lost else []
    why += [f"{len(unpublished)} changes not in the plan file"] if unpublished else []
    things = {} if damaged else _as_opened(place, expected, why)
    return {
        "things": things,
        "lost": len(lost),
        "stale": len(unpublished),
        "damaged": damaged,
        "why": why,
        "hot": hot,
        "left": len(list(place.parent.glob(f".{place.name}.*.tmp*"))),
    }


def _gone(why: list[str]) -> set[str]:
    why.append("the plan file is gone")
    return set()


def _of_copy(folder: Path, why: list[str]) -> set[str]:
    """Read the working copy with its journal, both copied, so that the program finds its own."""
    found: set[str] = set()
    with tempfile.TemporaryDirectory() as scratch:
        for file in folder.glob("*.db*") if folder.is_dir() else ():
            shutil.copy(file, scratch)
        for copy in Path(scratch).glob("*.db"):
            connection = sqlite3.connect(copy)
            found |= _ids(connection, "the working copy", why)
            connection.close()
    return found


def _of_file(data: bytes, why: list[str]) -> set[str]:
    if not data:
        why.append("the plan file is empty")
        return set()
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        found = _ids(connection, "the plan file", why)
        told = connection.execute("SELECT value FROM meta WHERE key = 'changes'").fetchone()
        if told is None or int(told[0]) != len(found):
            why.append("the plan file doesn't hold as many changes as it says")
    except sqlite3.Error as error:
        why.append(f"the plan file: {error}")
        return set()
    finally:
        connection.close()
    return found


def _ids(connection: sqlite3.Connection, name: str, why: list[str]) -> set[str]:
    try:
        said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        rows = connection.execute(f"SELECT {LOG_COLUMNS} FROM change").fetchall()
    except sqlite3.Error as error:
        why.append(f"{name}: {error}")
        return set()
    changes = [Change._make(row) for row in rows]
    if said != "ok" or not all(map(is_intact, changes)):
        why.append(f"{name}: {said}")
    return {one.id.hex().upper() for one in changes}


def _as_opened(place: Path, expected: dict[str, Any], why: list[str]) -> dict[str, Any]:
    """Open with the program, compare with what must be true, and return the things there."""
    try:
        session = open_plan(place, on_disk=True)
    except PlanError as error:
        why.append(error.sentence)
        return {}
    things = {one.id: _texts(one.values) for one in session.things("action")}
    why += [
        f"{entity[:8]} differs"
        for entity, values in expected["things"].items()
        if entity != expected["loose"] and values != things.get(entity)
    ]
    kept = rows_of(session.store)
    with session.store.transaction():
        session.store.rebuild()
    anew = rows_of(session.store)
    why += [f"{name} differs from a rebuild" for name in kept if kept[name] != anew[name]]
    session.close()
    return things


def _texts(values: Any) -> dict[str, str]:
    return {name: values[name] for name in ("title", "goal", "description") if name in values}


def rows_of(store: Store) -> Rows:
    """Return all derived rows, in an order of their own."""
    one = store.connection.execute
    return {name: sorted(one(f'SELECT * FROM "{name}"'), key=repr) for name in KINDS}
