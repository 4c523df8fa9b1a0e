"""Days as pixels: what a timeline spans, and where its months and years are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from nvworkshop.followup.bars import Bar
from ui.editor import dates

_BACK, _AHEAD = timedelta(days=2 * 366), timedelta(days=5 * 366)
"""How far from today a timeline goes at most; what lies beyond ends at its edge."""

_STEPS = (1, 2, 3, 6, 12, 24)
"""Months between marks."""

_YEAR = 12


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From the first day of a month to the last of another."""

    first: date
    last: date

    def at(self, day: date, width: float) -> float:
        """Return how far to the right a day begins, in pixels of all there are."""
        whole = (self.last - self.first).days + 1
        gone = min(max((day - self.first).days, 0), whole)
        return gone * width / whole

    def span(self, first: date, last: date, width: float) -> tuple[float, float]:
        """Return the pixels from the beginning of a day to the end of another."""
        end = last + timedelta(days=1) if last < date.max else last
        return self.at(first, width), self.at(end, width)

    def marks(self, width: float, least: float) -> Iterator[tuple[float, str]]:
        """Yield where to mark a month and what to say there, `least` pixels apart."""
        months = (self.last.year - self.first.year) * _YEAR + self.last.month - self.first.month + 1
        step = next((one for one in _STEPS if width / months * one >= least), _STEPS[-1])
        for number in range(months):
            year, month = divmod(self.first.month - 1 + number, _YEAR)
            if month % min(step, _YEAR) or (step > _YEAR and (self.first.year + year) % 2):
                continue
            day = date(self.first.year + year, month + 1, 1)
            label = str(day.year) if month == 0 else dates.month(month + 1)
            yield self.at(day, width), f"{label} {day.year}" if not number and month else label


def scale_of(bars: Iterable[Bar], today: date) -> TimeScale:
    """Return a scale with room for the bars, and always for today."""
    days = [today]
    for bar in bars:
        days += [day for span in (bar.begins, bar.ends) if span for day in span]
    first, last = max(min(days), today - _BACK), min(max(days), today + _AHEAD)
    following = date(last.year + last.month // _YEAR, last.month % _YEAR + 1, 1)
    return TimeScale(first.replace(day=1), following - timedelta(days=1))
