"""The most memory a program and the children it starts hold together, by looking often."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_LOOK_SECONDS = 0.02
_PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / (1 << 20) if hasattr(os, "sysconf") else 0.0


@dataclass(frozen=True)
class Ran:
    """What a run took: seconds, the most MiB of the whole family at a time, and what it printed."""

    seconds: float
    peak: float
    code: int
    out: str


def run(arguments: Sequence[str], **environment: str) -> Ran:
    """Run Python with those arguments and look at the memory of it and its children meanwhile."""
    began = time.perf_counter()
    env = {**os.environ, **environment}
    most = 0.0
    with TemporaryFile("w+") as out:  # a pipe would stop it when full
        with subprocess.Popen([sys.executable, *arguments], stdout=out, env=env) as process:
            while process.poll() is None:
                most = max(most, _held(process.pid))
                time.sleep(_LOOK_SECONDS)
        seconds = time.perf_counter() - began
        out.seek(0)
        return Ran(seconds, most, process.returncode, out.read())


def _held(pid: int) -> float:
    """Return the resident MiB of a process and all below it; shared pages count in each."""
    return _resident(pid) + sum(map(_held, _children(pid)))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    except (OSError, ValueError):  # it has ended
        return found
    return found


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_MIB
    except (OSError, IndexError):
        return 0.0
