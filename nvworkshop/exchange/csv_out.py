"""CSV for Swedish Excel: UTF-8 with a mark, semicolons, decimal commas, no formulas."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.texts import REPLACEMENT, visible
from nvworkshop.exchange.tsv import guarded
from nvworkshop.exchange.written import Written
from nvworkshop.language import said
from nvworkshop.model.tables import Book, ColumnKind, Table, Value


def write(book: Book, place: Path) -> Written:
    """Write the book's first table to `place`, read it back and compare it; else ExportError."""
    table = book.tables[0]
    lines = [[column.label for column in table.columns]]
    lines += [[_text(one) for one in row.cells] for row in table.rows]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(lines)
    with placing(place) as temporary:
        durable.write(temporary, buffer.getvalue().encode("utf-8-sig"))
        read = _read(temporary)
        if read != lines:
            raise differs(place, said("innehållet är inte det som skrevs"))
        found = book.actions & _ids(table, read)
        if found != book.actions:
            raise differs(place, said("alla åtgärder är inte med"))
    return Written(len(book.actions), len(found), _notices(table))


def _read(file: Path) -> list[list[str]]:
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def _ids(table: Table, lines: list[list[str]]) -> set[str]:
    kinds = [column.kind for column in table.columns]
    at = kinds.index(ColumnKind.ID)
    return {line[at] for line in lines[1:]}


def _text(value: Value) -> str:
    """Return a cell as text: ISO date, decimal comma, and no text that can run as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return visible(guarded(value))[0]
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace(".", ",")


def _notices(table: Table) -> tuple[str, ...]:
    texts = [one for row in table.rows for one in row.cells if isinstance(one, str)]
    marked = sum(guarded(one) != one for one in texts)
    replaced = sum(visible(one)[1] for one in texts)
    spoken = []
    if marked:
        spoken.append(
            said(
                "{count} börjar med ett tecken som kan starta en formel (= + - @) och har "
                "fått ' före sig."
            ).format(count=_count(marked))
        )
    if replaced:
        spoken.append(
            said("{count} har tecken som inte kan visas; de står som {replacement}.").format(
                count=_count(replaced), replacement=REPLACEMENT
            )
        )
    return tuple(spoken)


def _count(number: int) -> str:
    return said("En text") if number == 1 else said("{number} texter").format(number=number)
