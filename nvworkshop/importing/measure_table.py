"""Where measured values stand in a sheet: a row for each, or a column for each time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nvworkshop.importing.grid import Grid
from nvworkshop.importing.headings import guess
from nvworkshop.importing.measure_cells import day_of_text, is_value
from nvworkshop.importing.words import plain, words
from nvworkshop.model.sheets import RawBook

_DEEPEST = 30
"""Rows from the top where headings are looked for."""

_LOOKED_AT = 200
"""Rows beneath the headings that show whether they have values."""

_SURE = 0.85
_MOSTLY = 0.6
"""How sure a heading of actions is, and the least part of the cells under times with values."""

_NAMED = ("kolada", "indicator", "code", "area")
"""The roles that say what a value is of."""

_LONG = ("value", "date")
"""The roles that are read where each row has one value."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A column of values of one time: its day as ISO, how it was said, and the gender or ""."""

    day: str
    said: str
    gender: str


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """A sheet of measured values: what its columns say, by number from 1.

    `header` is the last row of its headings. `title` stands above them, "" when nothing does.
    """

    grid: Grid
    header: int
    roles: Mapping[str, int]
    times: Mapping[int, TimeColumn] = field(default_factory=dict)
    title: str = ""

    @property
    def heading(self) -> Mapping[int, str]:
        """The text of each heading."""
        return {
            n: self.grid.text(self.header, n) or self.grid.text(self.header - 1, n)
            for n in range(1, self.grid.width + 1)
        }

    @property
    def unread(self) -> list[str]:
        """The headings of columns that nothing is read from, but for those that say no more."""
        roles = {role: n for role, n in self.roles.items() if not (self.times and role in _LONG)}
        read = {*roles.values(), *self.times}
        rest = [text for n, text in self.heading.items() if text and n not in read]
        return [text for text in rest if words().measured.get(_plain(text)) != "unused"]


def find_table(book: RawBook) -> MeasureTable | None:
    """Return the first table of measured values in a book, None when there is none."""
    for sheet in book.sheets:
        if not sheet.hidden:
            found = _in_sheet(Grid(sheet))
            if found is not None:
                return found
    return None


def _in_sheet(grid: Grid) -> MeasureTable | None:
    for row in range(1, min(grid.height, _DEEPEST) + 1):
        for last in (row + 1, row):
            found = _table(grid, row, last)
            if found is not None:
                return found
    return None


def _table(grid: Grid, first: int, last: int) -> MeasureTable | None:
    """Return the table with these rows of headings; two rows are a time over genders."""
    roles: dict[str, int] = {}
    times: dict[int, TimeColumn] = {}
    above = ""
    for column in range(1, grid.width + 1):
        above = grid.text(first, column) or above
        own = grid.text(last, column)
        role = words().measured.get(_plain(own)) or (
            words().measured.get(_plain(grid.text(first, column))) if not own else None
        )
        if role:
            roles.setdefault(role, column)
        elif own:
            said = own if first == last else f"{above} {own}"
            time = _time(said, needs_gender=first != last)
            if time is not None:
                times[column] = time
    title = _title(grid, first)
    table = MeasureTable(grid, last, roles, times, title)
    return table if _is_measured(table) else None


def _is_measured(table: MeasureTable) -> bool:
    if any(_is_of_actions(one) for one in table.heading.values()):
        return False
    named = any(one in table.roles for one in _NAMED)
    if set(_LONG) <= table.roles.keys():
        return named or len(table.roles) == len(table.grid.own(table.header))
    return named and bool(table.times) and _has_values(table)


def _is_of_actions(heading: str) -> bool:
    if not heading or _plain(heading) in words().measured:
        return False
    found = guess(heading)
    return found.field == "title" and found.sure >= _SURE


def _has_values(table: MeasureTable) -> bool:
    """Tell whether most of what stands beneath the times are numbers, or says that one lacks."""
    last = min(table.grid.height, table.header + _LOOKED_AT)
    cells = [
        table.grid.value(row, column)
        for row in range(table.header + 1, last + 1)
        for column in table.times
    ]
    filled = [one for one in cells if one is not None]
    values = sum(map(is_value, filled))
    return bool(filled) and values >= _MOSTLY * len(filled)


def _time(said: str, *, needs_gender: bool) -> TimeColumn | None:
    """Return the time and the gender that a heading says: "2025", "2025 Kvinnor", "2026-10"."""
    genders = words().genders
    found = [genders[plain(one)] for one in _WORD.findall(said) if plain(one) in genders]
    if len(found) > 1 or (needs_gender and not found):
        return None
    rest = _WORD.sub(lambda one: "" if plain(one[0]) in genders else one[0], said)
    text = rest.strip(" ,;:–-()")
    day = day_of_text(text) if re.search(r"\d{4}", text) else ""
    return TimeColumn(day, text, found[0] if found else "") if day else None


def _title(grid: Grid, first: int) -> str:
    """Return what stands alone in a row over the headings, the nearest first."""
    return next(_alone(grid, first - 1, -1), "")


def _alone(grid: Grid, start: int, step: int) -> Iterator[str]:
    for row in range(start, 0, step):
        filled = grid.filled(row)
        if len(filled) == 1:
            yield grid.text(row, filled[0])


def _plain(heading: str) -> str:
    return plain(heading.replace("_", " ").replace("/", " "))
