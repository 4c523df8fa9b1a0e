from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.followup.references import parse_reference

CASES = [
    ("RS 181031 § 202", "RS", date(2018, 10, 31), "202"),
    ("KS 2026-11-30 § 112", "KS", date(2026, 11, 30), "112"),
    ("RS 20190130 §§ 3-5", "RS", date(2019, 1, 30), "3-5"),
    ("KS § 7", "KS", None, "7"),
    ("Styrelsen vid temamöte 181205", "Styrelsen vid temamöte", date(2018, 12, 5), ""),
    ("Länsstyrgruppen 2026-05-20 § 14 (exempel)", "Länsstyrgruppen", date(2026, 5, 20), "14"),
    ("Hantering utifrån beslutad strategi", "Hantering utifrån beslutad strategi", None, ""),
    ("§ 9, 2026-02-01", "", date(2026, 2, 1), "9"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "body", "day", "paragraph"), CASES)
def test_the_parts_of_a_reference(said: str, body: str, day: date | None, paragraph: str) -> None:
    found = parse_reference(said)
    assert (found.body, found.day, found.paragraph) == (body, day, paragraph)
    assert found.said == said
    assert not found.problem


def test_a_plan_of_a_year_has_its_year() -> None:
    found = parse_reference("Stabsplan 2018")
    assert (found.body, found.year, found.day) == ("Stabsplan", 2018, None)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("RS 181331 § 2", "181331 är inget datum: månad 13 finns inte."),
        ("KS 2026-02-30", "2026-02-30 är inget datum: månad 2 har ingen dag 30."),
        ("RS 20260001", "20260001 är inget datum: månad 0 finns inte."),
    ],
)
def test_a_day_that_cannot_be_is_told(said: str, problem: str) -> None:
    assert parse_reference(said).problem == problem


@pytest.mark.parametrize("said", ["dnr 181331", "RS 2026:181331", "Diarienummer 991399-2"])
def test_numbers_of_a_register_are_no_days(said: str) -> None:
    assert parse_reference(said).problem == ""


@given(st.text(max_size=60))
def test_any_text_is_kept_as_written_and_can_be_sorted(said: str) -> None:
    found = parse_reference(said)
    assert found.said == said
    assert sorted([found, parse_reference("RS 181031 § 202")], key=lambda one: one.key)


@given(
    st.sampled_from(["RS", "KS", "Länsstyrgruppen", "Socialnämnden i Övertorneå"]),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 99_999),
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%y%m%d"]),
)
def test_what_is_written_is_read(body: str, day: date, paragraph: int, form: str) -> None:
    found = parse_reference(f"{body} {day.strftime(form)} § {paragraph}")
    assert (found.body, found.day, found.paragraph) == (body, day, str(paragraph))


def test_references_sort_by_who_then_when_then_paragraph() -> None:
    said = ["RS 190130 § 9", "KS § 1", "RS 181031 § 202", "RS 190130 § 10", "RS 2018"]
    ordered = sorted(said, key=lambda one: parse_reference(one).key)
    assert ordered == ["KS § 1", "RS 2018", "RS 181031 § 202", "RS 190130 § 9", "RS 190130 § 10"]
