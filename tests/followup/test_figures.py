from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.followup.figures import UNKNOWN, figures, grouped, latest_reports
from nvworkshop.followup.moved import Move, Moved, moved
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.things import Thing
from tests.followup.things import action, period, thing

TODAY = date(2026, 11, 29)
STATUSES = [one.id for one in CHOICES["status"]]


def test_every_row_has_one_status() -> None:
    rows = [action("done"), action("ongoing"), action(None), action("gammalt ord")]
    found = figures(rows, [], TODAY)
    assert found.by_status["done"] == (rows[0].id,)
    assert found.by_status[UNKNOWN] == (rows[2].id, rows[3].id)
    assert found.ended == (rows[0].id,)


@pytest.mark.parametrize(
    ("last", "status", "late"),
    [
        ("2026-11-28", "ongoing", True),
        ("2026-11-29", "ongoing", False),
        ("2026-11-28", "done", False),
        ("2026-11-28", "tried", False),
        (None, "ongoing", False),
    ],
)
def test_what_is_late_has_passed_its_last_day_and_is_not_ended(
    last: str | None, status: str, late: bool
) -> None:
    row = action(status, end=period("2026-01-01", last))
    assert figures([row], [], TODAY).overdue == ((row.id,) if late else ())


def test_what_is_due_ends_within_the_quarter() -> None:
    soon = action(end=period("2026-01-01", "2027-02-28"))
    later = action(end=period("2026-01-01", "2027-03-02"))
    assert figures([soon, later], [], TODAY).due == (soon.id,)


def test_somebody_must_answer_for_a_row_that_goes_on() -> None:
    owned = action(principal="2581", function="enhetschef")
    unnamed = action(principal="2581")
    ended = action("done")
    assert figures([owned, unnamed, ended], [], TODAY).unowned == (unnamed.id,)


def test_what_has_begun_is_told_of_within_half_a_year() -> None:
    fresh, old, waiting = (
        action(),
        action(),
        action("not_started", start=period("2027-01-01", None)),
    )
    late_start = action("not_started", start=period("2026-01-01", None))
    reports = [
        thing("follow_up", action=fresh.id, date="2026-10-01"),
        thing("follow_up", action=old.id, date="2026-05-01"),
    ]
    rows = [fresh, old, waiting, late_start]
    assert figures(rows, reports, TODAY).untold == (old.id, late_start.id)


def test_the_latest_report_is_by_date_and_then_by_writing() -> None:
    first = thing("follow_up", 5, action="a", date="2026-10-01")
    second = thing("follow_up", 1, action="a", date="2026-11-01")
    corrected = thing("follow_up", 9, action="a", date="2026-11-01")
    assert latest_reports([second, corrected, first]) == {"a": corrected}


def _rows() -> st.SearchStrategy[list[Thing]]:
    days = st.dates(TODAY - timedelta(900), TODAY + timedelta(900)).map(date.isoformat)
    ends = days.map(lambda day: period(day, day))
    return st.lists(st.builds(lambda s, e: action(s, end=e), st.sampled_from(STATUSES), ends))


@given(_rows())
def test_the_statuses_add_up_and_late_is_not_in_time(rows: list[Thing]) -> None:
    found = figures(rows, [], TODAY)
    assert sum(map(len, found.by_status.values())) == len(rows)
    assert not {*found.overdue} & {*found.in_time}
    assert {*found.in_time} | {*found.overdue} | {*found.by_status["delayed"]} == {*found.rows}
    assert not {*found.overdue} & {*found.ended}


@given(_rows())
def test_groups_hold_every_row(rows: list[Thing]) -> None:
    by = grouped(rows, [], TODAY, lambda row: [row.text("status")[:1]])
    assert sorted(one for each in by.values() for one in each.rows) == sorted(r.id for r in rows)


def test_what_has_moved_between_two_points() -> None:
    old = action("ongoing", end=period("2026-01-01", "2026-12-31"))
    new = Thing("action", old.id, {"status": "done", "end": period("2026-01-01", "2027-01-31")})
    gone, come = action(), action()
    found = moved([old, gone], [new, come])
    assert found.moves == (Move(old.id, "ongoing", "done"),)
    assert (found.new, found.gone) == ((come.id,), (gone.id,))
    assert (found.later, found.sooner) == ((old.id,), ())


@given(_rows())
def test_nothing_moves_against_itself(rows: list[Thing]) -> None:
    found = moved(rows, rows)
    assert found == Moved((), (), (), (), ())
