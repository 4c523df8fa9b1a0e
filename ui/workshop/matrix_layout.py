"""Where the matrix has its cells, and where the points of each stand so that all are seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.workshop.matrix_model import CELLS, Placed

_APART = 2.2
"""Radii between the middles of points that stand side by side."""

Cell = tuple[int, int]
"""Effect and effort, 1–5."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point stands, and how large it is."""

    middle: QPointF
    radius: float

    @property
    def rect(self) -> QRectF:
        """The square around it."""
        side = 2 * self.radius
        return QRectF(self.middle.x() - self.radius, self.middle.y() - self.radius, side, side)


@dataclass(frozen=True, slots=True)
class Frame:
    """The fields, and the five by five cells between the names that stand in them."""

    fields: QRectF
    cells: QRectF

    def cell(self, effect: int, effort: int) -> QRectF:
        """Return the place of a cell."""
        wide, high = self.cells.width() / CELLS, self.cells.height() / CELLS
        left = self.cells.left() + (effort - 1) * wide
        return QRectF(left, self.cells.bottom() - effect * high, wide, high)

    def cell_at(self, place: QPointF) -> Cell | None:
        """Return the cell at a place; the names' rows belong to the cells beside them."""
        if not self.fields.contains(place):
            return None
        x = (place.x() - self.cells.left()) / self.cells.width()
        y = (self.cells.bottom() - place.y()) / self.cells.height()
        effort, effect = int(x * CELLS) + 1, int(y * CELLS) + 1
        return min(CELLS, max(1, effect)), min(CELLS, max(1, effort))


def frame(size: QSizeF, edge: float, name: float) -> Frame:
    """Return the frame in a room; `edge` has the axes' words, `name` those of the fields."""
    fields = QRectF(edge, 1, max(1.0, size.width() - edge - 1), max(1.0, size.height() - edge - 1))
    high = name if fields.height() > 6 * name else 0.0  # else the names stand behind the points
    return Frame(fields, fields.adjusted(0, high, 0, -high))


def spots(points: Sequence[Placed], within: Frame, largest: float, least: float) -> list[Spot]:
    """Return where each point stands; those of one cell stand side by side, in rows.

    They grow smaller the more they are, down to `least`; then they stand closer than they are wide.
    """
    together: dict[Cell, list[int]] = defaultdict(list)
    for n, one in enumerate(points):
        together[one.cell].append(n)
    found: dict[int, Spot] = {}
    for cell, members in together.items():
        spread = _spread(within.cell(*cell), len(members), largest, least)
        found.update(zip(members, spread, strict=True))
    return [found[n] for n in range(len(points))]


def _spread(cell: QRectF, count: int, largest: float, least: float) -> list[Spot]:
    def better(columns: int) -> tuple[float, int, int]:
        rows = ceil(count / columns)
        return min(largest, _room(cell, columns, rows)), -abs(columns - rows), columns

    columns = max(range(1, count + 1), key=better)
    rows = ceil(count / columns)
    radius = max(least, min(largest, _room(cell, columns, rows)))
    across = _apart(cell.width(), columns, radius)
    down = _apart(cell.height(), rows, radius)
    middle, found = cell.center(), []
    for n in range(count):
        row, column = divmod(n, columns)
        in_row = min(columns, count - row * columns)
        x = middle.x() + (column - (in_row - 1) / 2) * across
        y = middle.y() + (row - (rows - 1) / 2) * down
        found.append(Spot(QPointF(x, y), radius))
    return found


def _room(cell: QRectF, columns: int, rows: int) -> float:
    """Return the radius of points in so many columns and rows."""
    return min(cell.width() / columns, cell.height() / rows) / _APART


def _apart(room: float, count: int, radius: float) -> float:
    """Return how far apart so many stand, at most so that all are inside."""
    most = (room - 2 * radius) / (count - 1) if count > 1 else 0.0
    return min(_APART * radius, max(0.0, most))
