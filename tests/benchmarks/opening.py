"""Opening a plan file of 10,000 changes, against plain sqlite3 reading the same rows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from nvworkshop.planfile.reading.pool import ReaderPool, read_plan
from nvworkshop.planfile.schema import LOG_COLUMNS
from nvworkshop.session import sessions
from tests.benchmarks.measure import Result, compare, peak, run, show
from tests.benchmarks.overall import surroundings
from tests.benchmarks.plans import FIRST, build


def read(folder: Path) -> None:
    """Read the file safely: a child process verifies every change by its hash."""
    read_plan(folder / FIRST)


def in_memory(folder: Path) -> None:
    """Open it as the command line does."""
    sessions.open_plan(folder / FIRST, surroundings=surroundings(folder)).close()


def on_disk(folder: Path) -> None:
    """Open it as the desktop does; from the second time on its working copy is there."""
    around = surroundings(folder)
    sessions.open_plan(folder / FIRST, surroundings=around, on_disk=True).close()


def bare(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FIRST)) as connection:
        connection.execute(f"SELECT {LOG_COLUMNS} FROM change ORDER BY n").fetchall()


def shown(folder: Path) -> None:
    """Run the command that shows a plan's counts."""
    command = [sys.executable, "-m", "nvworkshop", "show", str(folder / FIRST)]
    subprocess.run(command, check=True, capture_output=True)


def bare_process(folder: Path) -> None:
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        " c.execute('SELECT * FROM change ORDER BY n').fetchall()"
    )
    subprocess.run([sys.executable, "-c", code, str(folder / FIRST)], check=True)


def measured(folder: Path) -> Iterator[Result]:
    build(folder, files=1)
    on_disk(folder)
    plain = partial(bare, folder)
    for name, ours in (
        ("read a plan file", read),
        ("open it in memory", in_memory),
        ("open it with its working copy", on_disk),
    ):
        yield compare(name, partial(ours, folder), plain, peak=peak(ours, folder))
    with ReaderPool(workers=1) as pool:
        again = [folder / FIRST]
        list(pool.read_all(again))
        yield compare("read it, child running", lambda: list(pool.read_all(again)), plain)
    yield compare("nvworkshop show", partial(shown, folder), partial(bare_process, folder))


if __name__ == "__main__":
    show(run(measured))
