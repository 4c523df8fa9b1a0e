"""One table as one sheet: title, notes, header, rows, and how it is shown and printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from openpyxl.utils import get_column_letter

from nvworkshop.exchange.xlsx_cells import Fitting, table_header
from nvworkshop.exchange.xlsx_charts import add_charts, last_cell
from nvworkshop.exchange.xlsx_heights import Heights
from nvworkshop.exchange.xlsx_helps import FLEETING, Lists, add_helps, add_mark, is_filled_in
from nvworkshop.exchange.xlsx_look import ANSWER, HEADER, NOTE, TABS, TITLE, Palette, style_of
from nvworkshop.model.tables import Book, Role, Row, Table, Tone, Value

A3, A4 = 8, 9
_HEADER_TEXT = 90
"""Most characters of each part of a page header; Excel refuses more than 255 in all."""


def write_sheet(sheet: Any, table: Table, book: Book, fitting: Fitting, lists: Lists) -> None:
    """Write the table to an empty write-only sheet."""
    _show(sheet, table)
    _print(sheet, table, book)
    add_helps(sheet, table, lists)
    palette = Palette(sheet)
    for text, style in ((table.title, TITLE), *((note, NOTE) for note in table.notes)):
        sheet.append(_heading(palette, fitting.text(text, table.name), style, table))
    for text in table.asked:
        question = [(fitting.text(text, table.name), HEADER), (None, ANSWER), (None, ANSWER)]
        sheet.append([None] * first_seen(table) + list(palette.cells(question)))
    heights = Heights(sheet, table)
    heights.set_header(table_header(table), table)
    labels = [column.label for column in table.columns]
    sheet.append(palette.cells((label, HEADER) for label in labels))
    looks, filled_in = _looks(table), is_filled_in(table)
    for number, (values, row) in enumerate(fitting.rows(table), start=table_header(table) + 1):
        heights.set(number, values, row)
        fleeting = _fleeting(row) if filled_in else {}
        for n, tone in fleeting.items():
            add_mark(sheet, table, (number, n), tone, values[n])
        sheet.append(palette.cells(_styled(values, row, looks, fleeting)))
    add_charts(sheet, table)


def _looks(table: Table) -> list[dict[Tone, str]]:
    """Return the style of every column by tone."""
    return [{tone: style_of(column.kind, tone) for tone in Tone} for column in table.columns]


def _fleeting(row: Row) -> dict[int, Tone]:
    """Return the cells whose look goes when they are filled in."""
    return {n: tone for n, tone in row.tones.items() if tone in FLEETING}


def _styled(
    values: list[Value], row: Row, looks: list[dict[Tone, str]], fleeting: Collection[int]
) -> Iterator[Any]:
    if not row.tones:
        tone = row.tone
        return ((value, look[tone]) for value, look in zip(values, looks, strict=True))
    return (
        (value, look[row.tone if n in fleeting else row.tone_of(n)])
        for n, (value, look) in enumerate(zip(values, looks, strict=True))
    )


def _heading(palette: Palette, text: str, style: str, table: Table) -> list[Any]:
    """Put the text in the first column people see; it runs on over the empty ones beside it."""
    cell = next(palette.cells([(text, style)]))
    return [None] * first_seen(table) + [cell]


def first_seen(table: Table) -> int:
    """Return the index of the first column that isn't hidden."""
    return int(table.columns[0].hidden)


def _show(sheet: Any, table: Table) -> None:
    """Set what the screen shows: widths, hidden ids, panes, filter, tab."""
    for n, column in enumerate(table.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(n)]
        dimension.width = column.width + 1
        dimension.hidden = column.hidden
        dimension.outlineLevel = int(column.detail and not column.hidden)
    header = table_header(table)
    sheet.freeze_panes = f"{get_column_letter(table.kept + 1)}{header + 1}"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{header}:{last}{header + len(table.rows)}"
    sheet.sheet_properties.tabColor = TABS[table.role]
    sheet.sheet_view.showGridLines = False


def _print(sheet: Any, table: Table, book: Book) -> None:
    """Set up pages: one page wide, header row on each, what is needed to tell papers apart."""
    about = table.role is Role.ABOUT
    header = table_header(table)
    sheet.page_setup.orientation = "portrait" if about else "landscape"
    sheet.page_setup.paperSize = A4 if about else A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header}:{header}"
    column, row = last_cell(table, _last_printed(table), header + len(table.rows))
    sheet.print_area = f"A1:{get_column_letter(column)}{row}"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    margins.header = margins.footer = 0.3
    _page_texts(sheet, book)


def _last_printed(table: Table) -> int:
    return max(n for n, column in enumerate(table.columns, start=1) if not column.detail)


def _page_texts(sheet: Any, book: Book) -> None:
    version = f"Version {book.version}" if book.version else "Version ej angiven"
    sheet.oddHeader.left.text = _page_text(book.title)
    sheet.oddHeader.center.text = "&A"
    sheet.oddHeader.right.text = _page_text(book.state)
    sheet.oddFooter.left.text = _page_text(f"{version} · {book.made:%Y-%m-%d}", 50)
    sheet.oddFooter.center.text = _page_text(book.reference, 50)
    sheet.oddFooter.right.text = "Sida &P av &N"


def _page_text(text: str, most: int = _HEADER_TEXT) -> str | None:
    """Return a text as a page header takes it: one line, short, no codes; None for none."""
    line = " ".join(Fitting().text(text, "").split())
    short = line if len(line) <= most else f"{line[: most - 1]}…"
    return short.replace("&", "&&") or None
