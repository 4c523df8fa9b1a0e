"""What a workbook or a text table from outside holds, before anyone has said what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

RawValue = str | int | float | bool | date | datetime | time | None
"""What a cell holds; a formula is its saved result, an empty cell is None, an error its text."""

NO_VALUE = "#FORMEL!"
"""What stands for a formula whose result was not saved."""

ERRORS = frozenset(
    {
        NO_VALUE, "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
        "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!",
        "#UNKNOWN!", "#PYTHON!", "#EXTERNAL!",
    }
)  # fmt: skip
"""The texts of cells that hold no value but an error; none of them is meant by anyone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: rows and columns from 1, 0 for none in particular."""

    sheet: str
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet; `rows[0]` is row 1, rows may differ in length, empty ends are cut.

    `merged` holds areas that are one cell: first row, first column, last row, last column, from 1;
    their value stands in the first cell alone.
    """

    name: str
    rows: tuple[tuple[RawValue, ...], ...]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RawBook:
    """A whole file; `marks` are the program's own custom properties, `notes` what to tell."""

    file: str
    sheets: tuple[RawSheet, ...]
    marks: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def letter(column: int) -> str:
    """Return the letters a spreadsheet has over a column, from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
