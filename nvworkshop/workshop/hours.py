"""The clock of an agenda: when each step begins, reckoned from a time as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nvworkshop.workshop.steps import Agenda, taken_part

_HOUR = 60
_DAY = 24 * _HOUR
_CLOCK = re.compile(r"\s*(?:kl\.?|klockan)?\s*([01]?[0-9]|2[0-3])(?:[.:]([0-5][0-9]))?\s*", re.I)


def minutes_of(said: str) -> int | None:
    """Return "13.00", "kl. 9" or "09:30" as minutes since midnight; None for anything else."""
    found = _CLOCK.fullmatch(said)
    return int(found[1]) * _HOUR + int(found[2] or 0) if found else None


def clock(minutes: int) -> str:
    """Return minutes since midnight as people write them: "13.05"; past midnight begins anew."""
    return f"{minutes % _DAY // _HOUR:02}.{minutes % _HOUR:02}"


def spent(minutes: int) -> str:
    """Return a length of time: "1 h 30 min"."""
    hours, rest = divmod(minutes, _HOUR)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{rest} min"] if rest or not hours else parts)


def starts_of(agenda: Agenda) -> Iterator[int]:
    """Yield after how many minutes each step that is not skipped begins; last when all is over."""
    gone = 0
    yield gone
    for step in taken_part(agenda):
        gone += step.minutes
        yield gone
