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

_LOSS = 1.5
"""Characters lost at the end of a line, where a word didn't fit."""

_BOLD = 1.08
_NARROW = 1.0


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
        self._widths = [
            column.width if column.kind is ColumnKind.TEXT else 0 for column in table.columns
        ]

    def set(self, number: int, values: Sequence[Value], row: Row) -> None:
        """Set the height of row `number` to what its longest cell needs."""
        bold = _BOLD if row.tone is Tone.STRONG else _NARROW
        most = 1
        for value, width in zip(values, self._widths, strict=True):
            if width and type(value) is str and len(value) * bold > width - 1:
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
    room = max(width - _LOSS, 1.0)
    if "\n" not in text:
        return 1 if len(text) <= width else ceil(len(text) / room)
    return sum(max(1, ceil(len(part) / room)) for part in text.split("\n"))
