"""Surroundings that are the same on every run: a clock that ticks, and chance from a seed."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from nvworkshop.session.surroundings import Surroundings
from sample_plans.content import Content

PROGRAM = "nvworkshop 0.1.0"
"""The program the samples say they were written with; a new version leaves them as they are."""

TICK = timedelta(seconds=1)
PAUSE = timedelta(seconds=40)


class LocalTime(datetime):
    """A time that stays in its own zone, wherever the script runs."""

    def astimezone(self, tz: tzinfo | None = None) -> LocalTime:
        """Return the time in `tz`, by default in the zone it has already."""
        return super().astimezone(tz or self.tzinfo)


class Clock:
    """Goes one second each time it is asked."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware time."""
        self._now = LocalTime.fromisoformat(start.isoformat())

    def __call__(self) -> datetime:
        """Return the time, a second later than the last."""
        self._now += TICK
        return self._now

    def pause(self) -> None:
        """Let people talk a little before the next thing is written."""
        self._now += PAUSE


def surroundings(content: Content, opening: str, home: Path) -> tuple[Surroundings, Clock]:
    """Return the surroundings of one opening of a plan, as its content file describes it."""
    described = content.data["opening"][opening]
    clock = Clock(described["at"])
    chance = random.Random(f"{content.name}/{opening}")  # noqa: S311 (the same on every run)
    around = Surroundings(
        now=clock,
        random=chance.randbytes,
        device=described["device"],
        program=PROGRAM,
        function=described["function"],
        home=lambda: home,
    )
    return around, clock
