"""How likely two rows are the same action: a small logistic model over seven measures."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nvworkshop.merging.duplicates.profiles import Holders, Profiles, Vector

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


def pairs(
    profiles: Profiles, progress: Progress | None = None, *, least: float = 0.0
) -> list[Pair]:
    """Return all pairs alike enough to be worth a score, and that may score at least `least`."""
    size = len(profiles.all)
    rows = []
    for place in range(size):
        rows.append(likeness(profiles, place))
        if progress is not None:
            progress(place + 1, size)
    crowds = [crowd(row) for row in rows]
    found = []
    for one, row in enumerate(rows):
        titles = _alike(profiles.all[one].title, profiles.title_holders)
        for other, alike in row.items():
            if other > one and alike >= LEAST_ALIKE:
                crowded = (crowds[one] + crowds[other]) / 2
                shift = _same_shift(profiles, one, other)
                likenesses = (alike, titles.get(other, 0.0), crowded, shift)
                if not least or _at_most(likenesses) >= least:
                    measures = (*likenesses, *_differences(profiles, one, other))
                    found.append(Pair(one, other, measures))
    return found


def pairs_of(profiles: Profiles, place: int, *, most: int) -> list[Pair]:
    """Return the pairs of one row with those most alike."""
    row = likeness(profiles, place)
    nearest = heapq.nsmallest(most, row, key=lambda other: (-row[other], other))
    titles = _alike(profiles.all[place].title, profiles.title_holders)
    own = crowd(row)
    found = []
    for other in nearest:
        crowded = (own + crowd(likeness(profiles, other))) / 2
        shift = _same_shift(profiles, place, other)
        likenesses = (row[other], titles.get(other, 0.0), crowded, shift)
        measures = (*likenesses, *_differences(profiles, place, other))
        found.append(Pair(place, other, measures))
    return found


def likeness(profiles: Profiles, place: int) -> dict[int, float]:
    """Return the cosine with every other row that shares a term with this one."""
    found = _alike(profiles.all[place].whole, profiles.holders)
    found.pop(place, None)
    return found


def _alike(vector: Vector, holders: Holders) -> dict[int, float]:
    """Return the cosine of a vector with every row that holds one of its terms."""
    found: dict[int, float] = {}
    known = found.get
    for term, weight in vector.items():
        for other, theirs in holders[term]:
            found[other] = known(other, 0.0) + weight * theirs
    return found


def crowd(row: dict[int, float]) -> float:
    """Return the mean likeness to the nearest few: in a crowd, likeness means less."""
    return sum(heapq.nlargest(CROWD, row.values())) / CROWD


def _same_shift(profiles: Profiles, one: int, other: int) -> float:
    a, b = profiles.all[one].row.shift, profiles.all[other].row.shift
    return float(bool(a) and a == b)


def _at_most(likenesses: tuple[float, ...]) -> float:
    """Return the score if nothing differs: every difference only lowers it."""
    return probability((*likenesses, 0.0, 0.0, 0.0), WEIGHTS, INTERCEPT)


def _differences(profiles: Profiles, one: int, other: int) -> Iterator[float]:
    mine, theirs = profiles.all[one], profiles.all[other]
    for facet in ("who", "about", "place"):
        a, b = mine.facets[facet], theirs.facets[facet]
        most = math.sqrt(mine.squares[facet] * theirs.squares[facet])
        yield most - _dot(a, b) if a and b else 0.0


def _dot(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[term] for term, weight in small.items() if term in large)
