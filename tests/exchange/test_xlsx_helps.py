"""Lists, helps and marks in a sheet that somebody fills in."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from nvworkshop.errors import ExportError
from nvworkshop.exchange import xlsx_out
from nvworkshop.exchange.xlsx_cells import Fitting
from nvworkshop.model.tables import Book, Column, ColumnKind, Row, Table, Tone
from tests.exchange.books import ID, MADE

CHOICES = ("○ Ej påbörjad", "=1+1", "✓ Klar")


def of_columns(*columns: Column, asks: bool = False, asked: tuple[str, ...] = ()) -> Book:
    rows = (Row(("a", *(None for _ in columns))),)
    table = Table("Blad", "Rubrik", (ID, *columns), rows, asks=asks, asked=asked)
    return Book("Plan", (table,), MADE, actions=frozenset({"a"}), marks={"NV Workshop plan": "p"})


def written(book: Book, folder: Path) -> Any:
    place = folder / "plan.xlsx"
    xlsx_out.write(book, place)
    return load_workbook(place)


def test_choices_stand_on_a_hidden_sheet(tmp_path: Path) -> None:
    book = of_columns(Column("Status", choices=CHOICES), Column("Läge", choices=CHOICES))
    workbook = written(book, tmp_path)
    assert workbook["Val"].sheet_state == "hidden"
    assert [one.value for one in workbook["Val"]["A"]] == list(CHOICES)
    rules = workbook["Blad"].data_validations.dataValidation
    assert {one.formula1 for one in rules} == {"'Val'!$A$1:$A$3"}
    assert {one.errorStyle for one in rules} == {"warning"}
    assert str(rules[0].sqref) == "B3:B103"


def test_a_sheet_that_asks_tells_in_every_cell(tmp_path: Path) -> None:
    column = Column("Mål", help="Hur ser det ut när det är klart?")
    for asks, count in ((False, 1), (True, 2)):
        rules = written(of_columns(column, asks=asks), tmp_path)["Blad"].data_validations
        assert [one.prompt for one in rules.dataValidation] == [column.help] * count


def test_a_question_has_a_cell_for_its_answer(tmp_path: Path) -> None:
    sheet = written(of_columns(Column("Mål"), asked=("Svarar",)), tmp_path)["Blad"]
    assert [sheet.cell(n, 2).value for n in (1, 2, 3)] == ["Rubrik", "Svarar", "Mål"]
    assert sheet.freeze_panes == "A4"


def test_what_is_missing_or_late_is_marked_by_the_program_that_shows_it(tmp_path: Path) -> None:
    book = of_columns(
        Column("Mål", needed=True),
        Column("Klart senast", kind=ColumnKind.DATE, late=True),
        Column("Status", ended=("✓ Klar",)),
        Column("Märke", kind=ColumnKind.MARK),
    )
    sheet = written(book, tmp_path)["Blad"]
    rules = {str(one.sqref): one.rules[0].formula[0] for one in sheet.conditional_formatting}
    assert rules == {
        "B3:B103": "AND(COUNTA($B3:$D3)>0,LEN(TRIM(B3))=0)",
        "C3:C103": 'AND(ISNUMBER(C3),C3<TODAY(),$D3<>"✓ Klar")',
    }
    assert sheet.column_dimensions["E"].hidden


@pytest.mark.parametrize(("old", "new"), [("Klar</t>", "Klart</t>"), (">p<", ">q<")])
def test_lists_and_properties_are_read_back_too(tmp_path: Path, old: str, new: str) -> None:
    book = of_columns(Column("Status", choices=CHOICES))
    place = tmp_path / "plan.xlsx"
    xlsx_out.save(book, place, Fitting())
    with zipfile.ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(old.encode(), new.encode()))
    with pytest.raises(ExportError, match="blad"):
        xlsx_out.read_actions(replace(book), place, place)


def marked(folder: Path, value: str | None, tone: Tone, *, mark: bool = True) -> Any:
    columns = (Column("Klart"), Column("Status", ended=("✓ Klar",)))
    hidden = (Column("Märke", kind=ColumnKind.MARK),) if mark else ()
    row = Row(("a", value, "◐ Pågår", *("m" for _ in hidden)), {1: tone})
    table = Table("Blad", "Rubrik", (ID, *columns, *hidden), (row,))
    return written(Book("Plan", (table,), MADE, actions=frozenset({"a"})), folder)["Blad"]


@pytest.mark.parametrize(
    ("value", "tone", "holds"),
    [
        (None, Tone.MISSING, "LEN(TRIM(B3))=0"),
        ('när "vi" hinner', Tone.MISSING, 'LEFT(B3,120)="när ""vi"" hinner"'),
        ("i våras", Tone.OVERDUE, 'AND(LEFT(B3,120)="i våras",$C3<>"✓ Klar")'),
    ],
)
def test_a_mark_goes_when_the_cell_says_something_else(
    tmp_path: Path, value: str | None, tone: Tone, holds: str
) -> None:
    sheet = marked(tmp_path, value, tone)
    (rule,) = [one for one in sheet.conditional_formatting if str(one.sqref) == "B3"]
    assert rule.rules[0].formula == [holds]
    assert sheet["B3"].fill.fill_type is None


def test_a_mark_that_nobody_fills_in_is_fixed(tmp_path: Path) -> None:
    sheet = marked(tmp_path, None, Tone.MISSING, mark=False)
    assert sheet["B3"].fill.fill_type == "solid"
