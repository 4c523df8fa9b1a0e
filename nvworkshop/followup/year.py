"""The year wheel: what a plan has to do with in a year, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from nvworkshop.model.text import sort_key


class Sort(Enum):
    """What an entry of the year is; the value is its id, in the order they are offered."""

    FOLLOW_UP = "follow_up"
    WORKSHOP = "workshop"
    MEETING = "meeting"
    BUDGET = "budget"
    NATIONAL = "national"
    ASSIGNMENT = "assignment"
    ANSWER = "answer"
    OTHER = "other"
    ACTION = "action"
    MILESTONE = "milestone"


DEADLINES = frozenset({Sort.ASSIGNMENT, Sort.ANSWER, Sort.ACTION})
"""What is due at the end of its time; the rest begins at the beginning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that has a time: of which thing it is, what it is called and when it is.

    `said` is the time as people wrote it. `first` and `last` are None where nobody could read it
    or there is none. `done` no longer waits for anybody. `whose` is the body it is about.
    """

    sort: Sort
    title: str
    kind: str
    entity: str
    said: str = ""
    first: date | None = None
    last: date | None = None
    whose: str = ""
    note: str = ""
    yearly: bool = False
    done: bool = False
    part: str = ""

    @property
    def key(self) -> str:
        """What the entry is known by; one thing may have several (`part`)."""
        day = self.first.isoformat() if self.yearly and self.first else ""
        return ":".join(one for one in (self.kind, self.entity, self.part, day) if one)

    @property
    def day(self) -> date | None:
        """The day it stands at: the last of what is due, the first of what begins."""
        return self.last if self.sort in DEADLINES else self.first

    @property
    def is_record(self) -> bool:
        """Whether it only tells what was done that day."""
        return self.sort is Sort.FOLLOW_UP and self.kind == "action"

    @property
    def is_own(self) -> bool:
        """Whether it was written into the year wheel itself."""
        return self.kind == "event"


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a year, 1–12, and what stands in it by day."""

    number: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year, and what has no day that could be read."""

    year: int
    months: tuple[Month, ...]
    undated: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything with a day, in order."""
        return tuple(one for month in self.months for one in month.entries)


def year_of(entries: Iterable[Entry], year: int) -> Year:
    """Return a year's months. What goes on since an earlier year stands in January."""
    undated: list[Entry] = []
    placed: list[tuple[date, Entry]] = []
    for one in entries:
        if one.day is None:
            undated.append(one)
            continue
        here = _in_year(one, year)
        if here is not None and (day := _stands(here, year)):
            placed.append((day, here))
    placed.sort(key=lambda one: (one[0], _order(one[1])))
    months = tuple(
        Month(number, tuple(one for day, one in placed if day.month == number))
        for number in range(1, 13)
    )
    return Year(year, months, tuple(sorted(undated, key=_order)))


def coming(
    entries: Iterable[Entry], today: date, *, within: int
) -> tuple[list[Entry], list[Entry]]:
    """Return what is late and what comes within so many days, both by day, without what is done.

    Only what is due can be late; what begins has been when its time is over.
    """
    late: list[Entry] = []
    soon: list[Entry] = []
    for each in entries:
        for one in (_in_year(each, today.year), _in_year(each, today.year + 1)):
            if one is None or one.done or one.day is None:
                continue
            days = (one.day - today).days
            if one.sort in DEADLINES and days < 0:
                late.append(one)
            elif 0 <= days <= within or (days < 0 and one.last is not None and one.last >= today):
                soon.append(one)
    return _distinct(late), _distinct(soon)


def _distinct(entries: Sequence[Entry]) -> list[Entry]:
    once = {one.key: one for one in entries}
    return sorted(once.values(), key=lambda one: (one.day or date.max, _order(one)))


def _in_year(entry: Entry, year: int) -> Entry | None:
    """Return an entry as it is that year: a yearly one in every year from its first on."""
    if not entry.yearly or entry.first is None:
        return entry
    if year < entry.first.year:
        return None
    last = entry.last or entry.first
    first = moved(entry.first, year)
    span = (last - entry.first).days
    ends = moved(last, first.year + last.year - entry.first.year) if span else first
    return replace(entry, first=first, last=max(first, ends), said=entry.said)


def moved(day: date, year: int) -> date:
    """Return the same day of another year; 29 February is the last of the month in most."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _stands(entry: Entry, year: int) -> date | None:
    """Return the day of the year that an entry stands at, None when it is of another year."""
    day = entry.day
    if day is None or day.year == year:
        return day
    goes_on = entry.sort not in DEADLINES and entry.last is not None
    if goes_on and day.year < year and entry.last is not None and entry.last.year >= year:
        return date(year, 1, 1)
    return None


def _order(entry: Entry) -> tuple[int, tuple[str, str, str]]:
    return list(Sort).index(entry.sort), sort_key(entry.title)
