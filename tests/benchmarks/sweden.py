"""How a merge grows: 10, 50, 100 and all 290 plans of a country, with the memory it takes.

python -m tests.benchmarks.sweden FOLDER [PLANS…]: the plan files are made in FOLDER, some 1.3 GiB
for all of them, and kept there for the next time. Memory is that of the program and its readers
together; the baseline copies the same rows to a table with the same indexes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from nvworkshop.session.merge import merge
from tests.benchmarks import family
from tests.benchmarks.bare import copy_all, database
from tests.benchmarks.merge import sources
from tests.benchmarks.overall import overall
from tests.benchmarks.plans import SWEDEN, build

PLANS = (10, 50, 100, 290)
MOST_MEMORY = 1_536
"""MiB that a merge of all may take."""

_HEAD = ("plans", "changes", "merge s", "bare s", "ratio", "publish s", "peak MiB", "file MiB")


def merged(folder: Path, plans: int) -> dict[str, float]:
    """Merge so many plans into an overall one with its working copy on disk, and publish it."""
    with overall(folder) as session:
        began = time.perf_counter()
        report = merge(session, sources(folder)[:plans])
        taken = time.perf_counter() - began
        session.publish()
        publishing = time.perf_counter() - began - taken
        size = session.file.stat().st_size / (1 << 20) if session.file else 0
        return {
            "changes": session.store.count(),
            "conflicts": report.conflicts,
            "merge": taken,
            "publish": publishing,
            "size": size,
        }


def bare(folder: Path, plans: int) -> float:
    """Copy the rows of as many."""
    with database(folder / "bare.db") as connection:
        began = time.perf_counter()
        copy_all(connection, sources(folder)[:plans])
        return time.perf_counter() - began


def _row(folder: Path, plans: int) -> tuple[str, ...]:
    ran = family.run(["-m", "tests.benchmarks.sweden", str(folder), "--one", str(plans)])
    told = json.loads(ran.out)
    baseline = bare(folder, plans)
    assert ran.peak <= MOST_MEMORY, ran
    return (
        str(plans),
        f"{told['changes']:,}",
        f"{told['merge']:.1f}",
        f"{baseline:.1f}",
        f"{told['merge'] / baseline:.1f}",
        f"{told['publish']:.1f}",
        f"{ran.peak:.0f}",
        f"{told['size']:.0f}",
    )


def main() -> None:
    """Make the plans, and print a row for each number of them."""
    folder, *asked = sys.argv[1:]
    if asked[:1] == ["--one"]:
        print(json.dumps(merged(Path(folder), int(asked[1]))))
        return
    numbers = [int(one) for one in asked] or PLANS
    build(Path(folder), max(numbers), SWEDEN)
    print(*_HEAD, sep="  ")
    for plans in numbers:
        print(*_row(Path(folder), plans), sep="  ", flush=True)
    print("load", ", ".join(f"{one:.1f}" for one in os.getloadavg()))


if __name__ == "__main__":
    main()
