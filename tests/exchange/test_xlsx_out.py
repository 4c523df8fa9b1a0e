"""Workbooks as they lie on the disk."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from nvworkshop.exchange import xlsx_out
from nvworkshop.model.tables import ColumnKind, Value
from tests.exchange.books import book, of_texts

FIRST = 4  # title, note and header stand above


def opened(place: Path) -> Any:
    return load_workbook(place).worksheets[0]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+46 920",
        "-5 procent",
        "@SUM(A1)",
        "\tindrag",
        "#N/A",
        "TRUE",
        "12",
        "2026-01-02",
        " mellanslag ",
        "flera\nrader",
        "👩‍⚕️ Åä́ö čđŋ",
        "\u202eשלום",
        "<b>&amp;</b>",
    ],
)
def test_a_text_stays_the_text_it_was(tmp_path: Path, text: str) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts(text), place)
    cell = opened(place).cell(FIRST, 2)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_text_like_a_formula_is_marked_as_text(tmp_path: Path, start: str) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts(f"{start}A1", "vanlig"), place)
    sheet = opened(place)
    marked = [sheet.cell(row, 2).quotePrefix for row in (FIRST, FIRST + 1)]
    assert marked == [True, False]


def test_no_formula_and_no_merged_cell_is_in_the_file(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts("=A1", "=SUM(A:A)"), place)
    xml = zipfile.ZipFile(place).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "mergeCell" not in xml


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_whatever_people_write_reads_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    place = tmp_path_factory.mktemp("xlsx") / "plan.xlsx"
    told = xlsx_out.write(of_texts(*texts), place)
    assert told.written == told.read_back == len(texts)


@pytest.mark.parametrize("odd", ["a\x0bb", "a\x00b", "a\ud800b", "a\uffffb"])
def test_what_excel_cannot_hold_shows_as_a_sign_and_is_told(tmp_path: Path, odd: str) -> None:
    place = tmp_path / "plan.xlsx"
    told = xlsx_out.write(of_texts(odd), place)
    assert opened(place).cell(FIRST, 2).value == "a\ufffdb"
    assert "Blad, rad 4, Värde" in told.notices[0]


def test_a_text_excel_would_decode_is_kept_as_written(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts("fil_x0041_1"), place)
    assert opened(place).cell(FIRST, 2).value == "fil_x005F_x0041_1"


@pytest.mark.parametrize("text", ["å" * 40_000, "👍" * 20_000])
def test_a_too_long_text_is_cut_where_people_can_see_it(tmp_path: Path, text: str) -> None:
    place = tmp_path / "plan.xlsx"
    told = xlsx_out.write(of_texts(text), place)
    value = str(opened(place).cell(FIRST, 2).value)
    assert len(value.encode("utf-16-le")) // 2 <= 32_700
    left = len(text) - value.index("…")
    assert value.endswith(f"… (forts. i planfilen, {left} tecken)")
    assert told.notices == (
        (
            "En text är längre än en Excelcell rymmer och slutar med ”forts. i planfilen”: "
            "Blad, rad 4, Värde."
        ),
    )


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        (ColumnKind.NUMBER, 12, 12),
        (ColumnKind.NUMBER, 0.1 + 0.2, 0.3),
        (ColumnKind.NUMBER, 10**20, "100000000000000000000"),
        (ColumnKind.NUMBER, float("nan"), "nan"),
        (ColumnKind.DATE, date(1, 2, 3), "0001-02-03"),
        (ColumnKind.TEXT, "", None),
        (ColumnKind.TEXT, None, None),
    ],
)
def test_a_value_reads_back_as_excel_holds_it(
    tmp_path: Path, kind: ColumnKind, value: Value, read: Value
) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(book(("id", value), kind=kind), place)
    assert opened(place).cell(FIRST, 2).value == read


def test_a_date_is_a_date(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(book(("id", date(2027, 9, 30)), kind=ColumnKind.DATE), place)
    cell = opened(place).cell(FIRST, 2)
    assert (cell.is_date, cell.number_format) == (True, "yyyy-mm-dd")
    assert str(cell.value) == "2027-09-30 00:00:00"


def test_the_sheet_is_ready_to_read_filter_and_print(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts("a", "b"), place)
    sheet = opened(place)
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == "A3:B5"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'Blad'!$A$1:$B$5"
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.column_dimensions["B"].hidden
    assert [sheet.cell(row, 2).value for row in (1, 2, 3)] == ["Rubrik", "En not.", "Värde"]
    setup = sheet.page_setup
    assert (setup.orientation, str(setup.paperSize)) == ("landscape", "8")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)


def test_every_paper_says_which_plan_it_is(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts("a"), place)
    sheet = opened(place)
    assert sheet.oddHeader.left.text == "Plan"
    assert sheet.oddHeader.right.text == "Utkast – arbetsmaterial"
    assert sheet.oddFooter.left.text == "Version 3 · 2026-11-20"
    assert sheet.oddFooter.right.text == "Sida &P av &N"


def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts("a"), place)
    properties = load_workbook(place).properties
    assert (properties.title, properties.creator) == ("Plan", "NV Workshop")
    assert (properties.language, properties.version) == ("sv-SE", "3")


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        xlsx_out.write(of_texts("a", "b"), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_long_text_gets_a_higher_row(tmp_path: Path) -> None:
    place = tmp_path / "plan.xlsx"
    xlsx_out.write(of_texts("kort", "ord " * 40), place)
    sheet = opened(place)
    assert sheet.row_dimensions[FIRST].height is None
    assert sheet.row_dimensions[FIRST + 1].height > 100
