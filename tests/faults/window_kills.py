"""Kill the real window in the middle of typing, and look for every key older than a second.

    python -m tests.faults.window_kills 100

A field may come back as any text it held during its last second, never as an older one.
"""

from __future__ import annotations

import json
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.live import LivePlan
from nvworkshop.session.surroundings import Surroundings

GRACE = 1.0
"""Seconds of typing that a kill may take."""

_START = 30.0
_KILLS_PER_PLAN = 10
Texts = list[tuple[float, str]]


@dataclass
class Tally:
    """The figures of a run."""

    kills: int = 0
    keys: int = 0
    fields: int = 0
    lost: int = 0
    not_opened: int = 0
    why: list[str] = field(default_factory=list)


def run(kills: int, seed: int = 1) -> Tally:
    """Kill that many times, a new plan every now and then."""
    chance = random.Random(seed)
    tally = Tally()
    while tally.kills < kills:
        with tempfile.TemporaryDirectory() as folder:
            _one_plan(Path(folder), min(_KILLS_PER_PLAN, kills - tally.kills), chance, tally)
    return tally


def _one_plan(folder: Path, kills: int, chance: random.Random, tally: Tally) -> None:
    place = folder / "södra.nvplan"
    shutil.copyfile(SAMPLE_PLANS / "sodra.nvplan", place)
    for _ in range(kills):
        typed, killed = _killed_once(folder, place, chance)
        tally.kills += 1
        tally.keys += sum(map(len, typed.values()))
        _judge(folder, place, typed, killed, tally)


def _killed_once(
    folder: Path, place: Path, chance: random.Random
) -> tuple[dict[tuple[str, str], Texts], float]:
    """Start the window, let it be typed in for a while, kill it; return what was typed."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typist", str(place), str(chance.random())[2:10]],
        stdout=subprocess.PIPE,
        env=os.environ | {"NVWORKSHOP_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    assert child.stdout is not None
    reader = threading.Thread(target=_listen, args=(child.stdout, told))
    reader.start()
    if json.loads(told.get(timeout=_START))["what"] != "ready":
        raise RuntimeError("the window did not open")
    time.sleep(chance.uniform(0.2, 6.0))
    killed = time.monotonic()
    child.kill()
    child.wait()
    reader.join()
    child.stdout.close()
    return _typed(told), killed


def _listen(output: IO[str], told: queue.SimpleQueue[str]) -> None:
    for line in output:
        told.put(line)


def _typed(told: queue.SimpleQueue[str]) -> dict[tuple[str, str], Texts]:
    """Return the texts of each field in the order they stood there."""
    typed: dict[tuple[str, str], Texts] = {}
    while not told.empty():
        line = told.get()
        if not line.endswith("\n"):
            break
        one = json.loads(line)
        if one["what"] == "typed":
            typed.setdefault((one["entity"], one["field"]), []).append((one["at"], one["text"]))
    return typed


def _judge(
    folder: Path,
    place: Path,
    typed: dict[tuple[str, str], Texts],
    killed: float,
    tally: Tally,
) -> None:
    """Open the plan again and compare every field with what it held in its last second."""
    os.environ["NVWORKSHOP_HOME"] = str(folder / "home")
    live = LivePlan(place, Surroundings())
    opened = live.open()
    left = {(one.entity, one.field): one.text for one in opened.leftovers}
    for (entity, name), texts in typed.items():
        tally.fields += 1
        now = left.get((entity, name)) or opened.rows["action"][entity].texts.get(name, "")
        before = [text for at, text in texts if at <= killed - GRACE]
        late = [text for at, text in texts if at > killed - GRACE]
        fine = {text.strip() for text in (*before[-1:], *late)}
        if before and now.strip() not in fine:
            tally.lost += 1
            tally.why.append(f"{name}: {before[-1]!r} became {now!r}")
    live.close()


if __name__ == "__main__":
    done = run(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    sys.stdout.write(json.dumps(vars(done), ensure_ascii=False, indent=1) + "\n")
    sys.exit(bool(done.lost))
