"""Words that point from today – nästa vecka, på torsdag, om tre månader – as dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from nvworkshop.model.period_words import DAY, Span, months

_FEBRUARY = 2
"""Until its end it is the winter that began last year."""

_WEEK = 7
_FOUND = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")

WEEKDAY = rf"(?:{'|'.join(_FOUND)})(?:d|dag|dagen)?"

_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva")
_UNIT = r"dag(?:ar)?|vecka|veckor|mån(?:ad(?:er)?)?|kvartal|halvår|år"
_AT_ONCE = r"omgående|(?:så )?(?:snarast|snart som)(?: möjligt)?|genast|direkt"
_MONTHS_OF = {"m": 1, "k": 3, "h": 6, "å": 12}
"""Months of a månad, kvartal, halvår and år."""


def in_dates(text: str, today: date) -> str:
    """Return lower-case text where the words that point from today are dates."""
    for pattern, meaning in _MEANINGS:
        text = pattern.sub(partial(meaning, today), text)
    return text


def weekday_of(word: str) -> int:
    """Return the number of the weekday that a word of WEEKDAY names, Monday 0."""
    return next(n for n, one in enumerate(_FOUND) if word.startswith(one))


def on_weekday(word: str, span: Span) -> Span:
    """Return the day of a week; other times, where the weekday only repeats what is said, as is."""
    first, last = span
    if first.weekday() or last - first != (_WEEK - 1) * DAY:
        return span
    day = first + weekday_of(word) * DAY
    return day, day


def _coming(today: date, found: re.Match[str]) -> str:
    """Return the first such weekday after today."""
    return f"{today + ((weekday_of(found['day']) - today.weekday() - 1) % _WEEK + 1) * DAY}"


def _next_week(today: date, found: re.Match[str]) -> str:
    """Return such a weekday in the week after this."""
    return f"{today + (weekday_of(found['day']) - today.weekday() + _WEEK) * DAY}"


def _ahead(today: date, found: re.Match[str]) -> str:
    """Return the day that is so many days, weeks, months or years ahead."""
    said, unit = found["n"], found["unit"]
    number = int(said) if said.isdecimal() else _NUMBERS.index("en" if said == "ett" else said)
    if unit[0] in "dv":
        return f"{today + number * (_WEEK if unit[0] == 'v' else 1) * DAY}"
    first, last = months(today.year, today.month + number * _MONTHS_OF[unit[0]])
    return f"{min(first.replace(day=1) + (today.day - 1) * DAY, last)}"


def _day_of_month(today: date, found: re.Match[str]) -> str:
    """Return the next such day of a month, as said where no month has it."""
    day = int(found["d"])
    return next((f"{one}" for one in _days_from(today) if one.day == day), found[0])


def _days_from(today: date) -> Iterator[date]:
    return (today + n * DAY for n in range(2 * 31))


def _this_or_next(today: date, found: re.Match[str]) -> str:
    """Return the week, month or year that is named, this or the next."""
    ahead = found[0].startswith("nästa")
    if found[0].endswith("månad"):
        return f"{months(today.year, today.month + ahead)[0]:%Y-%m}"
    if found[0].endswith("vecka"):
        year, week, _ = (today + _WEEK * ahead * DAY).isocalendar()
        return f"v {week} {year}"
    return f"{today.year + ahead}"


def _next_season(today: date, found: re.Match[str]) -> str:
    """Return the season that begins next year; a winter in January began last year."""
    season = found["season"]
    begun = season == "vinter" and today.month <= _FEBRUARY
    return f"{season} {today.year + (not begun)}"


_MEANINGS: tuple[tuple[re.Pattern[str], Callable[[date, re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (
            r"\b(?:(?:i|detta|innevarande|nästa) år|(?:denna|nästa) (?:månad|vecka))\b",
            _this_or_next,
        ),
        (r"\bnästa (?P<season>vår|sommar|höst|vinter)\b", _next_season),
        (rf"\bnästa (?P<day>{WEEKDAY})\b", _next_week),
        (rf"\A(?:nu )?(?:på )?(?P<day>{WEEKDAY})\Z", _coming),
        (rf"\bom (?P<n>\d{{1,2}}|ett|{'|'.join(_NUMBERS[1:])}) (?P<unit>{_UNIT})\b", _ahead),
        (r"\A(?:senast |till )?den (?P<d>\d{1,2})(?::?[ea])?\Z", _day_of_month),
        (r"\b(?:i )?övermorgon\b", lambda today, _: f"{today + 2 * DAY}"),
        (r"\b(?:imorgon|i morgon|imorrn)\b", lambda today, _: f"{today + DAY}"),
        (rf"\b(?:i ?dag|nu(?! i )|{_AT_ONCE})\b", lambda today, _: f"{today}"),
    )
)
