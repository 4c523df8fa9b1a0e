"""Every benchmark, each in a process of its own, into docs/benchmarks.md: `make bench`.

What each prints is kept as it is printed, under the mark; what is said of it above the mark is
written by hand. One that fails is told of in its place, and the others go on.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date

from nvworkshop.places import ROOT

PLACE = ROOT / "docs" / "benchmarks.md"
MARK = "<!-- What follows is written by make bench. -->\n"
_PATIENCE = 1800.0
_LABELLED = "tests/data/duplicates/other.json"


@dataclass(frozen=True)
class Part:
    """One benchmark: what it is about, its module and what it is asked."""

    title: str
    module: str
    asked: tuple[str, ...] = ()


PARTS = (
    Part("Starting, editing, opening, saving, merging", "tests.benchmarks"),
    Part("A year in one file", "tests.benchmarks.year"),
    Part("A county", "tests.benchmarks.county"),
    Part("A country, 10 and 50 plans", "tests.benchmarks.sweden", ("{folder}", "10", "50")),
    Part("Excel, CSV and JSON", "tests.benchmarks.export"),
    Part("Reading a workbook back", "tests.benchmarks.importing"),
    Part("Documents", "tests.benchmarks.documents"),
    Part("Pictures of documents", "tests.benchmarks.pictures"),
    Part("Following up", "tests.benchmarks.followup"),
    Part("Two dates compared", "tests.benchmarks.points"),
    Part("Near-duplicates", "tests.benchmarks.duplicates", (_LABELLED,)),
    Part("The plan's table, 10,000 actions", "tests.benchmarks.plan_table"),
    Part("Search over everything", "tests.benchmarks.palette"),
    Part("Possible duplicates on screen", "tests.benchmarks.joining"),
    Part("The overall plan on screen", "tests.benchmarks.overall_place"),
    Part("Choosing a workshop", "tests.benchmarks.lobby"),
    Part("The room", "tests.benchmarks.room"),
    Part("Typing on a disk of 100 ms a flush", "tests.benchmarks.slow_disk"),
    Part("Copies with a password", "tests.benchmarks.sealing"),
)


def main() -> int:
    """Measure everything and write it down; or print the parts whose modules' names are given."""
    wanted = [one for one in PARTS if not sys.argv[1:] or one.module.split(".")[-1] in sys.argv]
    text = "".join([_header(), *map(_measured, wanted)])
    if sys.argv[1:]:
        print(text)
    else:
        said = PLACE.read_text("utf-8").partition(MARK)[0]
        PLACE.write_text(f"{said.rstrip()}\n\n{MARK}{text}", "utf-8")
    return int("\nFAILED" in text)


def _header() -> str:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    where = f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors"
    return f"\n## As printed {date.today().isoformat()}\n{where}, load {load} when it began.\n"


def _measured(part: Part) -> str:
    print(part.title, file=sys.stderr, flush=True)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        asked = [one.format(folder=folder) for one in part.asked]
        printed = _run([sys.executable, "-m", part.module, *asked])
    shown = " ".join((part.module, *part.asked)).format(folder="FOLDER")
    took = f"`python -m {shown}`, {time.perf_counter() - began:.0f} s:"
    return f"\n### {part.title}\n{took}\n\n```text\n{printed.strip()}\n```\n"


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=_PATIENCE, cwd=ROOT
        )
    except subprocess.TimeoutExpired:
        return "FAILED: not done in time"
    failed = "Traceback" in done.stderr  # a goal that is missed also ends with an error's number
    return done.stdout + (f"\nFAILED: {done.stderr.splitlines()[-1]}" if failed else "")


if __name__ == "__main__":
    sys.exit(main())
