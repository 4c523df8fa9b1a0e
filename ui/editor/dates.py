"""Days and moments as they are said: "1 jul – 30 sep 2026", "14:21"."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from nvworkshop.language import marked
from ui.words import tr

_MONTHS = (
    marked("jan"),
    marked("feb"),
    marked("mar"),
    marked("apr"),
    marked("maj"),
    marked("jun"),
    marked("jul"),
    marked("aug"),
    marked("sep"),
    marked("okt"),
    marked("nov"),
    marked("dec"),
)


def month(number: int) -> str:
    """Return a month from 1 to 12 in three letters."""
    return tr(_MONTHS[number - 1])


def day(of: date) -> str:
    """Return "1 jul 2026"."""
    return f"{of.day} {month(of.month)} {of.year}"


def span(first: date, last: date | None) -> str:
    """Return the days from first to last, naming a month and a year once when they are shared."""
    if last is None:
        return tr("från {day}").format(day=day(first))
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {month(first.month)} – {day(last)}"
    return f"{first.day}–{day(last)}"


def span_of(data: Any) -> str:
    """Return the days a logged period or date means, "" when it has none."""
    said = {"first": data, "last": data} if isinstance(data, str) else data
    if not isinstance(said, dict) or not said.get("first"):
        return ""
    try:
        last = said.get("last")
        return span(date.fromisoformat(said["first"]), date.fromisoformat(last) if last else None)
    except ValueError:  # what another program wrote as a date
        return ""


def moment(at: int, now: datetime) -> str:
    """Return when something was done, milliseconds since 1970 UTC, as told at `now`.

    Today is a time of day; this year a day and a time; before that a day with its year.
    """
    try:
        told = datetime.fromtimestamp(at / 1000, UTC).astimezone(now.tzinfo)
    except (OverflowError, ValueError, OSError):
        return ""
    if told.date() == now.date():
        return f"{told:%H:%M}"
    if told.year == now.year:
        return f"{told.day} {month(told.month)} {told:%H:%M}"
    return day(told.date())
