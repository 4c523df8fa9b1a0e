"""Indicators as they stand in the whole plan, in a länsdel or for a huvudman."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import Judged, judge
from nvworkshop.followup.series import Point, Series, Standing, series_of
from nvworkshop.followup.sharing import roots
from nvworkshop.model.things import Thing


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with its series, and how it is judged; texts as written."""

    id: str
    title: str
    unit: str
    baseline: str
    target: str
    series: tuple[Series, ...]
    judged: Judged

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return self.judged.standing

    @property
    def points(self) -> tuple[Point, ...]:
        """The values it is judged by, the oldest first."""
        return self.judged.points


def measured(
    indicators: Sequence[Thing],
    measurements: Iterable[Thing],
    where: Mapping[str, str],
    areas: Areas,
    *,
    part: str = "",
    within: Collection[str] | None = None,
    named: Collection[str] = (),
) -> tuple[Measured, ...]:
    """Return the indicators that count by themselves, as they stand.

    `where` is the länsdel of each plan. With `within` only those are returned that have values of
    these areas, are of the länsdel `part`, or are `named` by an action; they are judged by the
    values of the areas where there are any, added up within `part`.
    """
    root = roots(indicators)
    series = series_of(measurements, root)
    asked = {root.get(one, one) for one in named}
    asked |= {root[one.id] for one in indicators if part and _part(one, where) == part}
    found: list[Measured] = []
    for one in indicators:
        every = series.get(one.id, [])
        here = every if within is None else [each for each in every if _in(each, areas, within)]
        if root[one.id] == one.id and (within is None or here or one.id in asked):
            twins = any(two != one.id and root[two] == one.id for two in root)
            home = "" if twins else _part(one, where)
            found.append(_measured(one, here or every, areas, part if part and here else home))
    return tuple(found)


def _part(one: Thing, where: Mapping[str, str]) -> str:
    return where.get(one.text("plan"), "")


def _in(one: Series, areas: Areas, within: Collection[str]) -> bool:
    found = areas.find(one.area)
    return found is not None and found.id in within


def _measured(one: Thing, series: Sequence[Series], areas: Areas, part: str) -> Measured:
    title, unit, baseline, target = map(one.text, ("title", "unit", "baseline", "target"))
    judged = judge(one, series, areas, part)
    return Measured(one.id, title, unit, baseline, target, tuple(series), judged)
