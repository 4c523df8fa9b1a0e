"""Days as people say them."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def said_day(text: str, today: date) -> str:
    """Return an ISO date as "14 maj", with the year when it is another; other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"
