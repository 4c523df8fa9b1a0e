from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.followup.dated import entries, time_in
from nvworkshop.followup.year import Entry, Sort, coming, moved, year_of
from nvworkshop.model.things import Thing
from tests.followup.things import period, thing

TODAY = date(2026, 11, 29)


def entry(first: str, last: str = "", sort: Sort = Sort.MEETING, **more: object) -> Entry:
    begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Entry(sort, "Sak", "event", first, "", begin, end, **more)  # type: ignore[arg-type]


def made(*things: Thing) -> list[Entry]:
    kinds = {one.kind: [two for two in things if two.kind == one.kind] for one in things}
    return entries(kinds, lambda _, item: item.upper(), plan="p", today=TODAY)


def test_what_is_due_stands_at_its_last_day_and_what_begins_at_its_first() -> None:
    spring = ("2027-01-01", "2027-06-30")
    found = year_of([entry(*spring), entry(*spring, sort=Sort.ASSIGNMENT)], 2027)
    assert [len(one.entries) for one in found.months] == [1, 0, 0, 0, 0, 1, *[0] * 6]


def test_what_goes_on_since_last_year_stands_in_january() -> None:
    going = entry("2026-10-01", "2027-03-31")
    assert [len(year_of([going], year).entries) for year in (2025, 2026, 2027, 2028)] == [
        0,
        1,
        1,
        0,
    ]
    assert year_of([going], 2027).months[0].entries == (going,)


def test_a_yearly_entry_comes_back_but_not_before_its_first_year() -> None:
    budget = entry("2026-06-15", yearly=True)
    assert [len(year_of([budget], year).entries) for year in (2025, 2026, 2031)] == [0, 1, 1]
    assert year_of([budget], 2031).entries[0].first == date(2031, 6, 15)
    assert len({year_of([budget], year).entries[0].key for year in (2026, 2027)}) == 2


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.integers(1900, 2090))
def test_a_moved_day_is_the_same_day_of_its_year(day: date, year: int) -> None:
    there = moved(day, year)
    assert there.year == year
    assert there.month == day.month
    assert there.day == day.day or (day.month, day.day, there.day) == (2, 29, 28)


@given(st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2028, 12, 31)), st.sampled_from(Sort))))
def test_every_day_stands_in_one_month_of_its_year(days: list[tuple[date, Sort]]) -> None:
    told = [entry(f"{day}", sort=sort) for day, sort in days]
    years = [year_of(told, year) for year in range(2025, 2029)]
    assert sum(len(one.entries) for one in years) == len(told)
    for year in years:
        assert all(
            one.day and one.day.month == month.number
            for month in year.months
            for one in month.entries
        )


def test_what_nobody_can_read_has_no_day() -> None:
    due = {"said": "när det passar", "first": None, "last": None}
    (found,) = made(thing("assignment", title="Uppdrag", due=due))
    assert year_of([found], 2026).undated == (found,)
    assert found.said == "när det passar"


def test_an_end_that_is_open_is_no_day_to_be_due() -> None:
    (found,) = made(thing("assignment", title="Uppdrag", due=period("2027-01-01", None)))
    assert found.day is None


def test_everything_with_a_time_is_there() -> None:
    plan = Thing("plan", "p", {"next_meeting": period("2027-02-12", "2027-02-12")})
    found = made(
        plan,
        thing("workshop", title="Dag", date="2026-10-06", template="half_day", plan="p"),
        thing("workshop", date="2026-11-17", template="follow_up_30", plan="p"),
        thing("decision", due="2026-12-18", principal="2581"),
        thing("event", title="RS", occasion="meeting", time=period("2027-01-30", "2027-01-30")),
        thing("action", end=period("2027-06-30", "2027-06-30"), milestones=["pilot, mars 2027"]),
        thing("follow_up", date="2026-11-20", action="a"),
    )  # fmt: skip
    sorts = {one.sort for one in found}
    assert sorts == set(Sort) - {Sort.BUDGET, Sort.NATIONAL, Sort.ASSIGNMENT, Sort.OTHER}
    assert "Svar på remissen: 2581" in {one.title for one in found}


def test_a_milestone_without_a_year_has_no_day() -> None:
    assert time_in("mars: piloten börjar", TODAY) is None
    assert time_in("Piloten börjar (mars 2027)", TODAY) == period("2027-03-01", "2027-03-31") | {
        "said": "mars 2027"
    }
    assert time_in("2027-02-31 går inte", TODAY) is None


def test_late_and_soon() -> None:
    late = entry("2026-11-01", sort=Sort.ASSIGNMENT)
    done = entry("2026-11-02", sort=Sort.ASSIGNMENT, done=True)
    been = entry("2026-11-03")
    soon, later = entry("2026-12-13", sort=Sort.ANSWER), entry("2026-12-14")
    yearly = entry("2020-12-01", yearly=True)
    found = coming([late, done, been, soon, later, yearly], TODAY, within=14)
    assert found[0] == [late]
    assert [one.first for one in found[1]] == [date(2026, 12, 1), date(2026, 12, 13)]


def test_new_year_is_no_border_for_what_comes_soon() -> None:
    found = coming([entry("2020-01-05", yearly=True)], date(2026, 12, 28), within=14)
    assert [one.first for one in found[1]] == [date(2027, 1, 5)]


def test_a_meeting_told_twice_is_told_once_as_exactly_as_can_be() -> None:
    plan = Thing("plan", "p", {"next_meeting": period("2027-02-02", "2027-02-02")})
    week = thing("workshop", plan="p", next_meeting=period("2027-02-01", "2027-02-07"))
    assert [one.kind for one in made(plan, week)] == ["plan"]
    later = thing("workshop", plan="p", next_meeting=period("2027-03-01", "2027-03-07"))
    assert len(made(plan, later)) == 2
