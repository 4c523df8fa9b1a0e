"""Bars of a timeline: when each action begins and ends, and its milestones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nvworkshop.followup.milestones import milestones
from nvworkshop.language import said
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.rules import day_of
from nvworkshop.model.things import Thing

_STATUSES = {one.id: one.sv for one in CHOICES["status"]}


@dataclass(frozen=True, slots=True)
class Bar:
    """One action. A time that was said as an interval has both days: it begins and ends in it.

    `begins` and `ends` are (first, last) days; None where nothing is said. `shift` is the place of
    its shift in the strategy, -1 for none. `state` is its status in words. `said` are its two times
    as people said them. What is `ongoing` goes on without an end. `undated` are the milestones that
    nobody can give a day.
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
    undated: tuple[str, ...] = ()


def bars_of(rows: Iterable[Thing], shifts: Sequence[str], late: Iterable[str]) -> tuple[Bar, ...]:
    """Return a bar for each action, those that begin first first; `shifts` are ids in order."""
    places = {one: place for place, one in enumerate(shifts)}
    behind = {*late}
    bars = (_bar(row, places, is_late=row.id in behind) for row in rows)
    return tuple(sorted(bars, key=_order))


def _bar(row: Thing, places: Mapping[str, int], *, is_late: bool) -> Bar:
    number = row["number"]
    starts, ends = row["start"], row["end"]
    begin = day_of(starts, "first")
    days, without = milestones(row.items("milestones"), begin, day_of(ends, "last"))
    endless = day_of(ends, "first") is not None and day_of(ends, "last") is None
    name = f"{number} {row.text('title')}" if isinstance(number, int) else row.text("title")
    return Bar(
        name,
        _span(starts) or (_span(ends) if endless else None),
        None if endless else _span(ends),
        places.get(row.text("shift"), -1),
        said(_STATUSES.get(row.text("status"), "")),
        days,
        row.id,
        is_late,
        (_said(starts), _said(ends)),
        endless,
        without,
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
