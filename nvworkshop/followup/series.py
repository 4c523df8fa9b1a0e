"""Indicators over time: measurements that can be compared, and where they are heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from nvworkshop.followup.areas import LEVELS
from nvworkshop.model.period_words import MONTH
from nvworkshop.model.text import fold, sort_key
from nvworkshop.model.things import Thing

FEW = 30
"""Fewer than so many behind a value: it may move by chance."""

EVERYBODY = "T"
"""The gender of a value that is of women and men together."""

TREND = 3
"""Fewest points that show a direction: two are a difference, not a trend."""

_NUMBER = re.compile(r"[-−]?\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?")
_YEAR = r"20\d\d\b"
_TIME = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?"
    rf"|\b(?:q[1-4]|kvartal [1-4]|v(?:ecka|\.)? ?\d{{1,2}})\b(?: {_YEAR})?"
    rf"|\b(?:{MONTH}|(?:vår|sommar|höst|vinter)\w*|[vh]t|år|mäts|\w*mätning|senast|sedan) {_YEAR}"
    rf"|\b{_YEAR}(?=:| \d)",
    re.IGNORECASE,
)
"""What has digits and is no value: the time of one."""

_NOT_YET = re.compile(r"\b(saknas|bestäms|tas fram|tas reda på)\b", re.IGNORECASE)
"""What is said where there is no number yet; those after it say when there will be one."""


@dataclass(frozen=True, slots=True)
class Point:
    """One measured value; `date` as ISO, `count` how many are behind it, None when not said."""

    date: str
    value: float
    count: float | None
    id: str

    @property
    def few(self) -> bool:
        """Whether so few are behind it that it may move by chance."""
        return self.count is not None and self.count < FEW


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one indicator that can be compared: one area, one source, one gender; by date."""

    indicator: str
    area: str
    level: str
    gender: str
    source: str
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point:
        """The last value; a series has at least one."""
        return self.points[-1]

    @property
    def few(self) -> bool:
        """Whether few are behind any of the values."""
        return any(one.few for one in self.points)

    @property
    def trend(self) -> int:
        """1 rising, -1 falling, 0 neither; 0 too when values are few or few are behind them."""
        if len({one.date for one in self.points}) < TREND or self.few:
            return 0
        change = self.points[-1].value - self.points[0].value
        steps = [b.value - a.value for a, b in zip(self.points, self.points[1:], strict=False)]
        same = sum(step * change > 0 for step in steps)
        return (change > 0) - (change < 0) if same * 2 > len(steps) else 0


def series_of(
    measurements: Iterable[Thing], roots: Mapping[str, str] = MappingProxyType({})
) -> dict[str, list[Series]]:
    """Return the series of each indicator, those of the widest level first.

    `roots` says of which indicator the values of another count. Of several values for the same day
    in one series the one written last counts: it corrects.
    """
    found: dict[tuple[str, ...], dict[str, Thing]] = defaultdict(dict)
    for one in sorted(measurements, key=lambda one: one.updated):
        if isinstance(one["value"], int | float) and one.text("date"):
            key = tuple(one.text(name) or _UNSAID.get(name, "") for name in _KEY)
            found[roots.get(key[0], key[0]), *key[1:]][one.text("date")] = one
    result: dict[str, list[Series]] = defaultdict(list)
    for key in sorted(found, key=_order):
        points = tuple(_point(one) for _, one in sorted(found[key].items()))
        indicator, area, level, gender, source = key
        result[indicator].append(Series(indicator, area, level, gender, source, points))
    return dict(result)


_KEY = ("indicator", "area", "area_level", "gender", "source")
_UNSAID = {"gender": EVERYBODY}
"""What a value is of when nobody has said."""


def _order(key: Sequence[str]) -> tuple[object, ...]:
    indicator, area, level, gender, source = key
    wide = LEVELS.index(level) if level in LEVELS else len(LEVELS)
    return indicator, wide, sort_key(area), gender != EVERYBODY, gender, sort_key(source)


def _point(one: Thing) -> Point:
    count = one["count"]
    known = count if isinstance(count, int | float) else None
    return Point(one.text("date"), float(one["value"]), known, one.id)


class Standing(Enum):
    """Where an indicator is on its way from baseline to target."""

    UNMEASURED = "unmeasured"
    UNKNOWN = "unknown"
    """It lacks a baseline, a target or a direction to judge by."""
    REACHED = "reached"
    ON_WAY = "on_way"
    NOT_ON_WAY = "not_on_way"


def number_in(text: object) -> float | None:
    """Return the first number in a text such as "2 910 per 100 000" or "högst 14,5 dagar".

    "saknas, tas fram av enhetschefen senast v. 5 2027" has none, and a time is no number.
    """
    said = _NOT_YET.split(text, maxsplit=1)[0] if isinstance(text, str) else ""
    found = _NUMBER.search(_TIME.sub("", said))
    if found is None:
        return None
    plain = re.sub(r"[ \u00a0\u202f]", "", found[0]).replace(",", ".").replace("−", "-")
    return float(plain)


def leading(indicator: Thing, series: Sequence[Series]) -> tuple[Series, ...]:
    """Return the series an indicator is judged by: those of the widest level, of everybody.

    There are several when several areas have measured and nobody has put them together. Of the
    same area's sources the indicator's own goes first, else the one with the latest value.
    """
    whole = [one for one in series if one.gender == EVERYBODY] or list(series)
    widest = [one for one in whole if one.level == whole[0].level]
    best: dict[str, Series] = {}
    for one in sorted(widest, key=lambda one: _weight(indicator, one)):
        best[one.area] = one
    return tuple(best.values())


def _weight(indicator: Thing, one: Series) -> tuple[bool, str]:
    return fold(one.source) == fold(indicator.text("source")), one.latest.date


def standing(indicator: Thing, series: Sequence[Series]) -> Standing:
    """Judge an indicator by the latest value of the one area at its widest level."""
    if not series:
        return Standing.UNMEASURED
    of = leading(indicator, series)
    return standing_at(indicator, of[0].latest.value if len(of) == 1 else None)


def standing_at(indicator: Thing, now: float | None) -> Standing:
    """Judge an indicator by a value; None when there are values but none to judge by."""
    target, baseline = number_in(indicator["target"]), number_in(indicator["baseline"])
    direction = direction_of(indicator)
    if now is None or target is None or not direction:
        return Standing.UNKNOWN
    if direction == "hold":
        return _held(now, target, baseline)
    sign = 1 if direction == "up" else -1
    if (now - target) * sign >= 0:
        return Standing.REACHED
    if baseline is None:
        return Standing.UNKNOWN
    return Standing.ON_WAY if (now - baseline) * sign > 0 else Standing.NOT_ON_WAY


def direction_of(indicator: Thing) -> str:
    """Return where an indicator is to go: as it says, else from its baseline to its target."""
    said = indicator.text("direction")
    if said in ("up", "down", "hold"):
        return said
    return _direction(number_in(indicator["baseline"]), number_in(indicator["target"]))


def _direction(baseline: float | None, target: float | None) -> str:
    if baseline is None or target is None or baseline == target:
        return ""
    return "up" if target > baseline else "down"


def _held(now: float, target: float, baseline: float | None) -> Standing:
    """Judge what should stay: no farther from the target than a twentieth of it, or than before."""
    slack = max(abs(target) / 20, abs(target - baseline) if baseline is not None else 0.0)
    return Standing.REACHED if abs(now - target) <= slack else Standing.NOT_ON_WAY
