from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ui.editor.dates import moment, span, span_of

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), "1 jul – 30 sep 2026"),
        (date(2026, 11, 30), date(2026, 11, 30), "30 nov 2026"),
        (date(2026, 9, 28), date(2026, 10, 4), "28 sep – 4 okt 2026"),
        (date(2027, 3, 1), date(2027, 3, 31), "1–31 mar 2027"),
        (date(2026, 12, 1), date(2027, 2, 28), "1 dec 2026 – 28 feb 2027"),
        (date(2027, 1, 1), None, "från 1 jan 2027"),
    ],
)
def test_a_month_and_a_year_are_named_once(first: date, last: date | None, wanted: str) -> None:
    assert span(first, last) == wanted


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"said": "Q3 2026", "first": "2026-07-01", "last": "2026-09-30"}, "1 jul – 30 sep 2026"),
        ({"said": "snart", "first": None, "last": None}, ""),
        ({"answer": "undecided"}, ""),
        ("2026-11-30", "30 nov 2026"),
        ("snart", ""),
        (None, ""),
    ],
)
def test_only_what_is_understood_has_days(data: object, wanted: str) -> None:
    assert span_of(data) == wanted


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        (datetime(2026, 11, 18, 14, 21, tzinfo=UTC), "14:21"),
        (datetime(2026, 11, 17, 7, 42, tzinfo=UTC), "17 nov 07:42"),
        (datetime(2025, 2, 3, 7, 42, tzinfo=UTC), "3 feb 2025"),
    ],
)
def test_a_moment_is_told_as_near_as_it_needs(at: datetime, wanted: str) -> None:
    assert moment(int(at.timestamp() * 1000), NOW) == wanted


def test_a_moment_beyond_the_calendar_is_not_told() -> None:
    assert moment(10**18, NOW) == ""
