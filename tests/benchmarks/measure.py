"""How everything here is measured: ours and the bare baseline in turn, medians, one table."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Timed = Callable[[], object]
"""Does the work once; returns the seconds (a float) when it has timed a part of it itself."""

_MEMORY = "from pathlib import Path; from {module} import {function} as run; run(Path({folder!r}))"
_PEAK = "; from tests.benchmarks.measure import told_peak; told_peak()"
_HEAD = ("name", "ours ms", "baseline ms", "ratio", "goal", "peak MiB", "rounds")


@dataclass(frozen=True)
class Result:
    """One line of the table: seconds, the most the ratio may be, and MiB."""

    name: str
    ours: float
    baseline: float | None = None
    ratio: float | None = None
    goal: float | None = None
    peak: float | None = None
    rounds: int = 1

    def cells(self) -> tuple[str, ...]:
        missed = self.goal and self.ratio and self.ratio > self.goal
        return (
            self.name,
            f"{self.ours * 1000:.1f}",
            f"{self.baseline * 1000:.1f}" if self.baseline else "–",
            f"{self.ratio:.2f}" if self.ratio else "–",
            f"≤ {self.goal:g}{' MISSED' if missed else ''}" if self.goal else "–",
            f"{self.peak:.0f}" if self.peak else "–",
            str(self.rounds),
        )


def compare(
    name: str,
    ours: Timed,
    baseline: Timed,
    *,
    goal: float | None = None,
    rounds: int = 7,
    peak: float | None = None,
) -> Result:
    """Run both in turn, changing who goes first; the ratio is the median of the rounds' ratios."""
    pairs = []
    for number in range(rounds):
        if number % 2:
            second, first = seconds(baseline), seconds(ours)
        else:
            first, second = seconds(ours), seconds(baseline)
        pairs.append((first, second))
    ratio = median(first / second for first, second in pairs)
    mine, bare = (median(column) for column in zip(*pairs, strict=True))
    return Result(name, mine, bare, ratio, goal, peak, rounds)


def alone(name: str, ours: Timed, *, rounds: int = 5, peak: float | None = None) -> Result:
    """Time something that has no baseline."""
    times = [seconds(ours) for _ in range(rounds)]
    return Result(name, median(times), peak=peak, rounds=rounds)


def seconds(work: Timed) -> float:
    """Return the time one run takes."""
    began = time.perf_counter()
    timed = work()
    return timed if isinstance(timed, float) else time.perf_counter() - began


def peak(function: Callable[[Path], object], folder: Path) -> float:
    """Return the most memory (MiB) that a child doing `function(folder)` held, without readers."""
    module = vars(sys.modules[function.__module__])["__spec__"].name  # its name even as __main__
    code = _MEMORY.format(module=module, function=function.__name__, folder=str(folder))
    told = subprocess.run(
        [sys.executable, "-c", code + _PEAK], check=True, capture_output=True, text=True
    )
    return float(told.stdout.split()[-1])


def told_peak() -> None:
    """Print this process's peak: from /proc where it is, for ru_maxrss counts the parent's too."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        print(int(lines["VmHWM"].split()[0]) / 1024)
    else:
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def run(measured: Callable[[Path], Iterable[Result]]) -> list[Result]:
    """Run one file's benchmarks in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        return list(measured(Path(folder)))


def show(results: Iterable[Result]) -> None:
    """Print the table and the machine's load."""
    rows = [_HEAD, *(one.cells() for one in results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        print(row[0].ljust(widths[0]), *cells, sep="  ")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load}")
