"""Where the list is: the sheet, and the rows of its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nvworkshop.importing.grid import Grid
from nvworkshop.importing.headings import Guess, guess
from nvworkshop.importing.words import plain
from nvworkshop.model.sheets import RawSheet, RawValue

_DEEPEST = 30
"""Rows from the top where headings are looked for."""

_BETWEEN = " – "
_NOTE = re.compile(r"\([^)]*\)")
_SURE = 0.6
_LEAST, _LEAST_TITLED = 1.4, 0.8
"""What the headings of a list are worth at least together, without and with one for actions."""


def find_header(grid: Grid) -> tuple[int, int]:
    """Return the first and last row of the headings, (0, 0) when there are none to see."""
    best, score = (0, 0), 0.0
    for row in range(1, min(grid.height, _DEEPEST) + 1):
        header = whole_header(grid, row)
        worth = _worth(grid, *header)
        if worth > score + 0.01:
            best, score = header, worth
    if score < _LEAST_TITLED or (len(grid.filled(best[0])) == 1 < grid.width):
        return (0, 0)
    return best if score >= _LEAST or _has_title(grid, best) else (0, 0)


def whole_header(grid: Grid, row: int) -> tuple[int, int]:
    """Return the rows of the headings that begin at a row: one, or two that belong together."""
    goes_on = (
        row > 0 and _goes_on(grid, row) and _worth(grid, row, row + 1) > _worth(grid, row, row)
    )
    return row, row + goes_on


def _has_title(grid: Grid, header: tuple[int, int]) -> bool:
    return any(guess_heading(one).field == "title" for one in headings_of(grid, header))


def headings_of(grid: Grid, header: tuple[int, int]) -> tuple[str, ...]:
    """Return a heading for each column; one over several stands before each of theirs."""
    return tuple(_heading(grid, header, column) for column in range(1, grid.width + 1))


def heading_end(heading: str) -> str:
    """Return what a column is called itself: the lower of two headings, without its notes."""
    return _NOTE.sub("", heading.rsplit(_BETWEEN, maxsplit=1)[-1]).strip(" :?") or heading


def guess_heading(heading: str) -> Guess:
    """Return the field of a heading of one row or two: the lower one says more."""
    parts = heading.split(_BETWEEN)
    own = guess(parts[-1])
    return (
        own
        if own.sure >= _SURE or len(parts) == 1
        else max(own, guess(" ".join(parts)), key=lambda one: one.sure)
    )


def header_worth(grid: Grid) -> float:
    """Return how much like a list of actions a sheet is; 0 for one without headings."""
    header = find_header(grid)
    if header == (0, 0):
        return 0.0
    beneath = sum(bool(grid.own(row)) for row in range(header[1] + 1, min(grid.height, 200) + 1))
    return _worth(grid, *header) * (1 if beneath else 0.1) + min(beneath, 50) / 100


def best_sheet(sheets: Sequence[RawSheet]) -> RawSheet:
    """Return the sheet that most likely is the list; the first with anything if none is."""
    shown = [one for one in sheets if not one.hidden] or list(sheets)
    best = max(shown, key=lambda one: header_worth(Grid(one)))
    return best if header_worth(Grid(best)) else max(shown, key=lambda one: len(one.rows))


def is_heading_again(grid: Grid, row: int, headings: Sequence[str]) -> bool:
    """Tell whether a row says the headings once more, as after a page break."""
    own = [column for column in grid.own(row) if headings[column - 1]]
    same = [
        column
        for column in own
        if plain(grid.text(row, column)) == plain(headings[column - 1].split(_BETWEEN)[-1])
    ]
    return len(same) > 1 and 2 * len(same) > len(own)


def _heading(grid: Grid, header: tuple[int, int], column: int) -> str:
    parts = [" ".join(grid.text(row, column).split()) for row in range(header[0], header[1] + 1)]
    return _BETWEEN.join(dict.fromkeys(part for part in parts if part))


def _goes_on(grid: Grid, row: int) -> bool:
    """Tell whether the row beneath can be headings too: under merged cells, all of it words."""
    if row + 1 > grid.height:
        return False
    merged = any(
        grid.area(row, column) != (row, column, row, column) for column in grid.filled(row)
    )
    own = grid.own(row + 1)
    return merged and bool(own) and all(_is_word(grid.raw(row + 1, column)) for column in own)


def _worth(grid: Grid, first: int, last: int) -> float:
    """Return what the headings are worth together, less for those that say nothing."""
    best: dict[str, float] = {}
    strange = 0
    for heading, column in zip(
        headings_of(grid, (first, last)), range(1, grid.width + 1), strict=True
    ):
        own = grid.raw(last, grid.area(last, column)[1])
        if not heading or not (_is_word(own) or own is None):
            strange += own is not None
            continue
        found = guess_heading(heading)
        if found.field in best:
            best[f"{found.field} {column}"] = found.sure / 2
        elif found.field:
            best[found.field] = found.sure
        elif not found.sure:
            strange += 1
    wide = grid.area(first, 1)
    title = wide[3] - wide[1] + 1 == grid.width > 1  # one cell over it all is the list's title
    return 0.0 if title else sum(best.values()) - 0.15 * strange


def _is_word(raw: RawValue) -> bool:
    return isinstance(raw, str) and not raw.strip()[:1].isdigit()
