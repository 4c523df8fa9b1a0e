"""How likely two rows are the same action: a small logistic model over seven measures."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nvworkshop.merging.duplicates.profiles import Profile, Profiles, Vector

# Learnt with tests/benchmarks/duplicates.py --learn; a measure is named in `measures`.
INTERCEPT = -6.53
WEIGHTS = (6.84, 5.55, -2.53, 0.90, -5.81, -1.87, -8.84)
DECISION = 0.32  # a pair at or above this score is suggested

MEASURES = ("alike", "titles", "crowd", "shift", "other_who", "other_about", "other_place")
LEAST_ALIKE = 0.05  # pairs less alike than this are never suggested, so they are not scored
CROWD = 5

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Pair:
    """Two rows by their places, with the measures the score is made of."""

    one: int
    other: int
    measures: tuple[float, ...]

    @property
    def score(self) -> float:
        """Probability between 0 and 1."""
        return probability(self.measures, WEIGHTS, INTERCEPT)


def probability(measures: tuple[float, ...], weights: tuple[float, ...], intercept: float) -> float:
    """Return the logistic of the weighted sum."""
    total = intercept + sum(w * m for w, m in zip(weights, measures, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


def pairs(profiles: Profiles, progress: Progress | None = None) -> list[Pair]:
    """Return all pairs that are alike enough to be worth a score."""
    size = len(profiles.all)
    rows = []
    for place in range(size):
        rows.append(likeness(profiles, place))
        if progress is not None:
            progress(place + 1, size)
    crowds = [crowd(row) for row in rows]
    return [
        Pair(one, other, _measure(profiles, one, other, alike, (crowds[one] + crowds[other]) / 2))
        for one, row in enumerate(rows)
        for other, alike in row.items()
        if other > one and alike >= LEAST_ALIKE
    ]


def pairs_of(profiles: Profiles, place: int, *, most: int) -> list[Pair]:
    """Return the pairs of one row with those most alike."""
    row = likeness(profiles, place)
    nearest = heapq.nsmallest(most, row, key=lambda other: (-row[other], other))
    own = crowd(row)
    return [
        Pair(place, other, _measure(profiles, place, other, row[other], (own + there) / 2))
        for other, there in ((near, crowd(likeness(profiles, near))) for near in nearest)
    ]


def likeness(profiles: Profiles, place: int) -> dict[int, float]:
    """Return the cosine with every other row that shares a term with this one."""
    found: dict[int, float] = {}
    all_rows = profiles.all
    for term, weight in all_rows[place].whole.items():
        for other in profiles.holders[term]:
            found[other] = found.get(other, 0.0) + weight * all_rows[other].whole[term]
    found.pop(place, None)
    return found


def crowd(row: dict[int, float]) -> float:
    """Return the mean likeness to the nearest few: in a crowd, likeness means less."""
    return sum(heapq.nlargest(CROWD, row.values())) / CROWD


def _measure(
    profiles: Profiles, one: int, other: int, alike: float, crowded: float
) -> tuple[float, ...]:
    a, b = profiles.all[one], profiles.all[other]
    same_shift = float(bool(a.row.shift) and a.row.shift == b.row.shift)
    return (alike, _dot(a.title, b.title), crowded, same_shift, *_differences(a, b))


def _differences(one: Profile, other: Profile) -> Iterator[float]:
    for facet in ("who", "about", "place"):
        a, b = one.facets[facet], other.facets[facet]
        yield math.sqrt(_dot(a, a) * _dot(b, b)) - _dot(a, b) if a and b else 0.0


def _dot(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[term] for term, weight in small.items() if term in large)
