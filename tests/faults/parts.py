"""The parts of the fault harness: each runs for so many seconds and gives the same figures."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.faults import (
    cuts,
    damage,
    errand_kills,
    ext4,
    filling,
    images,
    interrupts,
    kills,
    looking,
    midwrite,
    mishaps,
    reaching,
    sleeping,
    syscalls,
    together,
    window_kills,
)
from tests.faults.result import Result

Part = Callable[[float, int], Result]

_KILLS, _CUTS, _IMAGES, _ADDED, _WINDOWS = 12, 12, 600, 10, 3
"""How much is done between looks at the clock."""

_STEP, _SLOW_STEP = 30, 60
"""Every how many fault points is tried in one go; the next go takes the points after those."""


def _while_there_is_time(seconds: float, seed: int) -> Iterator[int]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield seed
        seed += 1


def _of_kills(tally: kills.Tally) -> Result:
    more = {"publishes": tally.publishes, "during publishing": tally.publishing}
    more |= {"journals left": tally.journals}
    lost = tally.lost + tally.stale + tally.damaged
    lost = max(lost, tally.wrong)
    return Result(tally.kills, tally.edits, lost, more=more, why=tally.why)


def _kills(seconds: float, seed: int) -> Result:
    result = Result()
    for one in _while_there_is_time(seconds, seed):
        result.add(_of_kills(kills.run(_KILLS, one)))
    return result


def _cuts(seconds: float, seed: int) -> Result:
    result = Result(impossible=ext4.why_not())
    for one in _while_there_is_time(0 if result.impossible else seconds, seed):
        result.add(_of_kills(cuts.run(_CUTS, one)))
    return result


def _images(seconds: float, seed: int, *, windows: bool) -> Result:
    result = Result()
    for one in _while_there_is_time(seconds, seed):
        tally = images.run(_IMAGES, one, windows=windows)
        lost = tally.lost + tally.stale_plans + tally.damaged
        lost += tally.damaged_cards + tally.damaged_plans
        result.add(Result(tally.images, 0, lost, why=tally.why))
    return result


def _points(seconds: float, seed: int, run: Callable[[int, int], object], step: int) -> Result:
    """Try every fault point in turn, `step` goes for all of them."""
    result = Result()
    for one in _while_there_is_time(seconds, seed):
        tally = vars(run(step, one % step))
        more = {"refused": tally["refused"], "left files": tally["litter"]}
        lost = tally["harmed"] + tally["lost"] + tally["litter"]
        result.add(Result(tally["points"], 0, lost, tally["unclear"], more, tally["why"]))
    return result


def _interrupts(seconds: float, seed: int) -> Result:
    return _points(seconds, seed, interrupts.run, _STEP)


def _syscalls(seconds: float, seed: int, where: str) -> Result:
    if not sys.platform.startswith("linux") or not shutil.which("strace"):
        return Result(impossible="needs strace")
    run = partial(syscalls.run, where=where)
    return _points(seconds, seed, lambda step, first: run(step, first=first), _SLOW_STEP)


def _together(seconds: float, seed: int, *, two_homes: bool) -> Result:
    result = Result()
    for _ in _while_there_is_time(seconds, seed):
        tally = together.run(_ADDED, two_homes=two_homes)
        lost = tally.lost + tally.damaged + tally.litter
        more = {"refused": tally.told}
        result.add(Result(tally.added + tally.told, tally.added, lost, tally.unclear, more))
    return result


def _windows(seconds: float, seed: int) -> Result:
    result = Result()
    for one in _while_there_is_time(seconds, seed):
        tally = window_kills.run(_WINDOWS, one)
        more = {"keys": tally.keys, "fields": tally.fields}
        result.add(Result(tally.kills, tally.fields, tally.lost, more=more, why=tally.why))
    return result


def _home_of_its_own(part: Part) -> Part:
    def run(seconds: float, seed: int) -> Result:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["NVWORKSHOP_HOME"] = str(Path(folder) / "home")
            return part(seconds, seed)

    return run


PARTS: dict[str, tuple[str, Part]] = {
    "kills": ("kill -9 while opening, editing, publishing", _kills),
    "errands": ("kill -9 while merging, exporting, keeping backups, typing", errand_kills.run),
    "windows": ("kill -9 of the real window under typing", _windows),
    "cuts": ("power cuts on a real ext4", _cuts),
    "images": ("crash images, Linux's rule", partial(_images, windows=False)),
    "images-windows": ("crash images, Windows' rule", partial(_images, windows=True)),
    "interrupts": ("publishing: each call fails", _interrupts),
    "syscalls": ("plan file: each system call killed or failed", partial(_syscalls, where="")),
    "syscalls-work": (
        "working copy: each system call killed or failed",
        partial(_syscalls, where="work"),
    ),
    "full": ("disks that fill up", filling.run),
    "damage": ("damaged plan files", damage.run),
    "midwrite": ("copies taken in mid-write", midwrite.run),
    "clock": ("clock set back and forth", partial(mishaps.run, only=("clock", "merge"))),
    "together": ("two programs, one computer", partial(_together, two_homes=False)),
    "together-two": ("two programs, two computers", partial(_together, two_homes=True)),
    "reaching": ("texts that would reach out, under strace", reaching.run),
    "looking": ("the same texts on the screens, under strace", looking.run),
    "sleep": ("asleep at any moment, with clock, disk or file changed", sleeping.run),
    "mishaps": ("random work with random faults, against a model", mishaps.run),
}
"""What can be run, by name: what it is, and how it is run."""

PARTS = {name: (about, _home_of_its_own(part)) for name, (about, part) in PARTS.items()}
