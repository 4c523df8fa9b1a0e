"""What in a plan has a time, as entries of the year wheel."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.followup.year import Entry, Sort
from nvworkshop.language import said
from nvworkshop.model.period import parse_period
from nvworkshop.model.rules import ENDED, day, day_of
from nvworkshop.model.things import Thing

Things = Mapping[str, Sequence[Thing]]
Label = Callable[[str, str], str]
"""What an option is called, by category and id."""

WAITING = ("plan", "workshop", "assignment", "decision", "event")
"""The kinds that somebody waits for: enough to remind of."""

NEEDED = (*WAITING, "follow_up", "action", "joint_action")
"""The kinds that the whole year wheel is made of."""

_OWN = {one.value: one for one in (Sort.MEETING, Sort.BUDGET, Sort.NATIONAL, Sort.OTHER)}
_YEAR = re.compile(r"\b20\d\d\b", re.ASCII)
_BETWEEN = re.compile(r"[:;,()–]|\s-\s")


def entries(things: Things, label: Label, *, plan: str, today: date) -> list[Entry]:
    """Return all that has a time. `plan` is the id of the plan that is open."""
    return [
        *_meetings(things, plan),
        *_workshops(things.get("workshop", ())),
        *_follow_ups(things.get("follow_up", ())),
        *_assignments(things.get("assignment", ()), label),
        *_answers(things.get("decision", ()), label),
        *_events(things.get("event", ()), label),
        *_actions((*things.get("action", ()), *things.get("joint_action", ())), today),
    ]


def _spanning(entry: Entry, period: Any) -> Entry:
    """Return an entry with the days of a period as logged."""
    spoken = str(period.get("said", "")) if isinstance(period, Mapping) else ""
    first, last = day_of(period, "first"), day_of(period, "last")
    return replace(entry, said=spoken, first=first, last=last)


def _meetings(things: Things, plan: str) -> list[Entry]:
    """Return the next meeting: the plan's own, and what the latest workshop agreed on.

    When both can be the same meeting it is the one that is told most exactly.
    """
    own = [one for one in things.get("plan", ()) if one.id == plan]
    held = [one for one in things.get("workshop", ()) if one["plan"] == plan]
    latest = max(held, key=lambda one: (one.text("date"), one.updated), default=None)
    told = [one for one in (*own, *([latest] if latest else [])) if one["next_meeting"] is not None]
    found = [
        _spanning(
            Entry(Sort.FOLLOW_UP, said("Nästa möte"), one.kind, one.id, part="next_meeting"),
            one["next_meeting"],
        )
        for one in told
    ]
    days = [(one.first, one.last) for one in found if one.first and one.last]
    if len(days) == 2 and days[0][0] <= days[1][1] and days[1][0] <= days[0][1]:  # noqa: PLR2004
        return [min(found, key=lambda one: (one.last or date.max) - (one.first or date.min))]
    return found


def _workshops(workshops: Iterable[Thing]) -> Iterator[Entry]:
    for one in workshops:
        held = day(one["date"])
        if held is not None:
            follows = one.text("template").startswith("follow_up")
            sort = Sort.FOLLOW_UP if follows else Sort.WORKSHOP
            title = one.text("title") or said("Workshop")
            spoken = held.isoformat()
            yield Entry(sort, title, "workshop", one.id, spoken, held, held, note=one.text("place"))


def _follow_ups(follow_ups: Iterable[Thing]) -> Iterator[Entry]:
    """Yield one entry for each day on which actions were followed up outside a workshop."""
    by_day: dict[date, list[Thing]] = defaultdict(list)
    for one in follow_ups:
        told = day(one["date"])
        if told is not None and not one["workshop"]:
            by_day[told].append(one)
    for told, several in by_day.items():
        count = len(several)
        title = (
            said("En åtgärd följdes upp")
            if count == 1
            else said("{count} åtgärder följdes upp").format(count=count)
        )
        spoken = told.isoformat()
        first = several[0].text("action")
        yield Entry(
            Sort.FOLLOW_UP,
            title,
            "action",
            first,
            spoken,
            told,
            told,
            done=True,
            part=f"told{spoken}",
        )


def _assignments(assignments: Iterable[Thing], label: Label) -> Iterator[Entry]:
    for one in assignments:
        if one["due"] is not None:
            title = one.text("title") or said("Uppdrag utan namn")
            entry = Entry(
                Sort.ASSIGNMENT,
                title,
                "assignment",
                one.id,
                whose=_body(one, label),
                note=one.text("reference"),
                done=bool(one["reported"]),
            )
            yield _spanning(entry, one["due"])


def _answers(decisions: Iterable[Thing], label: Label) -> Iterator[Entry]:
    for one in decisions:
        due = day(one["due"])
        if due is not None:
            who = next(
                (
                    label(of, one.text(of))
                    for of in ("principal", "body", "county_part")
                    if one.text(of)
                ),
                "",
            )
            done = bool(one["answered"] or one["adoption"])
            title = (
                said("Svar på remissen: {who}").format(who=who) if who else said("Svar på remissen")
            )
            yield Entry(
                Sort.ANSWER, title, "decision", one.id, due.isoformat(), due, due, who, done=done
            )


def _events(events: Iterable[Thing], label: Label) -> Iterator[Entry]:
    for one in events:
        entry = Entry(
            _OWN.get(one.text("occasion"), Sort.OTHER),
            one.text("title") or said("Händelse utan namn"),
            "event",
            one.id,
            whose=_body(one, label),
            note=one.text("note"),
            yearly=one["yearly"] is True,
        )
        yield _spanning(entry, one["time"])


def _actions(actions: Iterable[Thing], today: date) -> Iterator[Entry]:
    for one in actions:
        done = one.text("status") in ENDED
        title = one.text("title") or said("Åtgärd utan namn")
        if day_of(one["end"], "last") is not None:
            entry = Entry(Sort.ACTION, title, one.kind, one.id, done=done, part="end")
            yield _spanning(entry, one["end"])
        for number, text in enumerate(one.items("milestones")):
            found = time_in(text, today)
            if found is not None:
                entry = Entry(
                    Sort.MILESTONE, text, one.kind, one.id, note=title, done=done, part=f"m{number}"
                )
                yield _spanning(entry, found)


def time_in(text: str, today: date) -> Mapping[str, Any] | None:
    """Return the time with a year that stands in a milestone, as logged; None for none.

    Without a year the time would move on as the years go.
    """
    for part in (text, *_BETWEEN.split(text)):
        if _YEAR.search(part):
            try:
                found = parse_period(part.strip(), today=today)
            except InputError:  # a day that can't be, in a text about something else
                continue
            if found.understood:
                return found.as_data()
    return None


def _body(thing: Thing, label: Label) -> str:
    body = thing.text("body")
    return label("body", body) if body else ""
