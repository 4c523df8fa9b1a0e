"""A computer put to sleep in the middle of work, that wakes to another hour and another disk.

The program is stopped at any moment (SIGSTOP) and goes on later. Meanwhile its clock has moved, and
the plan's folder may be out of reach for a while, or somebody else has written in the plan file, or
put an older one there. In the end it is killed, and everything acknowledged must be there.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from nvworkshop.errors import PublishError
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.faults import oracle
from tests.faults.editor import Editor, Expected, Place
from tests.faults.forks import Child, ask, say
from tests.faults.result import Result
from tests.faults.whole import is_plain_swedish

_SLEEPS_PER_PLAN = 4
_PATIENCE = 60
_HOURS = (-1, 0, 9, 72, 24 * 365)
"""How far the clock has moved when the computer wakes."""


def work(at: Place, clock: Path, seed: int, descriptor: int) -> None:
    """Edit and publish for ever, by a clock that others set; a refusal is told, not the end."""
    os.environ["NVWORKSHOP_HOME"] = str(at.home)
    around = Surroundings(now=lambda: datetime.now(UTC) + timedelta(hours=int(clock.read_text())))
    session = open_plan(at.plan, surroundings=around, on_disk=True)
    editor = Editor(session, {}, random.Random(seed))
    say(descriptor, what="ready")
    while True:
        editor.edit(descriptor)
        editor.edit(descriptor)
        say(descriptor, what="publishing")
        try:
            session.publish()
        except PublishError as error:
            say(descriptor, what="refused", told=error.sentence)
            time.sleep(0.02)
        else:
            say(descriptor, what="published")


@dataclass
class _Bed:
    """The sleeper, and what is known of it."""

    at: Place
    chance: random.Random
    result: Result
    expected: Expected
    child: Child
    older: list[bytes] = field(default_factory=list)
    away: bool = False

    def hear(self, until: str = "", seconds: float = _PATIENCE) -> None:
        """Hear the sleeper until it says a word."""
        for line in self.child.lines(seconds):
            self.take(line)
            if until and line["what"] == until:
                return
        if until:
            self.result.lose(1, f"it never said {until}")

    def take(self, line: dict[str, Any]) -> None:
        """Take in one line."""
        self.expected.hear(line)
        if line["what"] == "refused":
            self.result.count("refused")
            if not is_plain_swedish(line["told"]):
                self.result.obscure(line["told"])


def _rest(bed: _Bed) -> None:
    """Let nothing happen."""


def _out_of_reach(bed: _Bed) -> None:
    """Take the plan's folder away: a stick that is pulled, a share the laptop has left."""
    bed.at.plan.parent.rename(bed.at.plan.parent.with_name("borta"))
    bed.away = True


def _somebody_else(bed: _Bed) -> None:
    """Let another computer write in the plan file."""
    ids = ask(_added, bed.at)["ids"]
    bed.expected.ids |= set(ids)


def _older(bed: _Bed) -> None:
    """Put an older version in the file's place, as a synced folder may."""
    bed.at.plan.write_bytes(bed.chance.choice(bed.older))


MEANWHILE: dict[str, Callable[[_Bed], None]] = {
    "nothing": _rest,
    "out of reach": _out_of_reach,
    "somebody else": _somebody_else,
    "older file": _older,
}


def _added(at: Place) -> dict[str, Any]:
    os.environ["NVWORKSHOP_HOME"] = str(at.home.with_name("annan dator"))
    session = open_plan(at.plan)
    before = session.store.count()
    session.add("action", {"title": "Från en annan dator"})
    session.publish()
    ids = [one.id.hex().upper() for one in session.store.changes("n > ?", (before,))]
    session.close()
    return {"ids": ids}


def run(seconds: float, seed: int) -> Result:
    """Put computers to sleep for so many seconds."""
    result, chance, end = Result(), random.Random(seed), time.monotonic() + seconds
    while not result.enough(end) and not result.lost:
        with tempfile.TemporaryDirectory() as folder:
            at = Place(Path(folder) / "plats" / "plan.nvplan", Path(folder) / "home")
            at.plan.parent.mkdir()
            _one_plan(at, chance, (result, end))
    return result


def _one_plan(at: Place, chance: random.Random, until: tuple[Result, float]) -> None:
    result, end = until
    clock = at.home.with_name("klockan")
    clock.write_text("0")
    expected = oracle.beginning(ask(oracle.begin, at))
    child = Child(partial(work, at, clock, chance.getrandbits(32)))
    bed = _Bed(at, chance, result, expected, child, [at.plan.read_bytes()])
    bed.hear("ready")
    for _ in range(_SLEEPS_PER_PLAN):
        _sleep(bed, clock)
        if result.lost or result.enough(end):
            break
    for line in child.kill():
        bed.take(line)
    result.edits += expected.edits
    for one in ask(oracle.judge, at, expected.as_json())["why"]:
        result.lose(1, one)


def _sleep(bed: _Bed, clock: Path) -> None:
    bed.hear(seconds=bed.chance.uniform(0, 0.4))
    os.kill(bed.child.pid, signal.SIGSTOP)
    name = list(MEANWHILE)[bed.result.faults % len(MEANWHILE)]
    MEANWHILE[name](bed)
    clock.write_text(str(bed.chance.choice(_HOURS)))
    os.kill(bed.child.pid, signal.SIGCONT)
    if bed.away:
        bed.hear("refused")
        bed.at.plan.parent.with_name("borta").rename(bed.at.plan.parent)
        bed.away = False
    for word in ("publishing", "published"):  # what was under way at the stop, and then all of it
        bed.hear(word)
    bed.older.append(bed.at.plan.read_bytes())
    bed.result.faults += 1
    bed.result.count(name)
