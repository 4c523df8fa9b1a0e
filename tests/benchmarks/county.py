"""A county: 14 plans, 504 actions, 100,016 changes, 280 conflicts; from files to review list."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from nvworkshop.session import review
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.session import Session
from nvworkshop.session.suggesting import asked, pairs_in
from tests.benchmarks.bare import copy_all, database
from tests.benchmarks.measure import Result, alone, compare, peak, run, show
from tests.benchmarks.merge import sources
from tests.benchmarks.overall import overall
from tests.benchmarks.plans import COUNTY, FILES, build

_DECISIONS = 40


def to_the_list(folder: Path) -> float:
    """Merge the files and list the conflicts and the near-duplicates."""
    with overall(folder) as session:
        began = time.perf_counter()
        merge(session, sources(folder))
        _lists(session)
        return time.perf_counter() - began


def to_the_conflicts(folder: Path) -> float:
    """Merge the files and list the conflicts."""
    with overall(folder) as session:
        began = time.perf_counter()
        merge(session, sources(folder))
        review.conflicts(session)
        return time.perf_counter() - began


def _lists(session: Session) -> None:
    review.conflicts(session)
    pairs_in(asked(session))


def baseline(folder: Path) -> float:
    """Copy the rows of the same files to an indexed table on disk."""
    with database(folder / "bare.db") as connection:
        began = time.perf_counter()
        copy_all(connection, sources(folder))
        return time.perf_counter() - began


def lists(folder: Path) -> float:
    """List again what has been merged."""
    with overall(folder) as session:
        merge(session, sources(folder))
        began = time.perf_counter()
        _lists(session)
        return time.perf_counter() - began


def decision(folder: Path) -> float:
    """Decide conflicts one by one; the time of one is the median's."""
    with overall(folder) as session:
        merge(session, sources(folder))
        taken = []
        for conflict in review.conflicts(session)[:_DECISIONS]:
            began = time.perf_counter()
            review.resolve(session, conflict.entity, conflict.field, use=1)
            taken.append(time.perf_counter() - began)
        return median(taken)


def taken_back(folder: Path) -> float:
    """Take the whole merge back."""
    with overall(folder) as session:
        merge(session, sources(folder))
        began = time.perf_counter()
        undo_merge(session)
        return time.perf_counter() - began


def measured(folder: Path) -> Iterator[Result]:
    build(folder, FILES, COUNTY)
    bare, most = partial(baseline, folder), peak(to_the_list, folder)
    lasting = partial(to_the_list, folder)
    yield compare("county: files to review list", lasting, bare, rounds=5, peak=most)
    yield compare("county: files to conflicts", partial(to_the_conflicts, folder), bare, rounds=5)
    yield alone("county: the lists alone", partial(lists, folder), rounds=3)
    yield alone("county: one decision", partial(decision, folder), rounds=3)
    yield alone("county: taking the merge back", partial(taken_back, folder), rounds=3)


if __name__ == "__main__":
    show(run(measured))
