"""What helps whoever fills in a sheet: lists to choose from, what to write, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from nvworkshop.exchange.xlsx_cells import Fitting, table_header
from nvworkshop.exchange.xlsx_look import DANGER, DANGER_SOFT, NOTE, WARNING, WARNING_SOFT, Palette
from nvworkshop.model.tables import Book, Column, ColumnKind, Table, Tone, Value, sheet_name

_SPARE = 100
"""Rows below the last that get the same help: people add rows there."""

_TITLE, _PROMPT = 32, 255
"""Most letters in the title and text of a help; Excel refuses more."""

_ERROR = "Texten finns inte i listan. Du kan låta den stå, men då kanske den inte går att läsa in."


class Lists:
    """The lists to choose from in a book, on a sheet of their own that is hidden."""

    def __init__(self, book: Book) -> None:
        """Collect the lists of every table, each once."""
        columns = [one for table in book.tables for one in table.columns if one.choices]
        self.columns = list(dict.fromkeys(one.choices for one in columns))
        self.name = sheet_name("Val", [table.name for table in book.tables])

    def rows(self) -> Iterator[list[str | None]]:
        """Yield the rows of the sheet: a list in each column."""
        fitting = Fitting()
        for n in range(max(map(len, self.columns), default=0)):
            yield [fitting.text(one[n], "") if n < len(one) else None for one in self.columns]

    def write(self, sheet: Any) -> None:
        """Write the lists to an empty sheet, and hide it."""
        palette = Palette(sheet)
        for row in self.rows():
            sheet.append(palette.cells((value, NOTE) for value in row))
        sheet.sheet_state = "hidden"

    def area(self, choices: tuple[str, ...]) -> str:
        """Return where a list stands, as a formula says it."""
        letter = get_column_letter(self.columns.index(choices) + 1)
        return f"'{self.name}'!${letter}$1:${letter}${len(choices)}"


def add_helps(sheet: Any, table: Table, lists: Lists) -> None:
    """Give a sheet its lists, helps and marks."""
    header = table_header(table)
    for n, column in enumerate(table.columns, start=1):
        letter = get_column_letter(n)
        body = f"{letter}{header + 1}:{letter}{header + len(table.rows) + _SPARE}"
        if column.choices:
            sheet.data_validations.append(_choosing(column, body, lists, asks=table.asks))
        elif column.help and table.asks:
            sheet.data_validations.append(_helping(column, body))
        if column.help:
            sheet.data_validations.append(_helping(column, f"{letter}{header}"))
    _add_marks(sheet, table, header + 1)


def _choosing(column: Column, area: str, lists: Lists, *, asks: bool) -> DataValidation:
    rule = DataValidation(
        type="list",
        formula1=lists.area(column.choices),
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=column.label[:_TITLE],
        error=_ERROR,
        sqref=area,
    )
    return _with_help(rule, column) if column.help and asks else rule


def _helping(column: Column, area: str) -> DataValidation:
    return _with_help(DataValidation(allow_blank=True, sqref=area), column)


def _with_help(rule: DataValidation, column: Column) -> DataValidation:
    rule.showInputMessage = True
    rule.promptTitle = column.label[:_TITLE]
    rule.prompt = column.help[:_PROMPT]
    return rule


FLEETING = (Tone.MISSING, Tone.OVERDUE)
"""What a cell no longer is when somebody has filled it in."""


def is_filled_in(table: Table) -> bool:
    """Tell whether people fill in the table: what they write in it is read back."""
    return any(one.kind is ColumnKind.MARK for one in table.columns)


def add_mark(sheet: Any, table: Table, place: tuple[int, int], tone: Tone, value: Value) -> None:
    """Mark a cell as long as it says what it says now; `place` is its row and its column from 0."""
    number, n = place
    column, cell = table.columns[n], f"{get_column_letter(n + 1)}{number}"
    if column.late or (column.needed and value is None):
        return  # the whole column is marked
    holds = f'LEFT({cell},{_COMPARED})="{_quoted(value)}"' if value else f"LEN(TRIM({cell}))=0"
    status = _status(table)
    if tone is Tone.OVERDUE and status:
        holds = f"AND({holds}{_going_on(f'${get_column_letter(status)}{number}', table, status)})"
    sheet.conditional_formatting.add(cell, _rule(holds, **_LOOKS[tone]))


_COMPARED = 120
"""How many characters of a cell are compared: a text in a formula can't be longer than 255."""

_LOOKS: Mapping[Tone, Mapping[str, Any]] = {
    Tone.MISSING: {"fill": PatternFill(bgColor=WARNING_SOFT), "font": Font(color=WARNING)},
    Tone.OVERDUE: {"fill": PatternFill(bgColor=DANGER_SOFT), "font": Font(color=DANGER, bold=True)},
}


def _quoted(value: Value) -> str:
    return str(value)[:_COMPARED].replace('"', '""')


def _status(table: Table) -> int:
    """Return the number of the column that tells whether work has ended, 0 for none."""
    return next((n for n, one in enumerate(table.columns, 1) if one.ended), 0)


def _add_marks(sheet: Any, table: Table, first: int) -> None:
    """Mark what a row lacks, and what is late, as somebody edits or time goes."""
    last = first + len(table.rows) + _SPARE - 1
    wide = get_column_letter(max(n for n, one in enumerate(table.columns, 1) if not one.hidden))
    status = _status(table)
    for n, column in enumerate(table.columns, start=1):
        letter = get_column_letter(n)
        area = f"{letter}{first}:{letter}{last}"
        if column.needed:
            lacking = f"AND(COUNTA($B{first}:${wide}{first})>0,LEN(TRIM({letter}{first}))=0)"
            sheet.conditional_formatting.add(area, _rule(lacking, **_LOOKS[Tone.MISSING]))
        if column.late and status:
            late = _late(f"{letter}{first}", f"${get_column_letter(status)}{first}", table, status)
            sheet.conditional_formatting.add(area, _rule(late, **_LOOKS[Tone.OVERDUE]))


def _rule(formula: str, **look: Any) -> Any:
    return FormulaRule([formula], **look)  # type: ignore[no-untyped-call]


def _late(day: str, status: str, table: Table, place: int) -> str:
    return f"AND(ISNUMBER({day}),{day}<TODAY(){_going_on(status, table, place)})"


def _going_on(status: str, table: Table, place: int) -> str:
    """Return what says that the work hasn't ended, as more conditions of an AND."""
    return "".join(f',{status}<>"{one}"' for one in table.columns[place - 1].ended)
