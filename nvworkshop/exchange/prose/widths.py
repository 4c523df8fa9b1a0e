"""How wide the columns of a table are beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from nvworkshop.model.documents import Grid, Runs, plain

_LEAST, _FULL = 9, 42
"""Fewest characters that count, and from where more of them count less and less: a short column
stays readable, a long one leaves room."""

_BOLD = 1.2
"""How much wider the letters of a heading are."""


def shares(grid: Grid) -> list[float]:
    """Return each column's share of the width, by the text in it; they add up to 1."""
    weights = [_weight([row[n] for row in (grid.head, *grid.rows)]) for n in range(len(grid.head))]
    return [one / sum(weights) for one in weights]


def _weight(cells: Sequence[Runs]) -> float:
    """Return how wide a column wants to be: as most of its texts, no less than its words."""
    lengths = sorted(_counted(len(plain(cell))) for cell in cells)
    typical = lengths[int(len(lengths) * 0.8)]
    head = max(map(len, plain(cells[0]).split()), default=0) * _BOLD
    words = max((len(word) for cell in cells[1:] for word in plain(cell).split()), default=0)
    return max(_LEAST, typical, lengths[-1] * 0.7, min(max(head, words) + 2, 25))


def _counted(length: int) -> float:
    more = max(0, length - _FULL)
    return min(length, _FULL) + min(2 * sqrt(more), 1.5 * _FULL)
