"""One committed edit in a plan of 10,000 changes, against a bare commit of the same row."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from nvworkshop.model.changes import ID_SIZE
from nvworkshop.session import sessions
from nvworkshop.session.session import Session
from tests.benchmarks.bare import INSERT, copy_all, database
from tests.benchmarks.measure import Result, alone, compare, peak, run, show
from tests.benchmarks.overall import surroundings
from tests.benchmarks.plans import FIRST, build

GOAL = 1.5
ROUNDS = 101
_NUMBERS = count()


def opened(folder: Path) -> Session:
    return sessions.open_plan(folder / FIRST, surroundings=surroundings(folder), on_disk=True)


def edit(session: Session, entities: list[str]) -> None:
    """Set one text of one action: another action and another text every time."""
    number = next(_NUMBERS)
    text = f"Mobilt team i hela länsdelen, version {number}. " * 4
    session.set(entities[number % len(entities)], {"description": text})


def commit(bare: sqlite3.Connection, session: Session) -> float:
    """Commit the row that the session wrote last, by an id of its own; reading it is not timed."""
    (last,) = session.store.changes("n = (SELECT max(n) FROM change)")
    row = last._replace(id=os.urandom(ID_SIZE))
    began = time.perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(INSERT, row)
    bare.execute("COMMIT")
    return time.perf_counter() - began


def once(folder: Path) -> None:
    with closing(opened(folder)) as session:
        edit(session, [one.id for one in session.things("action")])


def measured(folder: Path) -> Iterator[Result]:
    (source,) = build(folder, files=1)
    most = peak(once, folder)
    with closing(opened(folder)) as session, database(folder / "bare.db") as bare:
        copy_all(bare, [source])
        entities = [one.id for one in session.things("action")]
        edit(session, entities)
        yield compare(
            "edit one field, committed",
            lambda: edit(session, entities),
            lambda: commit(bare, session),
            goal=GOAL,
            rounds=ROUNDS,
            peak=most,
        )
        yield alone("undo it", session.undo)
        yield alone("redo it", session.redo)


if __name__ == "__main__":
    show(run(measured))
