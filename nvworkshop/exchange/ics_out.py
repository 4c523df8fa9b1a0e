"""A calendar file (RFC 5545): whole days that other programs can show, read back before it counts.

The library folds lines, escapes texts and ends lines with CR LF.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Event, vRecur

from nvworkshop import __version__, durable, language
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.followup.year import DEADLINES, Entry, Sort

_DAY = timedelta(days=1)
_LEAP_DAY = (2, 29)


def write(
    entries: Sequence[Entry],
    place: Path,
    *,
    title: str,
    labels: Mapping[Sort, str],
    made: datetime,
    recurs: bool,
) -> int:
    """Write entries that have days, and return how many events were read back.

    `recurs` lets what comes every year be one event that comes back; else it is of its year.
    Raises ExportError.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//NV Workshop//{__version__}//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title or "NV Workshop")
    stamp = made.astimezone(UTC).replace(microsecond=0)
    for one in entries:
        calendar.add_component(_event(one, labels, stamp, recurs=recurs))
    data = calendar.to_ical()
    with placing(place) as temporary:
        durable.write(temporary, data)
        read = Calendar.from_ical(temporary.read_bytes())
        if not isinstance(read, Calendar) or _told(read) != _told(calendar):
            raise differs(place, language.said("händelserna är inte de som skrevs"))
    return len(read.walk("VEVENT"))


def _event(entry: Entry, labels: Mapping[Sort, str], stamp: datetime, *, recurs: bool) -> Event:
    event = Event()
    first, last = span(entry)
    repeats = recurs and entry.yearly
    event.add("uid", uid(entry, recurs=recurs))
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)
    if repeats:
        event.add("rrule", _yearly(first))
    event.add("summary", _summary(entry, labels))
    description = _description(entry, first, last)
    if description:
        event.add("description", description)
    event.add("categories", [labels[entry.sort]])
    event.add("transp", "TRANSPARENT")
    return event


def uid(entry: Entry, *, recurs: bool) -> str:
    """Return what a calendar knows an event by: the same whenever the file is made."""
    day = "" if recurs or not entry.yearly else f"-{entry.first}"
    return f"{entry.kind}-{entry.entity}{f'-{entry.part}' if entry.part else ''}{day}@nvworkshop"


def span(entry: Entry) -> tuple[date, date]:
    """Return the first and last day: what is due takes the day it is due, nothing before it."""
    last = entry.last or entry.first
    if entry.first is None or last is None:
        raise ValueError("an entry without days is no event")
    return (last, last) if entry.sort in DEADLINES else (entry.first, last)


def _yearly(first: date) -> vRecur:
    if (first.month, first.day) == _LEAP_DAY:  # the last day of February, in every year
        return vRecur({"freq": "yearly", "bymonth": 2, "bymonthday": -1})
    return vRecur({"freq": "yearly"})


def _summary(entry: Entry, labels: Mapping[Sort, str]) -> str:
    told = entry.sort in DEADLINES or entry.sort is Sort.MILESTONE
    return f"{labels[entry.sort]}: {entry.title}" if told else entry.title


def _description(entry: Entry, first: date, last: date) -> str:
    """Return body and note, and the time as people said it when that is more than the days."""
    said = entry.said if entry.said not in (f"{first}", f"{first}–{last}") else ""
    return "\n".join(one for one in (entry.whose, entry.note, said) if one)


def _told(calendar: Calendar) -> list[tuple[str, ...]]:
    return sorted(_values(one) for one in calendar.walk("VEVENT") if isinstance(one, Event))


def _values(event: Event) -> tuple[str, ...]:
    days: Iterable[date] = (event.start, event.end)
    texts = (str(event.get(name, "")) for name in ("uid", "summary", "description"))
    return (*texts, *(f"{one}" for one in days))
