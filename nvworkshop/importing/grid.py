"""A sheet as cells to ask for, with the value of a merged area in all of it."""

from __future__ import annotations

from datetime import date, datetime, time

from nvworkshop.model.sheets import RawSheet, RawValue

Area = tuple[int, int, int, int]
_MOST_CELLS = 200_000
"""Most cells of merged areas that are looked after: beyond that they are decoration."""


def cell_text(raw: RawValue) -> str:
    """Return what a cell says, as a person would type it."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "Ja" if raw else "Nej"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw).replace(".", ",")
    return _time_text(raw) if isinstance(raw, date | time) else str(raw).strip()


def _time_text(raw: date | time) -> str:
    if isinstance(raw, time):
        return f"{raw:%H.%M}"
    if isinstance(raw, datetime) and raw.time() != time():
        return f"{raw:%Y-%m-%d %H.%M}"
    return f"{raw:%Y-%m-%d}"


class Grid:
    """The cells of one sheet; rows and columns from 1."""

    def __init__(self, sheet: RawSheet) -> None:
        """Look through the merged areas once."""
        self.sheet = sheet
        self.height = len(sheet.rows)
        self.width = max(map(len, sheet.rows), default=0)
        self._known: dict[int, tuple[list[int], list[int]]] = {}
        self._areas: dict[tuple[int, int], Area] = {}
        for area in sheet.merged:
            self._place(area)

    def _place(self, area: Area) -> None:
        top, left, bottom, right = area
        bottom, right = min(bottom, self.height), min(right, self.width)
        if (bottom - top + 1) * (right - left + 1) + len(self._areas) > _MOST_CELLS:
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._areas[row, column] = (top, left, bottom, right)

    def raw(self, row: int, column: int) -> RawValue:
        """Return what stands in a cell itself."""
        cells = self.sheet.rows[row - 1] if 0 < row <= self.height else ()
        return cells[column - 1] if 0 < column <= len(cells) else None

    def value(self, row: int, column: int) -> RawValue:
        """Return what a cell has: its own, or that of the area it is part of."""
        area = self._areas.get((row, column))
        return self.raw(area[0], area[1]) if area else self.raw(row, column)

    def text(self, row: int, column: int) -> str:
        """Return what a cell has, as text."""
        return cell_text(self.value(row, column))

    def area(self, row: int, column: int) -> Area:
        """Return the area of a cell: itself when it is not merged."""
        return self._areas.get((row, column), (row, column, row, column))

    def is_across(self, row: int, column: int) -> bool:
        """Tell whether a cell is part of one over several columns."""
        area = self.area(row, column)
        return area[3] > area[1]

    def filled(self, row: int) -> list[int]:
        """Return the columns that have something in a row, merged areas once."""
        return self._columns(row)[0]

    def own(self, row: int) -> list[int]:
        """Return the columns where something begins in a row: not what is carried from above."""
        return self._columns(row)[1]

    def _columns(self, row: int) -> tuple[list[int], list[int]]:
        if row not in self._known:
            filled = [
                column
                for column in range(1, self.width + 1)
                if self.area(row, column)[1] == column and self.text(row, column)
            ]
            own = [column for column in filled if self.area(row, column)[0] == row]
            self._known[row] = filled, own
        return self._known[row]
