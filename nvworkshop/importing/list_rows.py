"""What the rows beneath the headings are: actions, and what stands between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from nvworkshop.importing.finding import is_heading_again
from nvworkshop.importing.grid import Grid
from nvworkshop.importing.words import plain, words

_FEW = 2
"""A row of sums has a word or two, and numbers or little else."""
_LONGEST = 200
"""A longer text over all columns is prose."""


@dataclass(slots=True)
class Entry:
    """The rows of one action (several when its cell is merged), and what they stand beneath."""

    rows: list[int]
    shift: str = ""
    goal: str = ""


@dataclass(slots=True)
class Found:
    """All rows of a list, in order, and those that are no actions."""

    entries: list[Entry] = field(default_factory=list)
    untitled: list[int] = field(default_factory=list)
    sections: list[tuple[int, str, str]] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    blank: int = 0


def rows_of(
    grid: Grid,
    header: tuple[int, int],
    fields: Sequence[str],
    headings: Sequence[str],
    shift_of: Callable[[str], str],
) -> Found:
    """Go through the rows beneath the headings; `shift_of` returns the shift a text names."""
    found = Found()
    shift, goal = _shift_above(grid, header, shift_of), ""
    title = fields.index("title") + 1 if "title" in fields else 0
    last = max((row for row in range(1, grid.height + 1) if grid.own(row)), default=0)
    for row in range(header[1] + 1, last + 1):
        own = grid.own(row)
        if not own:
            found.blank += 1
        elif is_heading_again(grid, row, headings):
            found.repeated.append(row)
        elif _is_sum(grid, own, row):
            found.sums.append(row)
        elif text := _section(grid, row, title, shift_of):
            named = shift_of(text)
            shift = named or ("" if plain(text) in words().rest else shift)
            goal = text if "goal" not in fields and plain(text).split()[0] in _GOALS else goal
            found.sections.append((row, text, named))
        elif found.entries and _goes_on(grid, row, title, found.entries[-1]):
            found.entries[-1].rows.append(row)
        elif title and grid.text(row, title):
            found.entries.append(Entry([row], shift, goal))
        else:
            found.untitled.append(row)
    return found


_GOALS = ("mål", "goal", "objective")


def _shift_above(grid: Grid, header: tuple[int, int], shift_of: Callable[[str], str]) -> str:
    """Return the one shift that the list's title or the sheet's name says, or ""."""
    above = [grid.text(row, column) for row in range(1, header[0]) for column in grid.own(row)]
    named = {shift_of(text) for text in (*above, grid.sheet.name) if len(text) <= _LONGEST} - {""}
    return named.pop() if len(named) == 1 else ""


def _is_sum(grid: Grid, own: Sequence[int], row: int) -> bool:
    first = plain(grid.text(row, own[0])).split()
    numbers = sum(isinstance(grid.raw(row, column), int | float) for column in own)
    said = 0 < len(first) <= _FEW and first[0] in words().sums
    return said and (numbers > 0 or len(own) <= _FEW)


def _section(grid: Grid, row: int, title: int, shift_of: Callable[[str], str]) -> str:
    """Return the text of a row that is a heading for those beneath it, "" for another row."""
    own = grid.own(row)
    if len(own) != 1 or grid.width == 1 or len(grid.filled(row)) > 1:
        return ""
    text = " ".join(grid.text(row, own[0]).split())
    area = grid.area(row, own[0])
    across = area[3] > area[1] and area[0] == area[2]
    several = plain(text).split()
    if len(text) > _LONGEST or not several:
        return ""
    named = any(plain(text).startswith(one) for one in words().sections) and len(several) > 1
    if across or own[0] != title or shift_of(text):
        return text
    return text if named and several[1].isdecimal() else ""


def _goes_on(grid: Grid, row: int, title: int, entry: Entry) -> bool:
    """Tell whether a row is more of the action above it: their cell is one."""
    return bool(title) and grid.area(row, title)[0] in entry.rows
