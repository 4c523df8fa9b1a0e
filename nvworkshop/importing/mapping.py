"""How a list is proposed to be read: what each of its columns is."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nvworkshop.importing.finding import (
    best_sheet,
    find_header,
    guess_heading,
    headings_of,
    whole_header,
)
from nvworkshop.importing.grid import Grid
from nvworkshop.importing.headings import OURS, Guess
from nvworkshop.importing.naming import Options
from nvworkshop.importing.splitting import is_list, lines_of
from nvworkshop.importing.words import plain
from nvworkshop.language import said
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import ACTION
from nvworkshop.model.labels import Catalogue
from nvworkshop.model.layouts import SEEK, Column, Layout, Look
from nvworkshop.model.sheets import RawBook, RawSheet, letter
from nvworkshop.model.text import shorten

_SAMPLES = 3
_SHOWN = 80
_TOP = 30
"""Cells of a column, characters of a cell, and rows from the top, that a person is shown."""

_LOOKED_AT = 400
"""Rows that tell what a column is."""

_HALF = 0.5
_IS_SHARE = re.compile(r"\d{1,3}(,\d+)?\s*%|0|1|0,\d+")
"""How much is done, in percent or from 0 to 1."""

_JOINED = "comment"


def look(book: RawBook, catalogue: Catalogue, layout: Layout | None = None) -> Look:
    """Return how a book is proposed to be read, or what the choices in `layout` come to.

    A layout without fields says only the sheet and the rows of the headings: its columns are
    guessed anew.
    """
    sheets = [one for one in book.sheets if any(map(any, one.rows))]
    named = [one for one in sheets if layout and one.name == layout.sheet]
    sheet = (named or [best_sheet(sheets or book.sheets or (RawSheet("", ()),))])[0]
    grid = Grid(sheet)
    header = _header(grid, layout if named else None)
    headings = headings_of(grid, header)
    guesses = _guesses(grid, header, headings, catalogue)
    chosen = layout.fields if layout and len(layout.fields) == grid.width and named else ()
    if chosen:
        guesses = [_as_chosen(one, field) for one, field in zip(guesses, chosen, strict=True)]
    made = Layout(sheet.name, header, tuple(one.field for one in guesses))
    if layout is not None:
        made = replace(made, split=layout.split)
    return _told(grid, made, guesses, tuple(one.name for one in sheets))


def _header(grid: Grid, layout: Layout | None) -> tuple[int, int]:
    """Return the rows of the headings: those that were chosen, or found."""
    if layout is None or layout.header == SEEK or layout.header[0] > grid.height:
        return find_header(grid)
    return layout.header if layout.fields else whole_header(grid, layout.header[0])


def fingerprint(headings: Sequence[str]) -> str:
    """Return what lists made from the same template have in common: their headings."""
    spoken = "\n".join(map(plain, headings))
    return hashlib.blake2b(spoken.encode(), digest_size=16).hexdigest()


def column_title(heading: str, number: int) -> str:
    """Return what a column is called for people: its heading, else its letter."""
    return heading or said("Kolumn {letter}").format(letter=letter(number))


def _as_chosen(one: Guess, field: str) -> Guess:
    return one if one.field == field else Guess(field, 1.0)


def _told(grid: Grid, layout: Layout, guesses: Sequence[Guess], sheets: tuple[str, ...]) -> Look:
    first = layout.header[1] + 1
    headings = headings_of(grid, layout.header)
    columns = tuple(
        Column(number, heading, one.field, one.sure, _samples(grid, first, number))
        for number, (heading, one) in enumerate(zip(headings, guesses, strict=True), start=1)
    )
    titles = [number for number, name in enumerate(layout.fields, 1) if name == "title"]
    texts = [grid.text(row, titles[0]) for row in range(first, grid.height + 1)] if titles else []
    return Look(
        layout,
        columns,
        sheets,
        rows=sum(bool(grid.own(row)) for row in range(first, grid.height + 1)),
        top=tuple(_shown_row(grid, row) for row in range(1, min(grid.height, _TOP) + 1)),
        lists=sum(map(is_list, texts)),
        lines=sum(len(lines_of(one)) > 1 for one in texts),
    )


def _shown_row(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(shorten(grid.text(row, column), _SHOWN) for column in range(1, grid.width + 1))


def _samples(grid: Grid, first: int, column: int) -> tuple[str, ...]:
    texts = dict.fromkeys(shorten(text, _SHOWN) for text in _cells(grid, first, column))
    return tuple(texts)[:_SAMPLES]


def _guesses(
    grid: Grid, header: tuple[int, int], headings: Sequence[str], catalogue: Catalogue
) -> list[Guess]:
    cells = [_cells(grid, header[1] + 1, column) for column in range(1, grid.width + 1)]
    options = Options(catalogue)
    found = [
        _by_content(guess_heading(heading), texts, options)
        for heading, texts in zip(headings, cells, strict=True)
    ]
    _one_title(found, cells)
    _no_twins(found)
    return found


def _cells(grid: Grid, first: int, column: int) -> list[str]:
    """Return what stands in a column, but what stands over several."""
    rows = range(first, min(grid.height, first + _LOOKED_AT) + 1)
    return [
        text for row in rows if (text := grid.text(row, column)) and not grid.is_across(row, column)
    ]


def _by_content(one: Guess, texts: Sequence[str], options: Options) -> Guess:
    """Let what stands in the cells say what the heading leaves open."""
    match one.field if texts else "":
        case "description" if _share(texts, "shift", options) > _HALF:
            return Guess("shift", one.sure)
        case "shift" if _share(texts, "shift", options) == 0:
            return Guess("description", one.sure / 2)
        case "title" if all(text.isdecimal() for text in texts):
            return Guess("", one.sure / 2)
        case "start" | "end" if all(map(_IS_SHARE.fullmatch, texts)):
            return Guess("status", one.sure / 2)
        case "municipalities" if _share(texts, "municipality", options) == 0:
            return Guess("principal", one.sure / 2)
    return one


def _share(texts: Sequence[str], category: str, options: Options) -> float:
    return sum(bool(options.one(category, text)) for text in texts) / len(texts)


def _one_title(found: list[Guess], cells: Sequence[Sequence[str]]) -> None:
    """See to that one column is the action: of several the one that says most different things."""
    titles = [place for place, one in enumerate(found) if one.field == "title"]
    if not titles:
        texts = [
            place
            for place, one in enumerate(found)
            if one.field in ("", "goal", "description", "milestones") and _is_prose(cells[place])
        ]
        if texts:
            best = max(texts, key=lambda place: (_different(cells[place]), -place))
            found[best] = Guess("title", 0.3)
        return
    best = max(titles, key=lambda place: (_different(cells[place]), found[place].sure, -place))
    for place in titles:
        if place != best:
            found[place] = Guess("description", found[place].sure * 0.7)


def _is_prose(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(map(len, texts)) / len(texts) > 8  # noqa: PLR2004 - a word or so


def _different(texts: Sequence[str]) -> int:
    return len(Counter(texts))


def _no_twins(found: list[Guess]) -> None:
    """Let a field that holds one thing have one column; the rest is told in the comment."""
    taken: dict[str, int] = {}
    for place in sorted(range(len(found)), key=lambda place: (-found[place].sure, place)):
        one = found[place]
        field = ACTION.field(one.field)
        if field is None or can_join(field):
            continue
        if one.field in taken:
            other = "start" if one.field == "end" and "start" not in taken else ""
            found[place] = Guess(other or _JOINED, one.sure / 2)
        taken[found[place].field] = place


def can_join(field: Field) -> bool:
    """Tell whether several columns can be one field: texts, and lists."""
    return (
        field.type is FieldType.LONG or field.many or field.name in ("function", "principal")
    ) and (field.name not in OURS)
