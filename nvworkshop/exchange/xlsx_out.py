"""Excel: a book written, forced to the disk, and read back cell by cell before it counts."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import StringProperty

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.written import Written
from nvworkshop.exchange.xlsx_cells import Fitting, table_header
from nvworkshop.exchange.xlsx_helps import Lists
from nvworkshop.exchange.xlsx_look import add_styles
from nvworkshop.exchange.xlsx_memory import MemoryBook
from nvworkshop.exchange.xlsx_sheet import first_seen, write_sheet
from nvworkshop.language import said
from nvworkshop.model.tables import Book, ColumnKind, Table

_UNREADABLE = (BadZipFile, zlib.error, ParseError, KeyError, ValueError, EOFError)
"""What openpyxl raises for a workbook that isn't whole."""


def write(book: Book, place: Path) -> Written:
    """Write the book to `place` and prove it is there; else ExportError, the old file untouched."""
    fitting = Fitting()
    with placing(place) as temporary:
        save(book, temporary, fitting)
        read_back = read_actions(book, temporary, place)
    return Written(len(book.actions), read_back, tuple(fitting.notices()))


def save(book: Book, place: Path, fitting: Fitting) -> None:
    """Write the workbook and force it to the disk; the same book gives the same bytes."""
    durable.write(place, _file_of(book, fitting))


def _file_of(book: Book, fitting: Fitting) -> bytes:
    with MemoryBook() as workbook:
        add_styles(workbook)
        _describe(workbook, book)
        lists = Lists(book)
        for table in book.tables:
            write_sheet(workbook.create_sheet(table.name), table, book, fitting, lists)
        if lists.columns:
            lists.write(workbook.create_sheet(lists.name))
        return workbook.to_bytes(book.made)


def _describe(workbook: Workbook, book: Book) -> None:
    properties = workbook.properties
    fit = Fitting()
    properties.title = fit.text(book.title, "")
    properties.creator = properties.lastModifiedBy = "NV Workshop"
    properties.language = "sv-SE"
    properties.subject = fit.text(book.county_part, "") or None
    properties.identifier = fit.text(book.reference, "") or None
    properties.version = fit.text(book.version, "") or None
    properties.contentStatus = fit.text(book.state, "") or None
    made = book.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = made
    for name, text in book.marks.items():
        workbook.custom_doc_props.append(StringProperty(name=name, value=fit.text(text, "")))  # type: ignore[attr-defined] # it has; only the stub has not


def read_actions(book: Book, file: Path, place: Path) -> int:
    """Read the workbook again, compare every cell, and return how many actions it holds.

    Raises ExportError naming `place` and the first cell that differs.
    """
    with file.open("rb") as opened:
        try:
            found = _compare_book(book, opened, place)
        except _UNREADABLE as error:
            raise differs(place, said("innehållet är skadat")) from error
    lost = book.actions - found
    if lost:
        raise differs(
            place,
            said("{lost} av {actions} åtgärder saknas").format(
                lost=len(lost), actions=len(book.actions)
            ),
        )
    return len(book.actions & found)


def _compare_book(book: Book, opened: IO[bytes], place: Path) -> set[object]:
    """Compare every sheet with its table; return the ids in them."""
    workbook = load_workbook(opened, read_only=True, data_only=True, keep_links=False)
    lists = Lists(book)
    names = [*(table.name for table in book.tables), *([lists.name] if lists.columns else ())]
    if workbook.sheetnames != names or _properties(workbook) != _expected_properties(book):
        raise differs(place, said("bladen är inte de som skrevs"))
    if _charts(opened) != sum(len(table.charts) for table in book.tables):
        raise differs(place, said("diagrammen är inte de som skrevs"))
    found: set[object] = set()
    for table in book.tables:
        rows = workbook[table.name].iter_rows(values_only=True)
        found |= _compare(table, rows, place)
    if lists.columns:
        _compare_lists(lists, workbook[lists.name].iter_rows(values_only=True), place)
    workbook.close()
    return found


def _charts(opened: IO[bytes]) -> int:
    """Return how many charts there are in a workbook's file."""
    with ZipFile(opened) as archive:
        return sum(_CHART.fullmatch(name) is not None for name in archive.namelist())


_CHART = re.compile(r"xl/charts/chart\d+\.xml")


def _properties(workbook: Any) -> dict[str, Any]:
    return {one.name: one.value for one in workbook.custom_doc_props}


def _expected_properties(book: Book) -> dict[str, str]:
    return {name: Fitting().text(text, "") for name, text in book.marks.items()}


def _compare_lists(lists: Lists, rows: Iterator[tuple[Any, ...]], place: Path) -> None:
    if not all(
        wanted is not None and row is not None and _same(list(wanted), row)
        for wanted, row in zip_longest(lists.rows(), rows)
    ):
        raise differs(place, said("bladet {name}").format(name=lists.name))


def _compare(table: Table, rows: Iterator[tuple[Any, ...]], place: Path) -> set[object]:
    """Compare a sheet with its table; return the ids in it."""
    has_ids = table.columns[0].kind is ColumnKind.ID
    ids: set[object] = set()
    header = table_header(table)
    for number, (wanted, row) in enumerate(zip_longest(_expected(table), rows), start=1):
        if wanted is None or row is None or not _same(wanted, row):
            raise differs(
                place, said("bladet {name}, rad {number}").format(name=table.name, number=number)
            )
        if has_ids and number > header:
            ids.add(row[0] if row else None)
    return ids


def _same(wanted: list[Any], row: tuple[Any, ...]) -> bool:
    read = [one.date() if type(one) is datetime else one for one in row]
    read += [None] * (len(wanted) - len(read))
    while len(read) > len(wanted) and read[-1] is None:
        read.pop()
    return read == wanted


def _expected(table: Table) -> Iterator[list[Any]]:
    """Yield every row of the sheet as it must read back."""
    fitting = Fitting()
    for text in (table.title, *table.notes, *table.asked):
        yield [*[None] * first_seen(table), fitting.text(text, "") or None]
    yield [column.label for column in table.columns]
    for values, _ in fitting.rows(table):
        yield values
