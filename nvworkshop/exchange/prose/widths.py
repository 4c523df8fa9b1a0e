"""How wide the columns of a table are beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from nvworkshop.model.documents import Grid, Runs, plain

_ROOM = 84
"""Letters that a line of a page surely has room for."""

_LEAST, _FULL = 9, 42
"""Fewest letters that a column has, and from where more of them count less and less."""

_WORD = 24
"""Most letters of a word that is kept whole, whatever it takes from other columns."""

_BOLD = 1.2
"""How much wider the letters of a heading are."""


def shares(grid: Grid) -> list[float]:
    """Return each column's share of the width; they add up to 1.

    Every column has room for its longest word; the rest is shared by how much text each has.
    """
    columns = [[row[n] for row in (grid.head, *grid.rows)] for n in range(len(grid.head))]
    least = [_least(one) for one in columns]
    more = [max(0.0, _wanted(one) - at_least) for one, at_least in zip(columns, least, strict=True)]
    left = max(0.0, _ROOM - sum(least))
    given = [left * one / sum(more) if sum(more) else 0.0 for one in more]
    widths = [sum(one) for one in zip(least, given, strict=True)]
    return [one / sum(widths) for one in widths]


def _least(cells: Sequence[Runs]) -> float:
    head = _longest(cells[0]) * _BOLD
    words = max((_longest(one) for one in cells[1:]), default=0)
    return max(_LEAST, min(max(head, words), _WORD) + 2)


def _longest(cell: Runs) -> int:
    return max(map(len, plain(cell).split()), default=0)


def _wanted(cells: Sequence[Runs]) -> float:
    """Return how wide a column wants to be: as most of its texts, and not far from the longest."""
    lengths = sorted(_counted(len(plain(cell))) for cell in cells)
    return max(lengths[int(len(lengths) * 0.8)], lengths[-1] * 0.7)


def _counted(length: int) -> float:
    more = max(0, length - _FULL)
    return min(length, _FULL) + min(2 * sqrt(more), 1.5 * _FULL)
