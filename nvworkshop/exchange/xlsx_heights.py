"""Row heights by estimate: not every program works out the height of wrapped text on its own."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl.worksheet.dimensions import RowDimension

from nvworkshop.model.tables import ColumnKind, Row, Table, Tone, Value

LINE = 15.0
"""Points of one line."""

TALLEST = 409.0
"""Points of the tallest row Excel can show."""

_WRAPPED = (ColumnKind.TEXT, ColumnKind.SAID)
_FILL = 1.12
"""Characters of running text in the width of one digit."""

_LOSS = 3.5
"""Characters lost at the end of a line, where a word didn't fit."""

_BOLD = 1.08
"""How much wider bold letters are."""

_NARROW = 30
"""Characters of a line, or lines of a cell, up to which words are counted one by one."""


class _Estimated(RowDimension):  # type: ignore[misc, unused-ignore]
    """A height that Excel may work out again when somebody edits the row."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 (openpyxl's name)
        """Tell that nobody chose the height."""
        return False


class Heights:
    """The heights of one table's rows."""

    def __init__(self, sheet: Any, table: Table) -> None:
        """Take the sheet whose rows are about to be written."""
        self._sheet = sheet
        self._widths = [column.width if column.kind in _WRAPPED else 0 for column in table.columns]

    def set(self, number: int, values: Sequence[Value], row: Row) -> None:
        """Set the height of row `number` to what its longest cell needs."""
        bold = _BOLD if row.tone is Tone.STRONG else 1.0
        most = 1
        for value, width in zip(values, self._widths, strict=True):
            if width and type(value) is str and len(value) * bold > width:
                most = max(most, lines(value, width / bold))
            elif type(value) is str and "\n" in value:
                most = max(most, value.count("\n") + 1)
        self._put(number, most)

    def set_header(self, number: int, table: Table) -> None:
        """Set the height of the header row: no label is cut."""
        needed = (lines(one.label, one.width / _BOLD) for one in table.columns[1:])
        self._put(number, max(needed, default=1))

    def _put(self, number: int, count: int) -> None:
        if count > 1:
            height = min(count * LINE, TALLEST)
            self._sheet.row_dimensions[number] = _Estimated(self._sheet, index=number, ht=height)


def lines(text: str, width: float) -> int:
    """Return about how many lines a text takes in a column of `width` characters."""
    full = width * _FILL
    parts = text.split("\n") if "\n" in text else [text]
    return sum(1 if len(part) <= full else _wrapped(part, full) for part in parts)


def _wrapped(part: str, full: float) -> int:
    """Count by words in a narrow column, where each matters, else by characters."""
    if full > _NARROW or len(part) > _NARROW * full:
        return ceil(len(part) / max(full - _LOSS, 1.0))
    count, used = 1, 0.0
    for word in part.split(" "):
        if used and used + 1 + len(word) > full:
            count, used = count + 1, 0.0
        used += len(word) + (1 if used else 0)
        if used > full:  # a word longer than the line is broken
            count += ceil(used / full) - 1
            used = used % full
    return count
