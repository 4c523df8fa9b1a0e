"""Plain tables: what a report says, before any file format."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

Value = str | int | float | date | None
"""What a cell holds."""

NAME_LENGTH = 31
"""Most UTF-16 code units in the name of an Excel sheet."""

STATUS_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "not_started": "○",
        "ongoing": "◐",
        "delayed": "●",
        "paused": "◌",
        "done": "✓",
        "tried": "■",
    }
)
"""The sign before each status: a shape that shows also without colour."""

WARNING = "▲"
"""The sign before what somebody needs to look at."""

_ILLEGAL = re.compile(r"[\[\]:*?/\\]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class ColumnKind(Enum):
    """What a column holds. SAID is short text that no program may take for a date or a number.

    ID and MARK are for the program and hidden from people.
    """

    TEXT = "text"
    SAID = "said"
    NUMBER = "number"
    DATE = "date"
    ID = "id"
    MARK = "mark"


class Tone(Enum):
    """How a cell or row looks; what it means stands in words in the same row."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    MISSING = "missing"
    OVERDUE = "overdue"
    CONFLICT = "conflict"
    SHIFT_1 = "shift_1"
    SHIFT_2 = "shift_2"
    SHIFT_3 = "shift_3"
    SHIFT_4 = "shift_4"


class Role(Enum):
    """What a table is for; shown as the colour of its tab."""

    ABOUT = "about"
    PLAN = "plan"
    PART = "part"
    OVERVIEW = "overview"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in characters. A `detail` is for the screen and stays out of print.

    `choices` are the texts to choose among, `help` tells what to write, and a `needed` cell that is
    empty is marked. A day of a `late` column is marked when it has passed, unless the row's column
    with `ended` texts has one of them.
    """

    label: str
    width: int = 12
    kind: ColumnKind = ColumnKind.TEXT
    detail: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""
    needed: bool = False
    late: bool = False
    ended: tuple[str, ...] = ()

    @property
    def hidden(self) -> bool:
        """Tell whether the column is for the program alone."""
        return self.kind in (ColumnKind.ID, ColumnKind.MARK)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `tones` by column index go before the row's own `tone`."""

    cells: tuple[Value, ...]
    tones: Mapping[int, Tone] = field(default_factory=dict)
    tone: Tone = Tone.PLAIN

    def tone_of(self, column: int) -> Tone:
        """Return how one cell looks."""
        return self.tones.get(column, self.tone)


class ChartKind(Enum):
    """How a chart shows its strands: as parts of bars, or as lines over days."""

    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Strand:
    """One name in a chart's legend: columns with what its values are of and with its values.

    `first` and `last` are rows of the table from 0; `look` is the id of a status, "" for none.
    """

    name: str
    labels: int
    values: int
    first: int
    last: int
    look: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of cells in its own table; `across` and `up` are the titles of its axes."""

    kind: ChartKind
    title: str
    across: str
    up: str
    strands: tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a sheet. `notes` are sentences above it; the first `kept` columns stay in view.

    One that `asks` is there to be filled in, and tells in every cell what to write; `asked` are
    questions above the rows, each with a cell beside it for the answer.

    `name` is a legal sheet name: make it with `sheet_name`. Raises ValueError for another, and for
    a row with more or fewer cells than there are columns.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    role: Role = Role.OVERVIEW
    kept: int = 0
    asks: bool = False
    asked: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no sheet can be."""
        if sheet_name(self.name) != self.name:
            raise ValueError(f"{self.name!r} is no sheet name")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of {self.name} has the wrong number of cells")


@dataclass(frozen=True, slots=True)
class Book:
    """All tables of one document and what stands in its headers.

    `actions` are the ids that the tables' id columns must hold between them; `made` is aware.
    `marks` are what the program wants to know when the document comes back, unseen by people.
    """

    title: str
    tables: tuple[Table, ...]
    made: datetime
    state: str = ""
    version: str = ""
    county_part: str = ""
    reference: str = ""
    actions: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)


def sheet_name(wanted: str, taken: Collection[str] = ()) -> str:
    """Return the nearest name an Excel sheet can have that is not among `taken`, in any case."""
    legal = _ILLEGAL.sub("-", _UNPRINTABLE.sub("", wanted)).strip(" '")
    if legal.casefold() in ("", "history"):
        legal = f"Blad {legal}".strip()
    used = {name.casefold() for name in taken}
    name, number = _cut(legal, NAME_LENGTH), 1
    while name.casefold() in used:
        number += 1
        end = f" ({number})"
        name = _cut(legal, NAME_LENGTH - len(end)) + end
    return name


def _cut(text: str, most: int) -> str:
    """Cut to at most `most` UTF-16 code units, never inside a character."""
    while len(text.encode("utf-16-le")) // 2 > most:
        text = text[:-1]
    return text.rstrip(" '")
