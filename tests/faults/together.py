"""Two programs at once on one plan file, through the command line.

With --homes two each has a folder of its own, as two computers on one share have: then nothing but
the last look before the replace stands between them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from nvworkshop.session.sessions import create
from tests.faults import figures
from tests.faults.whole import ids_in, is_plain_swedish, litter

_PROGRAM = (sys.executable, "-m", "nvworkshop")


@dataclass
class Tally:
    """The figures of a run; `told` are additions that were refused with a plain sentence."""

    added: int = 0
    told: int = 0
    unclear: int = 0
    lost: int = 0
    damaged: int = 0
    litter: int = 0
    done: list[str] = field(default_factory=list)


def _add(place: Path, home: Path, title: str, tally: Tally) -> None:
    done = subprocess.run(
        [*_PROGRAM, "add", str(place), "action", f"title={title}"],
        cwd=figures.ROOT,
        env=os.environ | {"NVWORKSHOP_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        tally.done.append(done.stdout.split()[-1])
    else:
        tally.told += 1
        tally.unclear += not is_plain_swedish(done.stderr.strip())


def run(count: int, *, two_homes: bool = False) -> Tally:
    """Let two programs add half of `count` actions each, at the same time."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        homes = [folder / "a", folder / ("b" if two_homes else "a")]
        os.environ["NVWORKSHOP_HOME"] = str(homes[0])
        place = folder / "plats" / "plan.nvplan"
        place.parent.mkdir()
        create(place, county_part="sodra").close()
        _both(place, homes, count // 2, tally)
        data = place.read_bytes()
        tally.damaged += ids_in(data) is None
        tally.lost = sum(entity.encode() not in data for entity in tally.done)
        tally.litter = len(litter(place.parent))
    tally.added = len(tally.done)
    return tally


def _both(place: Path, homes: list[Path], each: int, tally: Tally) -> None:
    def one(number: int) -> None:
        for turn in range(each):
            _add(place, homes[number], f"Åtgärd {number}.{turn}", tally)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    """Run and print the figures."""
    options = figures.arguments(30, "homes")
    tally = run(options.count, two_homes=options.homes == "two")
    numbers = {key: value for key, value in vars(tally).items() if isinstance(value, int)}
    figures.tell("together", **numbers)


if __name__ == "__main__":
    main()
