"""Days and moments as a Swedish reader writes them: "1 jul – 30 sep 2026", "14:21"."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def day(of: date) -> str:
    """Return "1 jul 2026"."""
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


def span(first: date, last: date | None) -> str:
    """Return the days from first to last, naming a month and a year once when they are shared."""
    if last is None:
        return f"från {day(first)}"
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
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
        return f"{told.day} {MONTHS[told.month - 1]} {told:%H:%M}"
    return day(told.date())
