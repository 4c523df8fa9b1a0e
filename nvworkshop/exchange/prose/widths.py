"""How wide the columns of a table are beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.documents import Grid, Runs, plain

_LEAST, _MOST = 6, 42
"""Fewest and most characters that count: a short column stays readable, a long one leaves room."""


def shares(grid: Grid) -> list[float]:
    """Return each column's share of the width, by the text in it; they add up to 1."""
    weights = [_weight([row[n] for row in (grid.head, *grid.rows)]) for n in range(len(grid.head))]
    return [one / sum(weights) for one in weights]


def _weight(cells: Sequence[Runs]) -> float:
    lengths = sorted(min(_MOST, len(plain(cell))) for cell in cells)
    longest_word = max((len(word) for cell in cells for word in plain(cell).split()), default=0)
    typical = lengths[int(len(lengths) * 0.8)] if lengths else 0
    return float(max(_LEAST, typical, min(longest_word + 2, 25)))
