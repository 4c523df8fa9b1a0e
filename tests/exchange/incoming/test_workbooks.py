"""Workbooks from Excel, LibreOffice and Google read as plain values."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.model.sheets import ERRORS, NO_VALUE, RawBook
from tests.exchange.incoming import crafted


def saved(book: Workbook, folder: Path) -> RawBook:
    path = folder / "a.xlsx"
    book.save(path)
    return read_book(path)


def crafted_rows(folder: Path, body: str) -> tuple[tuple[Any, ...], ...]:
    path = crafted.repacked(folder / "a.xlsx", {crafted.SHEET: crafted.sheet(body)})
    return read_book(path).sheets[0].rows


def test_each_kind_of_value_comes_as_itself(tmp_path: Path) -> None:
    book = Workbook()
    day, moment = date(2027, 3, 1), datetime(2027, 3, 1, 13, 30)
    values = ["Åtgärd\nmed rad", 12, 0.5, True, day, moment, time(13, 0), None, "  å "]
    book.active.append(values)  # type: ignore[union-attr]
    (row,) = saved(book, tmp_path).sheets[0].rows
    assert list(row) == values
    assert type(row[4]) is date


@pytest.mark.parametrize("made", [date(2027, 3, 1), date(1999, 12, 31)])
def test_days_counted_from_1904_are_the_same_days(tmp_path: Path, made: date) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["B2"] = made  # type: ignore[index]
    assert saved(book, tmp_path).sheets[0].rows == ((), (None, made))


def test_hidden_sheets_and_merged_cells_are_marked(tmp_path: Path) -> None:
    book = Workbook()
    other = book.create_sheet("Dolt")
    other.sheet_state = "veryHidden"
    other["A1"] = "Riktning 1"
    other.merge_cells("A1:A3")
    first, second = saved(book, tmp_path).sheets
    assert (first.hidden, second.hidden) == (False, True)
    assert second.merged == ((1, 1, 3, 1),)


def test_own_properties_are_marks(tmp_path: Path) -> None:
    book = Workbook()
    book.custom_doc_props.append(StringProperty(name="nvworkshop.plan", value="abc"))  # type: ignore[attr-defined]
    assert saved(book, tmp_path).marks == {"nvworkshop.plan": "abc"}


def test_a_formula_gives_what_was_saved(tmp_path: Path) -> None:
    body = (
        '<row><c t="str"><f>A9&amp;"x"</f><v>Klart</v></c><c><f>1+1</f><v>2</v></c>'
        '<c t="e"><f>#REF!</f><v>#REF!</v></c><c r="D1"><f>NOW()</f></c></row>'
    )
    path = crafted.repacked(tmp_path / "a.xlsx", {crafted.SHEET: crafted.sheet(body)})
    book = read_book(path)
    assert book.sheets[0].rows == (("Klart", 2, "#REF!", NO_VALUE),)
    assert {"#REF!", NO_VALUE} <= ERRORS
    assert "formler utan sparat värde: D1" in book.notes[0]


def test_escaped_letters_and_rich_text_are_plain(tmp_path: Path) -> None:
    body = (
        '<row><c t="inlineStr"><is><r><t>Mobilt </t></r><r><t>team</t></r></is></c>'
        '<c t="inlineStr"><is><t>a_x000D_b _x005F_x000D_</t></is></c></row>'
    )
    assert crafted_rows(tmp_path, body) == (("Mobilt team", "a\rb _x000D_"),)


def test_shared_strings_are_read(tmp_path: Path) -> None:
    strings = (
        f'<sst xmlns="{crafted.MAIN}"><si><t>Åtgärd</t></si><si><r><t>Mobilt </t></r>'
        "<r><rPr><b/></rPr><t>team</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si></sst>"
    )
    body = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'
    parts = {crafted.SHEET: crafted.sheet(body), crafted.STRINGS: strings.encode()}
    book = read_book(crafted.repacked(tmp_path / "a.xlsx", parts))
    assert book.sheets[0].rows == (("Mobilt team", "Åtgärd"),)


def test_numbers_no_one_can_mean_stay_texts(tmp_path: Path) -> None:
    body = f"<row><c><v>{'9' * 5000}</v></c><c><v>1E400</v></c><c><v>-3</v></c></row>"
    assert crafted_rows(tmp_path, body) == (("9" * 5000, "1E400", -3),)


def test_a_far_cell_is_told_of_and_costs_nothing(tmp_path: Path) -> None:
    body = (
        '<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
        '<row r="1048576"><c r="A1048576"><v>3</v></c></row>'
    )
    path = crafted.repacked(tmp_path / "a.xlsx", {crafted.SHEET: crafted.sheet(body)})
    book = read_book(path)
    assert book.sheets[0].rows == ((1,),)
    assert "lästes inte" in book.notes[0]


@pytest.mark.parametrize(
    "after",
    [
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        "<dataValidations>"
        + '<dataValidation sqref="A1"><formula1>1</formula1></dataValidation>' * 100_000
        + "</dataValidations>",
    ],
)
def test_what_stands_after_the_rows_costs_little(tmp_path: Path, after: str) -> None:
    xml = crafted.sheet("<row><c><v>1</v></c></row>", after=after)
    book = read_book(crafted.repacked(tmp_path / "a.xlsx", {crafted.SHEET: xml}), timeout=10)
    assert book.sheets[0].rows == ((1,),)


def test_macros_are_told_of_and_left(tmp_path: Path) -> None:
    path = crafted.repacked(tmp_path / "a.xlsm", {"xl/vbaProject.bin": b"\0" * 99})
    book = read_book(path)
    assert book.sheets[0].rows[1] == ("Mobilt team", "våren 2027")
    assert "makron" in book.notes[0]


def test_a_workbook_under_another_name_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes(crafted.plain_book())
    assert read_book(path).sheets[0].rows[0] == ("Åtgärd", "Klart")
