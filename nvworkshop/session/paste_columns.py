"""Which field each pasted column is: by its heading, or by its place."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.text import fold, shorten
from nvworkshop.session.typed import field_called

Column = Field | str
"""A field in use, or what an unused column is called; "" for one nobody misses."""

_OURS = ("number", "plan")
"""Fields the program fills in: a new row gets a number of its own, in the plan that is open."""

_ID = "id"
_SHOWN = 60
"""Characters of a heading that nobody knows."""


def is_header(kind: Kind, line: Sequence[str]) -> bool:
    """Tell whether at least half of what stands in a row are names of fields."""
    names = [cell for cell in line if cell.strip()]
    known = [one for one in names if field_called(kind, one.strip()) or fold(one) == _ID]
    return 0 < len(names) <= 2 * len(known)


def headed_columns(kind: Kind, line: Sequence[str]) -> list[Column]:
    """Return the columns that the headings name; one named twice counts once."""
    columns: list[Column] = []
    for cell in line:
        found = field_called(kind, cell.strip())
        if found is None or found.type is FieldType.DATA or found in columns:
            columns.append("" if fold(cell) == _ID else shorten(cell, _SHOWN))
        else:
            columns.append("" if found.name in _OURS else found)
    return columns


def columns_in_order(
    kind: Kind, lines: Sequence[Sequence[str]], names: Sequence[str]
) -> list[Column]:
    """Return the columns of rows without headings; one column where several could be is titles."""
    wide = max(map(len, lines))
    if wide == 1 and len(names) != 1:
        return [kind.title_field]
    fields = [one for one in (kind.field(name) for name in names) if one]
    columns: list[Column] = []
    for one in fields:
        if one.name not in _OURS and one.type is not FieldType.DATA:
            columns.append(one)
        elif _is_numbers(lines, len(columns)) or one.name != "number":
            columns.append("")
    return columns[:wide]


def _is_numbers(lines: Sequence[Sequence[str]], place: int) -> bool:
    """Tell whether a column has whole numbers alone, so that it can be the rows' own."""
    cells = [line[place].strip() for line in lines if place < len(line)]
    return all(not cell or cell.isdecimal() for cell in cells)
