"""Bars of a timeline: when each action begins and ends, and its milestones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.period import parse_period
from nvworkshop.model.rules import day_of
from nvworkshop.model.things import Thing

_YEAR = re.compile(r"\b20\d\d\b")
_WORDS = 3
"""Most words before the year that a time is told by: "efter 1 december 2026"."""

_ANY_DAY = date(2026, 1, 1)
"""A time with its year means the same whenever it is read."""

_STATUSES = {one.id: one.sv for one in CHOICES["status"]}


@dataclass(frozen=True, slots=True)
class Bar:
    """One action. A time that was said as an interval has both days: it begins and ends in it.

    `begins` and `ends` are (first, last) days; None where nothing is said. `shift` is the place of
    its shift in the strategy, -1 for none. `state` is its status in words. `said` are its two times
    as people said them. What is `ongoing` goes on without an end.
    """

    name: str
    begins: tuple[date, date] | None
    ends: tuple[date, date] | None
    shift: int = 0
    state: str = ""
    milestones: tuple[date, ...] = ()
    id: str = ""
    late: bool = False
    said: tuple[str, str] = ("", "")
    ongoing: bool = False


def bars_of(rows: Iterable[Thing], shifts: Sequence[str], late: Iterable[str]) -> tuple[Bar, ...]:
    """Return a bar for each action, those that begin first first; `shifts` are ids in order."""
    places = {one: place for place, one in enumerate(shifts)}
    behind = {*late}
    bars = (_bar(row, places, is_late=row.id in behind) for row in rows)
    return tuple(sorted(bars, key=_order))


def _bar(row: Thing, places: Mapping[str, int], *, is_late: bool) -> Bar:
    number = row["number"]
    endless = day_of(row["end"], "first") is not None and day_of(row["end"], "last") is None
    name = f"{number} {row.text('title')}" if isinstance(number, int) else row.text("title")
    return Bar(
        name,
        _span(row["start"]) or (_span(row["end"]) if endless else None),
        None if endless else _span(row["end"]),
        places.get(row.text("shift"), -1),
        _STATUSES.get(row.text("status"), ""),
        tuple(sorted(day for text in row.items("milestones") for day in days_in(text))),
        row.id,
        is_late,
        (_said(row["start"]), _said(row["end"])),
        endless,
    )


def _span(period: Any) -> tuple[date, date] | None:
    """Return the first and last day a time means; without an end it begins on its first."""
    first, last = day_of(period, "first"), day_of(period, "last")
    return (first, last or first) if first else None


def _said(period: Any) -> str:
    said = period.get("said") if isinstance(period, Mapping) else None
    return said if isinstance(said, str) else ""


def _order(bar: Bar) -> tuple[bool, date, date]:
    begins, ends = bar.begins or bar.ends, bar.ends or bar.begins
    if begins is None or ends is None:
        return True, date.max, date.max
    return False, begins[0], ends[1]


@lru_cache(maxsize=4_096)
def days_in(text: str) -> tuple[date, ...]:
    """Return the last day of each time with a year in a text: "lokal klar i april 2027"."""
    return tuple(_days(text))


def _days(text: str) -> Iterator[date]:
    begun = 0
    for found in _YEAR.finditer(text):
        before = text[begun : found.start()].split()
        tail = text[found.end() :].split(maxsplit=1)
        year = found[0] + (tail[0] if tail and text[found.end()] == "-" else "")
        for words in range(min(_WORDS, len(before)), -1, -1):
            day = _last_day(" ".join((*before[len(before) - words :], year)))
            if day:
                yield day
                break
        begun = found.end()


def _last_day(said: str) -> date | None:
    try:
        return parse_period(said, today=_ANY_DAY).last
    except InputError:
        return None
