"""Merging 14 plans of 10,000 changes, against SQLite copying the same rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from nvworkshop.session.merge import merge
from tests.benchmarks.bare import copy_all, database
from tests.benchmarks.measure import Result, alone, compare, peak, run, show
from tests.benchmarks.overall import overall
from tests.benchmarks.plans import build

GOAL = 3.0


def ours(folder: Path) -> float:
    """Merge from files to committed tables on disk."""
    with overall(folder) as session:
        began = time.perf_counter()
        merge(session, sources(folder))
        return time.perf_counter() - began


def baseline(folder: Path) -> float:
    """Copy the rows of the same files to an indexed table on disk."""
    with database(folder / "bare.db") as connection:
        began = time.perf_counter()
        copy_all(connection, sources(folder))
        return time.perf_counter() - began


def publish(folder: Path) -> float:
    with overall(folder) as session:
        merge(session, sources(folder))
        began = time.perf_counter()
        session.publish()
        return time.perf_counter() - began


def again(folder: Path) -> float:
    """Merge the same files a second time: nothing is new."""
    with overall(folder) as session:
        merge(session, sources(folder))
        began = time.perf_counter()
        merge(session, sources(folder))
        return time.perf_counter() - began


def sources(folder: Path) -> list[Path]:
    return sorted(folder.glob("plan *.nvplan"))


def measured(folder: Path) -> Iterator[Result]:
    build(folder)
    yield compare(
        "merge 14 × 10,000 changes",
        partial(ours, folder),
        partial(baseline, folder),
        goal=GOAL,
        rounds=5,
        peak=peak(ours, folder),
    )
    yield alone("merge them again", partial(again, folder), rounds=3)
    yield alone("publish the merged plan", partial(publish, folder), rounds=3)


if __name__ == "__main__":
    show(run(measured))
