"""Values made fit for an Excel cell, and what had to change in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from math import isfinite

from nvworkshop.exchange.texts import REPLACEMENT, visible
from nvworkshop.language import said
from nvworkshop.model.cell_length import is_too_long, shortened
from nvworkshop.model.tables import Row, Table, Value

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a program take a text for a formula."""

_FIRST_YEAR = 1901
"""Excel's calendar begins in 1900 and has a day that never was."""

_DIGITS = 15
"""Digits of a number that Excel keeps."""

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(slots=True)
class Fitting:
    """Makes values fit for cells and remembers which it had to change, as places to look at."""

    cut: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    place: str = field(default_factory=lambda: str(said("{table}, rad {row}, {column}")))

    def rows(self, table: Table) -> Iterator[tuple[list[Value], Row]]:
        """Yield every row's cells as the file will hold them, with the row."""
        for number, row in enumerate(table.rows, start=table_header(table) + 1):
            yield (
                [
                    self.value(one, table, number, column) if type(one) in _CHANGING else one
                    for column, one in enumerate(row.cells)
                ],
                row,
            )

    def value(self, value: Value, table: Table, row: int, column: int) -> Value:
        """Return one value as the file will hold it; an empty text is an empty cell."""
        if isinstance(value, str):
            label = table.columns[column].label
            fit = self.text(value, self.place.format(table=table.name, row=row, column=label))
            return fit or None
        return number(value) if isinstance(value, int | float) else day(value)

    def text(self, text: str, where: str) -> str:
        """Return a text as the file will hold it."""
        fit, changed = visible(text)
        if changed:
            self.replaced.append(where)
        if "_x" in fit:
            fit = _ESCAPE.sub("_x005F_", fit)
        if is_too_long(fit):
            self.cut.append(where)
            return shortened(fit)
        return fit

    def notices(self) -> Iterator[str]:
        """Yield what the reader has to know, as sentences."""
        if self.cut:
            yield (
                said(
                    "{texts} är längre än en Excelcell rymmer och slutar med ”forts. i "
                    "planfilen”: {places}."
                ).format(texts=_texts(self.cut), places=_places(self.cut))
            )
        if self.replaced:
            yield (
                said(
                    "{texts} har tecken som Excel inte kan visa; de står som {replacement}: "
                    "{places}."
                ).format(
                    texts=_texts(self.replaced),
                    replacement=REPLACEMENT,
                    places=_places(self.replaced),
                )
            )


_CHANGING = frozenset({str, int, float, date, bool})


def table_header(table: Table) -> int:
    """Return the number of the row with the column labels; title, notes and questions are above."""
    return len(table.notes) + len(table.asked) + 2


def number(value: float) -> Value:
    """Return a number Excel holds exactly, else its text."""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if not isfinite(value) or abs(value) >= 10**_DIGITS:
        return str(value)
    return value if isinstance(value, int) else float(f"{value:.{_DIGITS}g}")


def day(value: Value) -> Value:
    """Return a date Excel's calendar has, else its text."""
    return value.isoformat() if isinstance(value, date) and value.year < _FIRST_YEAR else value


def is_formula_like(text: str) -> bool:
    """Tell whether a program could take the text for a formula."""
    return text.startswith(FORMULA_STARTS)


def _texts(places: list[str]) -> str:
    return (
        said("En text") if len(places) == 1 else said("{places} texter").format(places=len(places))
    )


def _places(places: list[str]) -> str:
    most = 3
    more = (
        said(" och {places} till").format(places=len(places) - most) if len(places) > most else ""
    )
    return "; ".join(places[:most]) + more
