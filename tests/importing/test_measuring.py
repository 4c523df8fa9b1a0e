"""Tables of measured values: the forms they come in, what stays missing, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.followup.areas import Areas
from nvworkshop.importing.measure_cells import UnusableError, day_of, day_of_text, number_of
from nvworkshop.importing.measuring import Around, is_measured, propose
from nvworkshop.model.proposals import Proposals, Sort
from nvworkshop.model.sheets import RawBook, RawSheet, RawValue
from nvworkshop.model.things import Thing
from tests.importing.books import sheet_of
from tests.importing.conftest import STRATEGY

AREAS = Areas(STRATEGY)
PITEA, SODRA = "2581", AREAS.find("sodra")
assert SODRA is not None

LONG = ("kpi", "municipality_id", "period", "gender", "count", "status", "value")


def around(*things: Thing, removed: frozenset[str] = frozenset()) -> Around:
    indicators = tuple(one for one in things if one.kind == "indicator")
    values = tuple(one for one in things if one.kind == "measurement")
    assert SODRA is not None
    return Around("plan", AREAS, SODRA, date(2026, 4, 1), indicators, values, removed)


def book(*rows: Sequence[RawValue], name: str = "fil.csv") -> RawBook:
    return RawBook(name, (RawSheet("Blad1", tuple(map(tuple, rows))),))


def read(*rows: Sequence[RawValue], plan: Around | None = None) -> Proposals:
    return propose(book(*rows), plan or around())


def told(found: Proposals) -> list[dict[str, Any]]:
    """Return the values that are proposed, as fields."""
    return [
        {each.name: each.proposed for each in one.fields}
        for one in found.proposals
        if one.kind == "measurement"
    ]


def indicator(**values: Any) -> Thing:
    return Thing("indicator", "i1", {"title": "SIP", "plan": "plan", **values})


def test_long_form_has_a_row_for_each_value() -> None:
    found = read(LONG, ("N15428", PITEA, 2025, "K", 1, "", "12,5"))
    new, value = found.proposals
    assert (new.kind, new.title) == ("indicator", "Kolada N15428")
    assert value.needs == new.entity
    (said,) = told(found)
    assert (said["value"], said["date"], said["area"]) == (12.5, "2025-12-31", PITEA)
    assert (said["gender"], said["area_level"], said["source"]) == ("K", "municipality", "Kolada")
    assert "count" not in said
    assert any("2025 blir 2025-12-31" in note for note in found.notes)


@pytest.mark.parametrize(
    "rows",
    [
        (("Kommun", "Kön", 2024, 2025), ("Piteå", "Totalt", 1, "2,5"), ("Piteå", "Kvinnor", 3, 4)),
        (("Kommun", "2024 Totalt", "2025 Totalt", "2024 Kvinnor", "2025 Kvinnor"),
         ("Piteå", 1, "2,5", 3, 4)),
        (("Kommun", 2024, None, 2025, None), (None, "Totalt", "Kvinnor", "Totalt", "Kvinnor"),
         ("Piteå kommun", 1, 3, "2,5", 4)),
    ],
)  # fmt: skip
def test_wide_forms_have_a_column_for_each_year(rows: Sequence[Sequence[RawValue]]) -> None:
    found = read(("Fallskador 65+ (N12345)",), *rows)
    assert found.proposals[0].title == "Fallskador 65+"
    said = {(one["date"], one["gender"]): one["value"] for one in told(found)}
    expected = {("2024", "T"): 1, ("2025", "T"): 2.5, ("2024", "K"): 3, ("2025", "K"): 4}
    assert said == {(f"{year}-12-31", one): value for (year, one), value in expected.items()}


def test_a_real_workbook_and_a_real_csv(tmp_path: Path) -> None:
    place = tmp_path / "export.xlsx"
    sheet_of((("Nyckeltal", "Kommun", 2025), ("Fallskador (N12345)", "Piteå", 3))).save(place)
    assert len(told(propose(read_book(place), around()))) == 1
    place = tmp_path / "export.csv"
    place.write_text("Datum;Värde;Område\n2026-01-31;12,5;Södra\n", "utf-8-sig")
    (said,) = told(propose(read_book(place), around()))
    assert (said["date"], said["value"], said["area"]) == ("2026-01-31", 12.5, "sodra")


@pytest.mark.parametrize("text", ["-", "–", ".", "..", "", None, "saknas", "N/A", "uppgift saknas"])
def test_what_stands_for_no_value_is_never_zero(text: RawValue) -> None:
    found = read(
        LONG, ("N15428", PITEA, 2025, "T", 1, "", text), ("N15428", "2560", 2025, "T", 1, "", 0)
    )
    assert [one["value"] for one in told(found)] == [0]
    assert any("Celler utan värde" in note for note in found.notes)
    assert not found.rejected


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (("N1542", PITEA, 2025, "T", 1, "", 3), 1, "N eller U och fem siffror"),
        (("N15428", "0180", 2025, "T", 1, "", 3), 2, "inget område i Norrbotten"),
        (("N15428", "G123", 2025, "T", 1, "", 3), 2, "inget område i Norrbotten"),
        (("N15428", PITEA, "hösten", "T", 1, "", 3), 3, "inget datum eller år"),
        (("N15428", PITEA, 2025, "F", 1, "", 3), 4, "T (totalt), K (kvinnor) eller M (män)"),
        (("N15428", PITEA, 2025, "T", 1, "", "abc"), 7, "inget tal"),
        (("N15428", PITEA, 2025, "T", 1, "", "#DIV/0!"), 7, "räknefel"),
        (("N15428", PITEA, 2025, "T", 1, "", True), 7, "inget tal"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(
    row: Sequence[RawValue], column: int, reason: str
) -> None:
    found = read(LONG, row)
    assert found.proposals == ()
    (one,) = found.rejected
    assert (one.spot.sheet, one.spot.row, one.spot.column) == ("Blad1", 2, column)
    assert reason in one.reason


@pytest.mark.parametrize(
    ("headings", "row", "unread"),
    [
        (
            ("Kommun", "Värde", "Datum", "Svarsfrekvens", "Status", "Värde"),
            ("Piteå", 3, "2025-12-31", 61, "ok", 4),
            "Svarsfrekvens, Värde",
        ),
        (("Kommun", "2024", "2025", "Rang"), ("Piteå", 3, 4, 7), "Rang"),
        (("Kommun", "Värde", "2024", "2025"), ("Piteå", 1, 3, 4), "Värde"),
    ],
)
def test_columns_that_nobody_reads_are_told_of(
    headings: Sequence[RawValue], row: Sequence[RawValue], unread: str
) -> None:
    assert f"Kolumner som inte lästes: {unread}." in read(headings, row).notes


def test_columns_that_are_all_read_are_not_told_of() -> None:
    found = read(LONG, ("N15428", PITEA, 2025, "T", 1, "", 3))
    assert not [one for one in found.notes if "inte lästes" in one]


def test_areas_elsewhere_are_told_once_each() -> None:
    rows = [("N15428", "0180", year, "T", 1, "", 3) for year in range(2010, 2020)]
    (one,) = read(LONG, *rows).rejected
    assert one.reason.endswith("10 rader har det.")


def test_a_code_and_a_name_that_differ_are_refused() -> None:
    found = read(("Kommunkod", "Kommun", "År", "Värde"), (PITEA, "Luleå", 2025, 3))
    assert found.rejected[0].reason == "Koden är Piteå, men i raden står Luleå."


def test_the_county_is_known_by_its_codes_and_names() -> None:
    rows = [("N15428", code, 2025, "T", 1, "", 3) for code in ("0025", 25)]
    found = read(LONG, *rows, ("N15428", "Region Norrbotten", 2025, "T", 1, "", 3))
    assert {one["area"] for one in told(found)} == {"25"}


def _again(found: Proposals) -> tuple[Thing, ...]:
    """Return the things that the proposals would make."""
    return tuple(
        Thing(one.kind, one.entity, {each.name: each.proposed for each in one.fields})
        for one in found.proposals
    )


def test_the_same_file_twice_is_nothing_new_and_another_value_is_a_choice() -> None:
    row = ("N15428", PITEA, 2025, "T", 1, "", 3)
    first = read(LONG, row)
    plan = around(*_again(first))
    again = read(LONG, row, plan=plan)
    assert (again.proposals, again.unchanged) == ((), 1)
    (change,) = read(LONG, (*row[:-1], 4), plan=plan).proposals
    assert (change.sort, change.ticked, change.why) == (Sort.CHANGED, False, "Planen har 3.")


def test_the_plans_own_indicator_is_found_by_id_before_name() -> None:
    plan = around(indicator(kolada="N15428"), Thing("indicator", "i2", {"title": "SIP"}))
    found = read(("Nyckeltal", "Kommun", 2025), ("SIP (N15428)", "Piteå", 3), plan=plan)
    assert [one["indicator"] for one in told(found)] == ["i1"]


def test_a_name_with_another_id_is_another_indicator() -> None:
    plan = around(indicator(kolada="N00001"))
    found = read(("Nyckeltal", "Kommun", 2025), ("SIP (N15428)", "Piteå", 3), plan=plan)
    assert found.proposals[0].kind == "indicator"


def test_what_says_no_indicator_has_to_be_chosen() -> None:
    (one,) = read(("Datum", "Värde"), ("2026-01-31", 3), plan=around(indicator())).proposals
    assert (one.ticked, one.fields[1].proposed) == (False, "i1")
    assert "säger inte vilken indikator" in one.why


def test_a_value_that_was_removed_comes_back_only_when_chosen() -> None:
    row = ("N15428", PITEA, 2025, "T", 1, "", 3)
    new, value = read(LONG, row).proposals
    there = [one for one in _again(read(LONG, row)) if one.kind == "indicator"]
    (again,) = read(LONG, row, plan=around(*there, removed=frozenset({value.entity}))).proposals
    assert again.entity != value.entity
    assert not again.ticked
    other = read(LONG, row, plan=around(removed=frozenset({new.entity}))).proposals[0]
    assert other.entity != new.entity


def test_two_values_for_the_same_cell_are_told() -> None:
    row = ("N15428", PITEA, 2025, "T", 1, "", 3)
    found = read(LONG, row, row, (*row[:-1], 4))
    assert len(told(found)) == 1
    assert "rad 2" in found.rejected[0].reason
    (value,) = [one for one in found.proposals if one.kind == "measurement"]
    assert not value.ticked
    assert "värdet 4, på rad 4" in value.why


@pytest.mark.parametrize(
    "rows",
    [
        (("Åtgärd", "Kommun", "2026", "2027"), ("Starta team", "Piteå", "x", "x")),
        (("Åtgärd", "Kommun", "2026", "2027"), ("Starta team", "Piteå", 100, 200)),
        (("Aktivitet", "Datum", "Värde"), ("Starta team", "2026-01-01", "hög")),
        (("Vad", "Vem", "När"), ("Starta team", "Piteå", "2026")),
    ],
)
def test_a_list_of_actions_is_no_table_of_values(rows: Sequence[Sequence[RawValue]]) -> None:
    assert not is_measured(book(*rows))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234,5", 1234.5),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("−3", -3),
        ("54 %", 54),
        ("12.5", 12.5),
    ],
)
def test_numbers_as_people_and_programs_write_them(text: str, number: float) -> None:
    assert number_of(text) == number


@given(st.text(max_size=20) | st.floats() | st.booleans() | st.integers())
def test_any_cell_is_a_finite_number_or_refused(raw: RawValue) -> None:
    try:
        number = number_of(raw)
    except UnusableError:
        return
    assert abs(number) < 10**15


@given(st.text(max_size=30))
def test_any_time_is_a_day_with_a_year_it_names_or_refused(text: str) -> None:
    day = day_of_text(text)
    if day:
        assert 1990 <= date.fromisoformat(day).year <= 2100
        assert any(letter.isdigit() for letter in text)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_day_means_itself_and_a_year_its_last_day(day: date) -> None:
    assert day_of(day.isoformat()) == (day.isoformat(), "")
    assert day_of(day) == (day.isoformat(), "")
    assert day_of(day.year) == (f"{day.year}-12-31", str(day.year))
    if 2000 <= day.year < 2100:
        assert day_of(f"{day:%Y-%m}")[0].startswith(f"{day:%Y-%m}-")


@given(st.lists(st.tuples(st.sampled_from(["2581", "2560", "0180", "x", ""]),
       st.integers(2020, 2026), st.sampled_from(["T", "K", "M", "F", ""]),
       st.sampled_from(["1", "2,5", "..", "", "fel"])), max_size=20))  # fmt: skip
def test_every_row_is_accounted_for(rows: list[tuple[str, int, str, str]]) -> None:
    cells = [("N15428", area, year, gender, 1, "", value) for area, year, gender, value in rows]
    found = read(LONG, *cells)
    keys = {(one["area"], one["date"], one["gender"]) for one in told(found)}
    assert len(keys) == len(told(found))
    again = read(LONG, *cells, plan=around(*_again(found)))
    assert again.proposals == ()
    assert again.unchanged == len(told(found))
