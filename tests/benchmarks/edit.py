"""One committed edit in a plan of 10,000 changes, against a bare commit of the same row."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from nvworkshop.model.changes import Change
from nvworkshop.session import sessions
from nvworkshop.session.session import Session
from tests.benchmarks.bare import INSERT, copy_all, database
from tests.benchmarks.measure import Result, compare, peak, run, seconds, show
from tests.benchmarks.overall import surroundings
from tests.benchmarks.plans import build

GOAL = 1.5
EDITS = 20
_NUMBERS = count()


def opened(folder: Path) -> Session:
    return sessions.open_plan(
        folder / "plan 00.nvplan", surroundings=surroundings(folder), on_disk=True
    )


def edit(session: Session, entities: list[str]) -> None:
    """Set the description of one action after another."""
    for _ in range(EDITS):
        number = next(_NUMBERS)
        text = f"Mobilt team i hela länsdelen, version {number}. " * 4
        session.set(entities[number % len(entities)], {"description": text})


def ours(folder: Path) -> None:
    with closing(opened(folder)) as session:
        edit(session, [one.id for one in session.things("action")])


def measured(folder: Path) -> Iterator[Result]:
    (source,) = build(folder, files=1)
    most = peak(ours, folder)
    with closing(opened(folder)) as session, database(folder / "bare.db") as bare:
        copy_all(bare, [source])
        entities = [one.id for one in session.things("action")]
        edit(session, entities)
        same = iter(_edits_made(session))

        def commit() -> None:
            for _ in range(EDITS):
                bare.execute("BEGIN IMMEDIATE")
                bare.execute(INSERT, next(same))
                bare.execute("COMMIT")
