"""Cut the power under an editing program, again and again, on a real file system."""

from __future__ import annotations

import random
import sys
from functools import partial
from pathlib import Path

from tests.faults import editor, ext4, figures, oracle
from tests.faults.editor import Place
from tests.faults.forks import Child, ask
from tests.faults.kills import Tally, until_then

_CUTS_PER_DISK = 12


def run(count: int, seed: int, planted: str = "") -> Tally:
    """Cut the power so many times; a new disk now and then, and after anything wrong."""
    chance = random.Random(seed)
    tally = Tally()
    while tally.kills < count:
        with ext4.room() as folder:
            disk = ext4.Disk(Path(folder))
            try:
                _one_disk(disk, min(_CUTS_PER_DISK, count - tally.kills), chance, (tally, planted))
            finally:
                disk.unmount()
    return tally


def _one_disk(disk: ext4.Disk, cuts: int, chance: random.Random, what: tuple[Tally, str]) -> None:
    tally, planted = what
    at = Place(disk.folder / "plats" / "plan.nvplan", disk.folder / "home", planted)
    at.plan.parent.mkdir()
    expected = oracle.beginning(ask(oracle.begin, at))
    for _ in range(cuts):
        work = partial(editor.work, at, expected.things, chance.getrandbits(32))
        child = Child(work, may_fail=True)
        until_then(child, expected, chance)
        disk.cut()
        for line in child.kill():
            expected.hear(line)
        disk.unmount()
        disk.mount()
        tally.kills += 1
        if not tally.judged(ask(oracle.judge, at, expected.as_json()), expected):
            break
    tally.edits += expected.edits
    tally.publishes += expected.publishes


def main() -> None:
    """Run and print the figures."""
    options = figures.arguments(200, "planted")
    impossible = ext4.why_not()
    if impossible:
        sys.stdout.write(f"cuts impossible: {impossible}\n")
        return
    tally = run(options.count, options.seed, options.planted)
    for one in tally.why:
        sys.stdout.write(f"{one}\n")
    numbers = tally.numbers()
    figures.tell("cuts", cuts=numbers.pop("kills"), **numbers)


if __name__ == "__main__":
    main()
