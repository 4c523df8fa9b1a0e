"""How somebody's own list of actions is read: where its headings stand and what each column is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Split(Enum):
    """When one cell is several actions."""

    NEVER = "never"
    LISTS = "lists"
    """A cell that is a numbered list or one with points: nobody writes one action so."""
    LINES = "lines"
    """Every line of a cell."""


NONE, SEEK = (0, 0), (-1, -1)
"""Instead of rows of headings: there are none; they are to be looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices a person can change: all that is needed to read the list.

    `header` is the first and the last row of the headings, from 1, or `NONE` or `SEEK`. `fields`
    has the name of a field for each column, "" for one not used; a field named twice is joined.
    """

    sheet: str
    header: tuple[int, int]
    fields: tuple[str, ...]
    split: Split = Split.LISTS


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is looked at before anything is read; `sure` is from 0 to 1."""

    number: int
    heading: str
    field: str
    sure: float
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A list before it is read: what was found and how it is proposed to be read.

    `sheets` are the names of those that have anything; `known` when headings like these were read
    before; `rows` how many there are beneath the headings, and `lists` how many cells are several.
    """

    layout: Layout
    columns: tuple[Column, ...]
    sheets: tuple[str, ...]
    rows: int
    top: tuple[tuple[str, ...], ...] = ()
    known: bool = False
    lists: int = 0
    lines: int = 0
