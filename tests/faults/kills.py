"""Kill an editing program at random moments and look for what it had acknowledged.

Some kills come while the plan is opened, a third while it is published, the rest at any time.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults import editor, figures, oracle
from tests.faults.editor import Expected, Place
from tests.faults.forks import Child, ask

_KILLS_PER_PLAN = 12


@dataclass
class Tally:
    """The figures of a run."""

    kills: int = 0
    publishing: int = 0
    edits: int = 0
    publishes: int = 0
    lost: int = 0
    stale: int = 0
    damaged: int = 0
    wrong: int = 0
    journals: int = 0
    left: int = 0
    why: list[str] = field(default_factory=list)

    def judged(self, verdict: dict[str, Any], expected: Expected) -> bool:
        """Add one verdict, go on from what is there now, and tell whether all was well."""
        self.publishing += expected.publishing
        self.lost += verdict["lost"]
        self.stale += verdict["stale"]
        self.damaged += verdict["damaged"]
        self.wrong += bool(verdict["why"])
        self.journals += verdict["hot"]
        self.left += verdict["left"]
        self.why += verdict["why"]
        expected.things, expected.loose, expected.publishing = verdict["things"], "", False
        return not verdict["why"]

    def numbers(self) -> dict[str, int]:
        """Return the figures to print."""
        return {key: value for key, value in vars(self).items() if isinstance(value, int)}


def until_then(child: Child, expected: Expected, chance: random.Random) -> None:
    """Let the child work until some moment: opening, editing, publishing or just published."""
    kind = chance.random()
    if kind < 0.1:
        _hear(child, expected, chance.uniform(0, 0.3))
        return
    _hear(child, expected, 20, until="ready")
    _hear(child, expected, chance.uniform(0, 0.4))
    if kind < 0.4:
        _hear(child, expected, 20, until="publishing")
        time.sleep(chance.uniform(0, 0.03))
    elif kind < 0.6:
        _hear(child, expected, 20, until="published")


def _hear(child: Child, expected: Expected, seconds: float, until: str = "") -> None:
    for line in child.lines(seconds):
        expected.hear(line)
        if until and line["what"] == until:
            return


def run(count: int, seed: int, planted: str = "") -> Tally:
    """Kill so many times; a new plan now and then."""
    chance = random.Random(seed)
    tally = Tally()
    while tally.kills < count:
        with tempfile.TemporaryDirectory() as folder:
            at = Place(Path(folder) / "plan.nvplan", Path(folder) / "home", planted)
            _one_plan(at, min(_KILLS_PER_PLAN, count - tally.kills), chance, tally)
    return tally


def _one_plan(at: Place, kills: int, chance: random.Random, tally: Tally) -> None:
    expected = oracle.beginning(ask(oracle.begin, at))
    for _ in range(kills):
        child = Child(partial(editor.work, at, expected.things, chance.getrandbits(32)))
        until_then(child, expected, chance)
        for line in child.kill():
            expected.hear(line)
        tally.kills += 1
        if not tally.judged(ask(oracle.judge, at, expected.as_json()), expected):
            break
    tally.edits += expected.edits
    tally.publishes += expected.publishes


def main() -> None:
    """Run and print the figures."""
    options = figures.arguments(300, "planted")
    tally = run(options.count, options.seed, options.planted)
    for one in tally.why:
        sys.stdout.write(f"{one}\n")
    figures.tell("kills", **tally.numbers())


if __name__ == "__main__":
    main()
