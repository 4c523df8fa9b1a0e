"""What areas have together, day by day, by an indicator's rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nvworkshop.followup.adding_up import Total, add_up
from nvworkshop.followup.areas import COUNTY, LEVELS, MUNICIPALITY, PART, Areas
from nvworkshop.followup.series import EVERYBODY, Point, Series
from nvworkshop.model.things import Thing


@dataclass(frozen=True, slots=True)
class Together:
    """The totals of one source: `level` is what is added up, `within` a länsdel or "".

    `days` are (day, total), the latest first.
    """

    source: str
    level: str
    within: str
    days: tuple[tuple[str, Total], ...]


def together(
    indicator: Thing, series: Sequence[Series], areas: Areas, part: str = ""
) -> tuple[Together, ...]:
    """Return the totals of each source, of women and men together; none where nothing is added.

    `part` is the länsdel of the indicator's plan, "" for the county's. Values that are the
    county's own, or of one area of a kind alone, are not added up.
    """
    level = _level(indicator, series)
    if level not in (PART, MUNICIPALITY):
        return ()
    found: dict[str, list[Series]] = defaultdict(list)
    for one in series:
        if one.level == level and one.gender == EVERYBODY:
            found[one.source].append(one)
    within = areas.scope(part, (one.area for one in series))
    expected = areas.within(level, within)
    if len(expected) < 2:  # noqa: PLR2004 - one area is no sum
        return ()
    rule = indicator.text("aggregation")
    return tuple(
        Together(source, level, within, tuple(_days(rule, of, expected)))
        for source, of in found.items()
    )


def _level(indicator: Thing, series: Iterable[Series]) -> str:
    """Return the level that is added up: the indicator's own, else the narrowest measured."""
    measured = {one.level for one in series}
    own = indicator.text("area_level")
    if own in measured and own != COUNTY:
        return own
    return next((one for one in reversed(LEVELS) if one in measured), "")


def _days(rule: str, of: Sequence[Series], expected: Sequence[str]) -> Iterable[tuple[str, Total]]:
    by_day: dict[str, dict[str, Point]] = defaultdict(dict)
    for one in of:
        for point in one.points:
            by_day[point.date][one.area] = point
    for day in sorted(by_day, reverse=True):
        yield day, add_up(rule, by_day[day], expected)
