"""Values of several areas made one: added, weighed together, or left apart, as the rule says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nvworkshop.followup.series import Point
from nvworkshop.language import marked, said


@dataclass(frozen=True, slots=True)
class Total:
    """The value of several areas together; None where it can't be said, and `why` in a sentence.

    `missing` are the areas without a value.
    """

    value: float | None
    count: float | None = None
    missing: tuple[str, ...] = ()
    why: str = ""


def add_up(rule: str, points: Mapping[str, Point], areas: Collection[str]) -> Total:
    """Return what areas have together by an indicator's rule.

    `points` holds each area's value for the same time. A sum without every area would be too
    small, so it is not given; a weighted mean is of the areas there are, and needs their counts.
    """
    missing = tuple(one for one in areas if one not in points)
    there = [points[one] for one in areas if one in points]
    if not there:
        return Total(None, None, missing, said("Inget område har ett mätvärde."))
    if rule == "sum":
        return _sum(there, missing)
    if rule == "weighted_mean":
        return _weighted(there, missing)
    return Total(None, None, missing, said(_WHY_APART.get(rule, _NO_RULE)))


_WHY_APART = {"none": marked("Indikatorn läggs inte ihop: se varje område för sig.")}
_NO_RULE = marked("Ingen har valt hur indikatorns värden läggs ihop.")


def _sum(there: list[Point], missing: tuple[str, ...]) -> Total:
    if missing:
        return Total(
            None, None, missing, said("Summan går inte att ge: alla områden har inte mätt.")
        )
    counts = [one.count for one in there if one.count is not None]
    count = sum(counts) if len(counts) == len(there) else None
    return Total(sum(one.value for one in there), count)


def _weighted(there: list[Point], missing: tuple[str, ...]) -> Total:
    weighed = [(one.value, one.count) for one in there if one.count]
    if len(weighed) < len(there):
        return Total(
            None, None, missing, said("Värdena går inte att väga ihop: alla har inte antal bakom.")
        )
    total = sum(count for _, count in weighed)
    return Total(sum(value * count for value, count in weighed) / total, total, missing)
