"""Days as people say them."""

from __future__ import annotations

from datetime import date

from nvworkshop.language import marked, said

_MONTHS = (
    marked("januari"),
    marked("februari"),
    marked("mars"),
    marked("april"),
    marked("maj"),
    marked("juni"),
    marked("juli"),
    marked("augusti"),
    marked("september"),
    marked("oktober"),
    marked("november"),
    marked("december"),
)


def said_day(text: str, today: date) -> str:
    """Return an ISO date as "14 maj", with the year when it is another; other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {month_name(day)}{year}"


def month_name(day: date) -> str:
    """Return the name of a day's month, whole."""
    return said(_MONTHS[day.month - 1])
