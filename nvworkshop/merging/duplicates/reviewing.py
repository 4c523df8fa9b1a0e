"""Pairs joined to groups that a person can review at one glance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from statistics import fmean

from nvworkshop.merging.duplicates.kinds import Suggestion


def groups(suggestions: Sequence[Suggestion]) -> list[tuple[float, tuple[str, ...]]]:
    """Join pairs to groups, best first, each with the mean score of its suggested pairs.

    Two groups become one only if at least half of the pairs across are suggestions themselves, so
    that a chain of half-likenesses does not gather unrelated rows. No row is in two groups; the
    order of the suggestions does not matter.
    """
    scores = {frozenset(found.ids): found.score for found in suggestions}
    group_of = {row: frozenset([row]) for pair in scores for row in pair}
    for pair in sorted(scores, key=lambda pair: (-scores[pair], sorted(pair))):
        one, other = (group_of[row] for row in sorted(pair))
        if one != other and _belong_together(one, other, scores):
            group_of.update(dict.fromkeys(one | other, one | other))
    found = [(_score(group, scores), tuple(sorted(group))) for group in set(group_of.values())]
    return sorted((one for one in found if len(one[1]) > 1), key=lambda one: (-one[0], one[1]))


def _belong_together(
    one: frozenset[str], other: frozenset[str], scores: dict[frozenset[str], float]
) -> bool:
    across = [frozenset(pair) in scores for pair in product(one, other)]
    return 2 * sum(across) >= len(across)


def _score(group: frozenset[str], scores: dict[frozenset[str], float]) -> float:
    inside = [scores[pair] for pair in map(frozenset, combinations(group, 2)) if pair in scores]
    return fmean(sorted(inside)) if inside else 0.0
