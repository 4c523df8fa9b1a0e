"""Files copied while the program writes them, as backup programs and synced folders do."""

from __future__ import annotations

import random
import tempfile
import time
from functools import partial
from pathlib import Path

from nvworkshop.errors import PlanError
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import ReaderPool
from tests.faults import editor, oracle
from tests.faults.editor import Expected, Place
from tests.faults.forks import Child, ask
from tests.faults.result import Result
from tests.faults.whole import is_plain_swedish

_COPIES_PER_PLAN = 40
_CHUNK = 4096

Taken = list[tuple[Path, set[str]]]
"""Copies, each with the ids that had been published before it was begun."""


def run(seconds: float, seed: int) -> Result:
    """Copy for so many seconds, or until something is lost."""
    result, chance, end = Result(), random.Random(seed), time.monotonic() + seconds
    while not result.enough(end) and not result.lost:
        with tempfile.TemporaryDirectory() as name:
            at = Place(Path(name) / "plats" / "plan.nvplan", Path(name) / "home")
            at.plan.parent.mkdir()
            _one_plan(at, Path(name) / "kopior", chance, (result, end))
    return result


def _one_plan(at: Place, copies: Path, chance: random.Random, until: tuple[Result, float]) -> None:
    result, end = until
    copies.mkdir()
    expected, taken = oracle.beginning(ask(oracle.begin, at)), Taken()
    child = Child(partial(editor.work, at, {}, chance.getrandbits(32)))
    while len(taken) < _COPIES_PER_PLAN and not (taken and time.monotonic() > end):
        _hear(child, expected, chance.uniform(0, 0.05))
        if files := [*at.plan.parent.glob("*plan*"), *(at.home / "work").glob("*.db*")]:
            place = copies / f"{len(taken)}.nvplan"
            known = set(expected.published)
            chosen = chance.choice(files)
            if _copied(chosen, place, chance):
                taken.append((place, known if chosen == at.plan else set()))
    for line in child.kill():
        expected.hear(line)
    verdict = ask(oracle.judge, at, expected.as_json())
    result.edits += expected.edits
    for one in verdict["why"]:
        result.lose(1, one)
    with ReaderPool() as pool:
        _judge(pool, taken, result)


def _hear(child: Child, expected: Expected, seconds: float) -> None:
    for line in child.lines(seconds):
        expected.hear(line)


def _copied(file: Path, place: Path, chance: random.Random) -> bool:
    """Copy piece by piece, slowly: every piece may be of another moment."""
    try:
        with file.open("rb") as source, place.open("wb") as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
                time.sleep(chance.choice((0, 0, 0.0005)))
    except OSError:  # it was gone before it was opened
        return False
    return True


def _judge(pool: ReaderPool, taken: Taken, result: Result) -> None:
    """See that each copy gives changes that verify or a sentence, and plan files all there was."""
    published = dict(taken)
    for place, content in pool.read_all(published):
        result.faults += 1
        if isinstance(content, PlanContent):
            ids = {one.id.hex().upper() for one in content.changes}
            result.count("opened")
            result.lose(len(published[place] - ids), "a copy of the plan file is older than that")
        elif not isinstance(content, PlanError) or not is_plain_swedish(content.sentence):
            result.obscure(repr(content))
        else:
            result.count("refused")
            result.lose(bool(published[place]), f"a copy of the plan file: {content}")
