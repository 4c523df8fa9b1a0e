"""The working copy: the live database of one plan at one place, in the program's own folder."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path

from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store


def working_copy(folder: Path, published: Path, plan: str) -> Store:
    """Open the working copy of the plan published at that place, or make one.

    Two copies of one plan at two places have a working copy each. A damaged one is salvaged and
    kept beside. Raises PlanFileError when another window has it open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    key = blake2b(f"{plan}\0{published.resolve()}".encode(), digest_size=12).hexdigest()
    place = folder / f"{key}.db"
    if not place.exists():
        return _new(place, plan)
    try:
        store = Store.open(place)
        if store.sound():
            return store
        store.close()
    except sqlite3.DatabaseError:
        pass
    return _salvaged(place, plan)


def _new(place: Path, plan: str) -> Store:
    """Make it under another name first: a crash leaves no half database in its place."""
    making = place.with_suffix(".new")
    making.unlink(missing_ok=True)
    Store.create(making, plan=plan).close()
    making.replace(place)
    return Store.open(place)


def _salvaged(place: Path, plan: str) -> Store:
    changes = read_plan(place).changes
    place.replace(place.with_suffix(".damaged"))
    store = _new(place, plan)
    with store.transaction():
        store.append(changes)
    return store
