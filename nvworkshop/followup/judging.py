"""How an indicator stands, in words: where it is, why, and what to be careful with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.series import (
    TREND,
    Point,
    Series,
    Standing,
    direction_of,
    leading,
    number_in,
    standing_at,
)
from nvworkshop.followup.totals import Together, together
from nvworkshop.language import marked, said
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

WORDS = {
    Standing.REACHED: marked("Nått"),
    Standing.ON_WAY: marked("På väg"),
    Standing.NOT_ON_WAY: marked("Inte på väg"),
    Standing.UNMEASURED: marked("Saknar mätvärde"),
    Standing.UNKNOWN: marked("Går inte att bedöma"),
}
"""What each standing is called."""

MISSING = marked("saknas")
"""What stands where there is no value."""

_TRENDS = {
    1: marked("Värdena stiger."),
    -1: marked("Värdena sjunker."),
    0: marked("Värdena har ingen tydlig riktning."),
}
_DECIMALS = 2
"""Decimals of what several areas have together: more would look surer than it is."""

FEW = marked("Få bakom siffran: den kan röra sig av en slump.")


@dataclass(frozen=True, slots=True)
class Judged:
    """How an indicator stands. `now` is the value it is judged by, None when there is none.

    `of` names what the value is of ("Piteå", "hela länet"), `why` says why it is judged so, and
    `cautions` what a reader should know. `points` are the values over time that it is judged by.
    """

    standing: Standing
    now: float | None
    date: str
    of: str
    why: str
    cautions: tuple[str, ...]
    totals: tuple[Together, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def word(self) -> str:
        """What the standing is called."""
        return WORDS[self.standing]


def judge(indicator: Thing, series: Sequence[Series], areas: Areas, part: str = "") -> Judged:
    """Judge an indicator by its widest value, or by what its areas have together.

    `part` is the länsdel of the indicator's plan, "" for the county's.
    """
    if not series:
        return Judged(Standing.UNMEASURED, None, "", "", said("Ingen har mätt än."), ())
    totals = together(indicator, series, areas, part)
    of = leading(indicator, series)
    sources = _sources(of, series, areas)
    if len(of) > 1:
        return _of_several(indicator, totals, sources, areas)
    one = of[0]
    now = one.latest.value
    few = (said(FEW),) if one.latest.few else ()
    cautions = (*few, _trend(one), *sources)
    where = areas.name(one.area) if one.area else ""
    standing = standing_at(indicator, now)
    why = _why(indicator, standing, now)
    return Judged(standing, now, one.latest.date, where, why, cautions, totals, one.points)


def _of_several(
    indicator: Thing, totals: Sequence[Together], cautions: tuple[str, ...], areas: Areas
) -> Judged:
    """Judge what several areas have together on the latest day that it can be said of."""
    mine = [one for one in totals if fold(one.source) == fold(indicator.text("source"))]
    for one in mine or totals[:1]:
        where = areas.name(one.within) if one.within else said("hela länet")
        later: tuple[str, ...] = ()
        for day, total in one.days:
            if total.value is not None:
                points = tuple(_points(one))
                few = (said(FEW),) if points[-1].few else ()
                spoken = (*few, *later, *_lacking("", total.missing, areas), *cautions)
                now = round(total.value, _DECIMALS)
                standing = standing_at(indicator, now)
                why = _why(indicator, standing, now)
                return Judged(standing, now, day, where, why, spoken, tuple(totals), points)
            unsaid = _lacking(f"{day}: ", total.missing, areas) or (f"{day}: {total.why}",)
            later = later or unsaid
        day, total = one.days[0]
        spoken = (*_lacking(f"{day}: ", total.missing, areas), *cautions)
        return Judged(Standing.UNKNOWN, None, day, where, total.why, spoken, tuple(totals))
    why = said("Flera områden har mätt. Se varje område för sig.")
    return Judged(Standing.UNKNOWN, None, "", "", why, cautions, tuple(totals))


def _points(one: Together) -> Iterable[Point]:
    """Yield the totals that could be said, oldest first."""
    for day, total in reversed(one.days):
        if total.value is not None:
            yield Point(day, round(total.value, _DECIMALS), total.count, "")


def _lacking(day: str, missing: Sequence[str], areas: Areas) -> tuple[str, ...]:
    """Say which areas have no value, nothing when all have."""
    named = ", ".join(areas.name(one) for one in missing)
    return (
        (
            said("{day}saknas {named}.").format(day=day, named=named)
            if day
            else said("Saknas: {named}.").format(named=named),
        )
        if named
        else ()
    )


def _trend(one: Series) -> str:
    days = len({point.date for point in one.points})
    if days < TREND:
        values = {1: said("Ett värde"), 2: said("Två värden")}[days]
        return said("{values} säger inget om riktningen.").format(values=values)
    if one.few:
        return said("Med så få bakom siffrorna går det inte att se någon riktning.")
    return said(_TRENDS[one.trend])


def _sources(of: Sequence[Series], series: Sequence[Series], areas: Areas) -> tuple[str, ...]:
    """Say where the same area has been measured by several sources, and which one is judged."""
    found = []
    for one in of:
        others = [two for two in series if _beside(one, two)]
        if others:
            named = ", ".join(_named(two.source) for two in others)
            where = f"{areas.name(one.area)}: " if len(of) > 1 and one.area else ""
            found.append(
                said("{where}Flera källor har mätt. Här visas {shown}, bredvid {others}.").format(
                    where=where, shown=_named(one.source), others=named
                )
            )
    return tuple(found)


def _beside(one: Series, two: Series) -> bool:
    same = (one.area, one.level, one.gender) == (two.area, two.level, two.gender)
    return same and one.source != two.source


def _named(source: str) -> str:
    return f"”{source}”" if source else said("värden utan källa")


def _why(indicator: Thing, standing: Standing, now: float) -> str:
    """Return the sentence behind a standing: the value beside its baseline and target."""
    target, baseline = number_in(indicator["target"]), number_in(indicator["baseline"])
    if target is None:
        return said("Målvärdet saknas eller är inget tal.")
    if not direction_of(indicator):
        return said("Ingen har valt om värdet ska öka, minska eller ligga kvar.")
    if standing is Standing.UNKNOWN:
        return said("Utgångsvärdet saknas: {now} går inte att jämföra med hur det var.").format(
            now=number_text(now)
        )
    began = (
        "" if baseline is None else said(", från {baseline}").format(baseline=number_text(baseline))
    )
    return said("{now} mot målet {target}{began}.").format(
        now=number_text(now), target=number_text(target), began=began
    )


def after_number(unit: str) -> str:
    """Return a unit as it is said after a number: "antal per halvår" is "3 per halvår"."""
    first, _, rest = unit.partition(" ")
    return rest.strip() if first.casefold() == "antal" else unit


def number_text(value: float) -> str:
    """Return a number as it is written in Swedish: no needless decimals, a comma."""
    return f"{value:.12g}".replace(".", ",").replace("-", "−")
