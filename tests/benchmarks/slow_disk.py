"""How long the window is busy at a time while somebody types, on a disk of 100 ms a flush.

strace delays every fsync and fdatasync; other system calls go at full speed. Keys come faster
than anyone types, and most fields are left as soon as they are written, so edits queue up.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.busy import TimedApplication, head, show, surroundings

FLUSH = 100
"""Milliseconds."""

_SECONDS = 60
_PLAN = "sodra.nvplan"
_FLUSHES = "fsync,fdatasync"


def type_on(place: Path) -> None:
    """Type in the real window for a while; print the longest event after each key, in ms."""
    from PySide6.QtCore import QTimer

    from nvworkshop.places import home
    from tests.faults.typist import PAUSE, typing_in
    from ui.app import build

    app = TimedApplication(sys.argv[:1])
    window = build(home())
    window.show()
    window.begin(place)
    begun: list[object] = []
    keys = typing_in(window, random.Random(1), lambda **_: begun.append(True))

    def _press() -> None:
        if begun:
            print(f"{app.longest * 1000:.2f}")
        app.longest = 0.0
        next(keys)

    timer = QTimer(interval=PAUSE)
    timer.timeout.connect(_press)
    timer.start()
    QTimer.singleShot(_SECONDS * 1000, lambda: app.exit(0))
    app.exec()
    sys.stdout.flush()
    os._exit(0)  # what is not written yet would take its time, and is no part of this


def _typed(folder: Path, *before: str) -> list[float]:
    from nvworkshop.places import SAMPLE_PLANS

    folder.mkdir()
    shutil.copyfile(SAMPLE_PLANS / _PLAN, folder / _PLAN)
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.benchmarks.slow_disk", str(folder / _PLAN)],
        env=os.environ | {"NVWORKSHOP_HOME": str(folder / "home")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [float(line) for line in done.stdout.splitlines()]


def _watched(log: Path) -> list[str]:
    delayed = f"inject={_FLUSHES}:delay_enter={FLUSH * 1000}"
    return [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-o",
        str(log),
        f"-etrace={_FLUSHES}",
        "-e",
        delayed,
    ]


def main() -> int:
    """Type on the disk as it is, and on a slow one."""
    if len(sys.argv) > 1:
        type_on(Path(sys.argv[1]))
        return 0
    if not shutil.which("strace"):
        print("needs strace")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        head("busy at a time, ms")
        met = show("the disk as it is", _typed(folder / "fast"))
        met &= show(f"{FLUSH} ms a flush", _typed(folder / "slow", *_watched(folder / "calls")))
        flushes = (folder / "calls").read_text().count("(")
    print(f"{flushes} flushes were delayed")
    surroundings()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
