"""Publish with every call failing in turn: each error, once and for good, in three situations."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nvworkshop.errors import PlanError, PublishError
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.faults import figures
from tests.faults.broken import Breaker, breaking
from tests.faults.whole import ids_in, ids_of, is_plain_swedish, is_whole, litter

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)


def untouched(place: Path) -> None:
    """Leave the file as we know it."""


def edited(place: Path) -> None:
    """Let somebody else add to the file meanwhile."""
    other = open_plan(place)
    other.add("idea", {"title": "Från en annan dator"})
    other.publish()
    other.close()


def damaged(place: Path) -> None:
    """Let the file be damaged meanwhile."""
    data = bytearray(place.read_bytes())
    data[4096:8192] = bytes(4096)
    place.write_bytes(data)


SITUATIONS: tuple[Callable[[Path], None], ...] = (untouched, edited, damaged)


@dataclass
class Tally:
    """The figures of a run."""

    points: int = 0
    refused: int = 0
    harmed: int = 0
    litter: int = 0
    unclear: int = 0
    lost: int = 0
    why: list[str] = field(default_factory=list)

    def note(self, name: str, point: str) -> None:
        """Count something that must not be."""
        setattr(self, name, getattr(self, name) + 1)
        self.why.append(f"{name}: {point}")


def run(step: int, first: int = 0) -> Tally:
    """Go through every `step`-th fault point, from the `first`."""
    tally = Tally()
    number = 0
    for situation in SITUATIONS:
        for call in range(_calls(situation)):
            for code in ERRORS:
                for lasting in (False, True):
                    number += 1
                    if number % step == first:
                        _one(situation, (call, code, lasting), tally)
    return tally


def _calls(situation: Callable[[Path], None]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        place, session = _prepared(Path(folder), situation)
        with breaking(Breaker(place.parent, -1, 0, lasting=False)) as breaker:
            session.publish()
        session.close()
        return len(breaker.calls)


def _prepared(folder: Path, situation: Callable[[Path], None]) -> tuple[Path, Session]:
    os.environ["NVWORKSHOP_HOME"] = str(folder / "home")
    place = folder / "plats" / "plan.nvplan"
    place.parent.mkdir()
    create(place, county_part="sodra").close()
    session = open_plan(place)
    session.add("action", {"title": "Mobilt team"})
    situation(place)
    return place, session


def _one(situation: Callable[[Path], None], fault: tuple[int, int, bool], tally: Tally) -> None:
    call, code, lasting = fault
    with tempfile.TemporaryDirectory() as folder:
        place, session = _prepared(Path(folder), situation)
        old, wanted = place.read_bytes(), ids_of(session)
        breaker = Breaker(place.parent, call, code, lasting=lasting)
        with breaking(breaker):
            sentence = _attempt(session, tally)
        point = f"{situation.__name__} {errno.errorcode[code]} {lasting=} {breaker.broke[:1]}"
        tally.points += 1
        if not is_whole(place, old, ids_of(session)):
            tally.note("harmed", point)
        if litter(place.parent) and "unlink" not in breaker.broke:
            tally.note("litter", point)
        if sentence and not is_plain_swedish(sentence):
            tally.note("unclear", f"{point} {sentence}")
        _afterwards(place, session, wanted, (tally, point))


def _attempt(session: Session, tally: Tally) -> str:
    try:
        session.publish()
    except PublishError as error:
        tally.refused += 1
        return error.sentence
    except PlanError as error:
        return f"{type(error).__name__} {error.sentence}/"
    return ""


def _afterwards(
    place: Path, session: Session, wanted: set[bytes], where: tuple[Tally, str]
) -> None:
    """The work is still there, and publishing succeeds once the trouble is over."""
    tally, point = where
    if not wanted <= ids_of(session):
        tally.note("lost", point)
    session.add("idea", {"title": "Efteråt"})
    session.publish()
    if ids_in(place.read_bytes()) != ids_of(session) or litter(place.parent):
        tally.note("lost", f"later: {point}")
    session.close()


def main() -> None:
    """Run and print the figures; --count is every how many fault points are tried."""
    tally = run(figures.arguments(1).count)
    for one in tally.why:
        sys.stdout.write(f"{one}\n")
    numbers = {key: value for key, value in vars(tally).items() if isinstance(value, int)}
    figures.tell("interrupts", **numbers)


if __name__ == "__main__":
    main()
