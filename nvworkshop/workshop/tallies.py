"""Self-ratings as tallies: how many chose each level from 1 to 5, never who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from nvworkshop.model.things import Thing

Counts = tuple[int, int, int, int, int]
NOBODY: Counts = (0, 0, 0, 0, 0)

_LEVELS = 5
_MOST = 9_999
"""Most people that a level counts: more is nonsense."""


def counts_of(rating: Thing | None) -> Counts:
    """Return how many chose each level; nobody where the log says something else."""
    said: Any = rating["tally"] if rating else None
    counts = said if isinstance(said, list) and len(said) == _LEVELS else [0] * _LEVELS
    one, two, three, four, five = (_count(value) for value in counts)
    return one, two, three, four, five


def mean_of(counts: Counts) -> float | None:
    """Return the mean level, None when nobody has rated."""
    people = sum(counts)
    return sum(n * (at + 1) for at, n in enumerate(counts)) / people if people else None


def latest_means(ratings: Iterable[Thing]) -> Mapping[str, float]:
    """Return the mean level of each shift and prerequisite as it was rated last.

    Each plan has its own last rating; those of several länsdelar are counted together.
    """
    last: dict[tuple[str, str], Thing] = {}
    for one in ratings:
        key = one.text("plan"), one.text("item")
        if sum(counts_of(one)) and (key not in last or _when(one) >= _when(last[key])):
            last[key] = one
    people: dict[str, int] = {}
    levels: dict[str, int] = {}
    for (_, item), one in last.items():
        counts = counts_of(one)
        people[item] = people.get(item, 0) + sum(counts)
        levels[item] = levels.get(item, 0) + sum(n * (at + 1) for at, n in enumerate(counts))
    return {item: levels[item] / people[item] for item in people}


def mean_words(mean: float) -> str:
    """Return "3,4 av 5"."""
    return f"{mean:.1f} av {_LEVELS}".replace(".", ",")


def _when(rating: Thing) -> tuple[str, int]:
    return rating.text("date"), rating.updated


def _count(value: Any) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return min(value, _MOST) if whole and value > 0 else 0
