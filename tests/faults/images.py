"""Crash images: what a power cut may leave at any moment of a real session, opened and judged."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import figures
from tests.faults.disk import Disk
from tests.faults.editor import Place
from tests.faults.forks import ask
from tests.faults.planted import PLAIN_REPLACE
from tests.faults.recorder import record
from tests.faults.shim import Operation, operations
from tests.faults.whole import ids_in

_MEMORY = Path("/dev/shm")  # noqa: S108 - memory; what lies in it has a name of its own
_EDITS = 24


@dataclass
class Tally:
    """The figures of a run: images, damaged ones, and acknowledged work that was not there."""

    images: int = 0
    damaged: int = 0
    damaged_cards: int = 0
    damaged_plans: int = 0
    lost: int = 0
    stale_plans: int = 0
    why: list[str] = field(default_factory=list)


class Run:
    """One recorded session, cut at many moments."""

    def __init__(self, folder: Path, seed: int, planted: str) -> None:
        """Record the session and replay it."""
        self._folder = folder
        self._planted = planted
        at = Place(folder / "plats" / "plan.nvplan", folder / "home", planted)
        told = ask(record, at, _EDITS, seed)
        self._plan = str(at.plan)
        self._before = bytes.fromhex(told["plan"])
        shutil.rmtree(folder)
        at.plan.parent.mkdir(parents=True)
        at.plan.write_bytes(self._before)
        self.operations: list[Operation] = operations(told["events"])

    def cut(self, tally: Tally, images: int, chance: random.Random, *, windows: bool) -> None:
        """Make so many images, at moments spread over the session, and judge them."""
        moments = sorted(chance.randrange(len(self.operations)) for _ in range(images))
        disk = Disk(
            {self._plan: self._before}, windows=windows, through=self._planted != PLAIN_REPLACE
        )
        acked = {"work": 0, "plan": len(ids_in(self._before) or ())}
        done = 0
        for moment in moments:
            for one in self.operations[done:moment]:
                _do(disk, one, acked)
            done = max(done, moment)
            tally.images += 1
            self._judge(disk.after_cut(chance), acked, tally)

    def _judge(self, files: dict[str, bytes], acked: dict[str, int], tally: Tally) -> None:
        plan = ids_in(files.get(self._plan, b""))
        tally.damaged_plans += plan is None
        tally.stale_plans += plan is not None and len(plan) < acked["plan"]
        work = self._changes_in(files)
        tally.damaged += work is None
        tally.lost += work is not None and work < acked["work"]
        cards = (data for name, data in files.items() if name.endswith(".json"))
        tally.damaged_cards += not all(map(_is_json, cards))

    def _changes_in(self, files: dict[str, bytes]) -> int | None:
        """Open the working copy with stock SQLite, journal and all; None when it is damaged."""
        for file in self._folder.glob("image.db*"):
            file.unlink()
        place = self._folder / "image.db"
        for name, data in files.items():
            if ".db" in name and Path(name).parent.name == "work":
                ending = "-journal" if name.endswith("-journal") else ""
                place.with_name(f"{place.name}{ending}").write_bytes(data)
        if not place.exists():
            return 0
        connection = sqlite3.connect(place)
        try:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            number = int(connection.execute("SELECT count(*) FROM change").fetchone()[0])
        except sqlite3.Error:
            return None
        finally:
            connection.close()
        return number if sound else None


def _is_json(data: bytes) -> bool:
    try:
        return bool(json.loads(data))
    except ValueError:
        return False


def _do(disk: Disk, operation: Operation, acked: dict[str, int]) -> None:
    what, place, *more = operation
    if what == "ack":
        acked[place] = more[0]
    elif what == "create":
        disk.create(place)
    elif what == "write":
        disk.write(place, *more)
    elif what == "sync":
        disk.sync(place)
    elif what == "sync_journal":
        disk.sync(place, journal=True)
    elif what == "sync_folder":
        disk.sync_folder(place)
    elif what == "unlink":
        disk.unlink(place)
    else:
        disk.rename(place, more[0])


def run(count: int, seed: int, planted: str = "", *, windows: bool = False) -> Tally:
    """Make so many images of two sessions."""
    tally = Tally()
    chance = random.Random(seed)
    memory = _MEMORY if _MEMORY.is_dir() else None
    for images in (count // 2, count - count // 2):
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            one = Run(Path(folder) / "sessions", chance.getrandbits(32), planted)
            one.cut(tally, images, chance, windows=windows)
    return tally


def main() -> None:
    """Run and print the figures; --rule windows for the rule without folder syncs."""
    options = figures.arguments(5000, "planted", "rule")
    tally = run(options.count, options.seed, options.planted, windows=options.rule == "windows")
    numbers = {key: value for key, value in vars(tally).items() if isinstance(value, int)}
    for one in tally.why:
        sys.stdout.write(f"{one}\n")
    figures.tell("images", **numbers)


if __name__ == "__main__":
    main()
