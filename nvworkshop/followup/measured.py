"""The indicators of a scope: the values each is judged by, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import Judged, judge
from nvworkshop.followup.scope import WHOLE, Scope, areas_of, part_of
from nvworkshop.followup.series import Point, Series, Standing, series_of
from nvworkshop.followup.sharing import roots
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with its series in the scope, and how it stands; texts as written."""

    id: str
    title: str
    unit: str
    baseline: str
    target: str
    judged: Judged
    series: tuple[Series, ...]

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return self.judged.standing

    @property
    def points(self) -> tuple[Point, ...]:
        """The values over time that it is judged by."""
        return self.judged.points


def measured_in(
    things: Mapping[str, Sequence[Thing]],
    where: Mapping[str, str],
    scope: Scope,
    strategy: Strategy,
    rows: set[str],
) -> tuple[Measured, ...]:
    """Return the indicators of a scope; those that are the same as another stand with it."""
    indicators = things.get("indicator", ())
    same = roots(indicators)
    shared = {root for one, root in same.items() if root != one}
    series = series_of(things.get("measurement", ()), same)
    actions = things.get("action", ())
    named = {same.get(one.text("indicator_ref")) for one in actions if one.id in rows}
    areas = areas_of(scope, strategy)
    found: list[Measured] = []
    for one in indicators:
        every = series.get(one.id, [])
        here = [each for each in every if each.area in areas] or every
        own = bool(scope.part) and part_of(one, where) == scope.part
        near = own or one.id in named or any(each.area in areas for each in every)
        if same[one.id] == one.id and (scope == WHOLE or near):
            part = "" if one.id in shared else part_of(one, where)
            judged = judge(one, here, Areas(strategy), part)
            found.append(_one_measured(one, judged, tuple(here)))
    return tuple(found)


def _one_measured(one: Thing, judged: Judged, series: tuple[Series, ...]) -> Measured:
    return Measured(
        one.id,
        one.text("title"),
        one.text("unit"),
        one.text("baseline"),
        one.text("target"),
        judged,
        series,
    )
