from __future__ import annotations

from datetime import date

import pytest

from nvworkshop.followup.bars import bars_of
from nvworkshop.followup.milestones import days_in, guessed, milestones
from tests.followup.things import action, period


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("första patienten v. 47 2026 (klart)", ["2026-11-22"]),
        ("alla dagar i veckan från mars 2027", ["2027-03-31"]),
        ("klart 2027-03-01", ["2027-03-01"]),
        ("avtal 2027-03", ["2027-03-31"]),
        ("Q2 2027 och Q4 2027", ["2027-06-30", "2027-12-31"]),
        ("Haparanda i februari", []),
        ("20 personer", []),
    ],
)
def test_a_milestone_stands_on_the_last_day_of_a_time_with_its_year(
    text: str, days: list[str]
) -> None:
    assert days_in(text) == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize(
    ("text", "begins", "ends", "days"),
    [
        ("Haparanda i februari", "2026-09-01", "2027-06-30", ["2027-02-28"]),
        ("pilot i mars, alla i oktober", "2026-02-01", None, ["2026-03-31", "2026-10-31"]),
        ("klar till hösten", None, "2027-06-30", ["2026-12-31"]),
        ("utvärderas v. 20", None, "2027-06-30", ["2027-05-23"]),
        ("genomgång 15/1", "2026-09-01", "2027-06-30", ["2027-01-15"]),
        ("20 personer", "2026-09-01", "2027-06-30", []),
        ("Haparanda i februari", None, None, []),
    ],
)
def test_a_milestone_without_a_year_is_in_the_time_of_its_action(
    text: str, begins: str | None, ends: str | None, days: list[str]
) -> None:
    span = [one and date.fromisoformat(one) for one in (begins, ends)]
    assert guessed(text, *span) == tuple(map(date.fromisoformat, days))


def test_milestones_are_in_order_and_those_without_a_day_are_told() -> None:
    texts = ("alla i juni 2027", "20 personer", "pilot i mars")
    found = milestones(texts, date(2027, 1, 1), None)
    assert found == ((date(2027, 3, 31), date(2027, 6, 30)), ("20 personer",))


def test_bars_begin_with_the_first() -> None:
    later = action(start=period("2027-01-01", "2027-06-30"), end=period("2027-10-01", "2027-12-31"))
    first = action(start=period("2026-09-01", "2026-09-01"), shift="R2", number=3, title="Ring")
    timeless = action()
    found = bars_of([timeless, later, first], ["R1", "R2"], [first.id])
    assert [one.id for one in found] == [first.id, later.id, timeless.id]
    assert (found[0].name, found[0].shift, found[0].late) == ("3 Ring", 1, True)
    assert found[1].begins == (date(2027, 1, 1), date(2027, 6, 30))
    assert found[2].begins is found[2].ends is None


def test_what_has_no_end_goes_on() -> None:
    (bar,) = bars_of([action(end=period("2026-09-01", None))], [], [])
    assert bar.ongoing
    assert bar.begins == (date(2026, 9, 1), date(2026, 9, 1))
    assert bar.ends is None
