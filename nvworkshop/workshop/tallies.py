"""Self-ratings as tallies: how many chose each level from 1 to 5, never who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from nvworkshop.language import said
from nvworkshop.model.things import Thing

Counts = tuple[int, int, int, int, int]
NOBODY: Counts = (0, 0, 0, 0, 0)

_LEVELS = 5
_MOST = 9_999
"""Most people that a level counts: more is nonsense."""


def counts_of(rating: Thing | None) -> Counts:
    """Return how many chose each level; nobody where the log says something else."""
    spoken: Any = rating["tally"] if rating else None
    counts = spoken if isinstance(spoken, list) and len(spoken) == _LEVELS else [0] * _LEVELS
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
    return _means(several[-1] for several in _in_time(ratings).values())


@dataclass(frozen=True, slots=True)
class Rated:
    """The means of ratings by shift and prerequisite, and the days they were made, as ISO."""

    means: Mapping[str, float]
    days: tuple[str, ...]


def rated_before_and_now(ratings: Iterable[Thing]) -> tuple[Rated, Rated]:
    """Return the ratings before the last ones, and the last ones.

    Before has only what every plan that rates it now had also rated then: others can't be compared.
    """
    there = _in_time(ratings)
    once = {item for (_, item), several in there.items() if len(several) == 1}
    before = [several[-2] for (_, item), several in there.items() if item not in once]
    return _rated(before), _rated([several[-1] for several in there.values()])


def _rated(ratings: Sequence[Thing]) -> Rated:
    days = {one.text("date") for one in ratings} - {""}
    return Rated(_means(ratings), tuple(sorted(days)))


def _in_time(ratings: Iterable[Thing]) -> dict[tuple[str, str], list[Thing]]:
    """Return the ratings that somebody took part in, by plan and item, oldest first."""
    found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for one in sorted(ratings, key=_when):
        if sum(counts_of(one)):
            found[one.text("plan"), one.text("item")].append(one)
    return found


def _means(ratings: Iterable[Thing]) -> dict[str, float]:
    people: dict[str, int] = {}
    levels: dict[str, int] = {}
    for one in ratings:
        item, counts = one.text("item"), counts_of(one)
        people[item] = people.get(item, 0) + sum(counts)
        levels[item] = levels.get(item, 0) + sum(n * (at + 1) for at, n in enumerate(counts))
    return {item: levels[item] / people[item] for item in people}


def mean_text(mean: float) -> str:
    """Return "3,4": one decimal, and a half goes up, as people count."""
    return str(Decimal(repr(mean)).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")


def mean_words(mean: float) -> str:
    """Return "3,4 av 5"."""
    return said("{mean_text} av {levels}").format(mean_text=mean_text(mean), levels=_LEVELS)


def _when(rating: Thing) -> tuple[str, int]:
    return rating.text("date"), rating.updated


def _count(value: Any) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return min(value, _MOST) if whole and value > 0 else 0
