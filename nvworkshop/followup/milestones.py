"""The days of milestones: as their texts say, or in the year that the action's own time gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from nvworkshop.errors import InputError
from nvworkshop.model.period import parse_period
from nvworkshop.model.period_words import MONTH

_YEAR = re.compile(r"\b20\d\d\b")
_WORDS = 3
"""Most words before the year that a time is told by: "efter 1 december 2026"."""

_ANY_DAY = date(2026, 1, 1)
"""A time with its year means the same whenever it is read."""

_YEARLESS = re.compile(
    rf"\b(?:\d{{1,2}}/\d{{1,2}}|(?:\d{{1,2}} )?(?:{MONTH})|(?:q|kvartal )[1-4]"
    r"|v(?:ecka|\.)? ?\d{1,2}|(?:vår|höst)(?:en)?"
    r"|sommar(?:en)?|vinter(?:n)?|årsskiftet|jul(?:en)?|påsk(?:en)?)\b",
    re.IGNORECASE,
)
"""A time that comes every year."""


def milestones(
    texts: Iterable[str], begins: date | None, ends: date | None
) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """Return the days of an action's milestones in order, and the texts that have none.

    `begins` and `ends` are the first and the last day of the action.
    """
    days: list[date] = []
    without: list[str] = []
    for text in texts:
        found = days_in(text) or guessed(text, begins, ends)
        days += found
        without += [] if found else [text]
    return tuple(sorted(days)), tuple(without)


@lru_cache(maxsize=4_096)
def days_in(text: str) -> tuple[date, ...]:
    """Return the last day of each time with a year in a text: "lokal klar i april 2027"."""
    return tuple(_days(text))


@lru_cache(maxsize=4_096)
def guessed(text: str, begins: date | None, ends: date | None) -> tuple[date, ...]:
    """Return the last day of each time without a year: the first from when the action begins.

    Of an action that only ends, it is in the year before the end. Nothing without either.
    """
    since = begins or (ends and _year_before(ends))
    if since is None:
        return ()
    found = (_last_day(one[0], since) for one in _YEARLESS.finditer(text))
    return tuple(one for one in found if one)


def _year_before(day: date) -> date:
    """Return the day after the same day a year earlier."""
    return date.fromordinal(day.toordinal() - 364)


def _days(text: str) -> Iterator[date]:
    begun = 0
    for found in _YEAR.finditer(text):
        before = text[begun : found.start()].split()
        tail = text[found.end() :].split(maxsplit=1)
        year = found[0] + (tail[0] if tail and text[found.end()] == "-" else "")
        for words in range(min(_WORDS, len(before)), -1, -1):
            day = _last_day(" ".join((*before[len(before) - words :], year)), _ANY_DAY)
            if day:
                yield day
                break
        begun = found.end()


def _last_day(said: str, since: date) -> date | None:
    try:
        return parse_period(said, today=since).last
    except InputError:
        return None
