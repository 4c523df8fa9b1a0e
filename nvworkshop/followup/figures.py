"""The figures of a plan: how many stand where, what is late, what nobody has told of.

Every figure is the rows behind it, so that a number can always be opened. The screen, the workbook
and every report take their numbers from here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.rules import ENDED, day, day_of, is_lacking, is_late
from nvworkshop.model.things import Thing

FRESH = timedelta(days=183)
"""How old a follow-up may be and still tell how things are: half a year."""

_STATUSES = tuple(one.id for one in CHOICES["status"])
UNKNOWN = ""
"""Stands for a status that isn't given."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Ids of rows, in the order they came.

    `by_status` has every status of the form, and UNKNOWN. `overdue` have a last day that has
    passed and aren't ended; `due` end within the quarter to come. `unowned` have no huvudman or no
    function that answers for them. `untold` should have begun, aren't ended, and have no
    follow-up that is fresh.
    """

    rows: tuple[str, ...]
    by_status: Mapping[str, tuple[str, ...]]
    overdue: tuple[str, ...]
    due: tuple[str, ...]
    unowned: tuple[str, ...]
    untold: tuple[str, ...]

    @property
    def ended(self) -> tuple[str, ...]:
        """The rows that are done, or tried and ended."""
        return tuple(one for status in ENDED for one in self.by_status[status])

    @property
    def late(self) -> tuple[str, ...]:
        """The rows that are late: overdue, or said to be delayed."""
        late = {*self.overdue, *self.by_status["delayed"]}
        return tuple(one for one in self.rows if one in late)

    @property
    def in_time(self) -> tuple[str, ...]:
        """The rows that are not late: neither overdue nor said to be delayed."""
        late = {*self.late}
        return tuple(one for one in self.rows if one not in late)

    @property
    def late_unowned(self) -> tuple[str, ...]:
        """The rows that are late, and that nobody answers for."""
        unowned = {*self.unowned}
        return tuple(one for one in self.late if one in unowned)

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """Every row once: those that are late under "delayed", the others by their status."""
        late = {*self.late}
        parts = {
            status: tuple(one for one in ids if one not in late)
            for status, ids in self.by_status.items()
        }
        return {**parts, "delayed": self.late}

    @property
    def percent_in_time(self) -> int | None:
        """How many of a hundred are in time, to the nearest whole; None without rows."""
        return percent(len(self.in_time), len(self.rows))

    @property
    def percent_ended(self) -> int | None:
        """How many of a hundred are ended, to the nearest whole; None without rows."""
        return percent(len(self.ended), len(self.rows))


def percent(number: int, of: int) -> int | None:
    """Return a share in whole per cent, a half upward; None of nothing."""
    return (200 * number + of) // (2 * of) if of else None


_SOON = timedelta(days=92)


def figures(
    rows: Iterable[Thing], follow_ups: Iterable[Thing], today: date, *, fresh: timedelta = FRESH
) -> Figures:
    """Return the figures of actions and joint actions as they stand on a day."""
    return _figures(list(rows), latest_reports(follow_ups), today, fresh)


def _figures(
    there: Sequence[Thing], told: Mapping[str, Thing], today: date, fresh: timedelta = FRESH
) -> Figures:
    by_status: dict[str, list[str]] = {one: [] for one in (*_STATUSES, UNKNOWN)}
    for row in there:
        by_status[status_of(row)].append(row.id)

    def _ids(chosen: Callable[[Thing], bool]) -> tuple[str, ...]:
        return tuple(row.id for row in there if chosen(row))

    return Figures(
        _ids(lambda _: True),
        {status: tuple(ids) for status, ids in by_status.items()},
        _ids(lambda row: is_overdue(row, today)),
        _ids(lambda row: is_due(row, today)),
        _ids(is_unowned),
        _ids(lambda row: is_untold(row, told.get(row.id), today, fresh)),
    )


def grouped(
    rows: Iterable[Thing],
    follow_ups: Iterable[Thing],
    today: date,
    keys: Callable[[Thing], Sequence[str]],
) -> dict[str, Figures]:
    """Return figures by länsdel, huvudman or shift; `keys` gives where a row is counted.

    A row with several keys counts in each of them, one without in "".
    """
    found: dict[str, list[Thing]] = defaultdict(list)
    for row in rows:
        for key in keys(row) or ("",):
            found[key].append(row)
    told = latest_reports(follow_ups)
    return {key: _figures(several, told, today) for key, several in found.items()}


def status_of(row: Thing) -> str:
    """Return a row's status, UNKNOWN when it has none of the form's."""
    status = row.text("status")
    return status if status in _STATUSES else UNKNOWN


def is_ended(row: Thing) -> bool:
    """Tell whether a row is done, or tried and ended."""
    return row.text("status") in ENDED


def is_overdue(row: Thing, today: date) -> bool:
    """Tell whether the last day has passed and the work isn't ended."""
    return is_late(row["end"], row["status"], today)


def is_due(row: Thing, today: date) -> bool:
    """Tell whether the last day comes within a quarter of a year and the work isn't ended."""
    last = day_of(row["end"], "last")
    return last is not None and today <= last <= today + _SOON and not is_ended(row)


def is_unowned(row: Thing) -> bool:
    """Tell whether no huvudman or no function answers for a row that isn't ended."""
    return not is_ended(row) and any(is_lacking(row[one]) for one in ("principal", "function"))


def is_untold(row: Thing, report: Thing | None, today: date, fresh: timedelta = FRESH) -> bool:
    """Tell whether a row that has begun, or should have, has no fresh follow-up."""
    if is_ended(row) or not _has_begun(row, today):
        return False
    told = day(report["date"]) if report else None
    return told is None or told < today - fresh


def _has_begun(row: Thing, today: date) -> bool:
    first = day_of(row["start"], "first")
    begun = row.text("status") in ("ongoing", "delayed", "paused")
    return begun or (first is not None and first <= today)


def latest_reports(follow_ups: Iterable[Thing]) -> dict[str, Thing]:
    """Return the latest follow-up of each action, by its date and then by when it was written."""
    found: dict[str, Thing] = {}
    when: dict[str, tuple[str, int]] = {}
    for one in follow_ups:
        action = one.text("action")
        told = one.text("date"), one.updated
        if action and (action not in when or told >= when[action]):
            found[action], when[action] = one, told
    return found
