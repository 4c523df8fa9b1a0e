"""Starting the program, against Python that imports click and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Result, compare, run, show

GOAL = 1.3
ROUNDS = 20


def ours() -> None:
    start("-m", "nvworkshop", "--help")


def click() -> None:
    start("-c", "import click")


def nothing() -> None:
    start("-c", "pass")


def start(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def measured(_folder: Path) -> Iterator[Result]:
    ours()
    yield compare("nvworkshop --help / import click", ours, click, goal=GOAL, rounds=ROUNDS)
    yield compare("nvworkshop --help / pass", ours, nothing, rounds=ROUNDS)


if __name__ == "__main__":
    show(run(measured))
