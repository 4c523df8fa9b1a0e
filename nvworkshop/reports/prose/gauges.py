"""What is measured, as a document tells of it: series by series, and how each indicator stands."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.followup.judging import number_text
from nvworkshop.followup.measured import Measured
from nvworkshop.followup.series import Point
from nvworkshop.model.guarded import guard
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import label
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.figure_words import NONE, series_words, standings_of
from nvworkshop.strategy import Strategy

_FEW = 3


@dataclass(frozen=True, slots=True)
class Values:
    """Values that can be compared, oldest first: each with its day and how many are behind it."""

    name: str
    values: tuple[str, ...]

    @property
    def latest(self) -> tuple[str, ...]:
        """The last few of them, for where there is little room."""
        return self.values[-_FEW:]

    @property
    def earlier(self) -> int:
        """How many there are before the latest."""
        return len(self.values) - len(self.latest)


@dataclass(frozen=True, slots=True)
class Gauge:
    """An indicator with its values; texts are guarded.

    `began` is when the baseline was, and `now` the value it is judged by with its day and area, ""
    for none. `word` is where it stands, and `said` are the sentences that go with it.
    """

    title: str
    unit: str
    source: str
    baseline: str
    began: str
    target: str
    now: str
    word: str
    said: tuple[str, ...]
    series: tuple[Values, ...]


def gauges(data: PlanData) -> list[Gauge]:
    """Return the indicators of a plan by name."""
    there = sorted(standings_of(data).indicators, key=lambda one: sort_key(one.title))
    return [_gauge(one, data.by_id[one.id], data.strategy) for one in there]


def _gauge(one: Measured, thing: Thing, strategy: Strategy) -> Gauge:
    began = label(FIELDS["indicator"]["baseline_date"], thing["baseline_date"], strategy)
    judged = one.judged
    where = ", ".join(filter(None, (judged.date, judged.of)))
    return Gauge(
        guard(one.title or NONE),
        guard(one.unit),
        guard(thing.text("source")),
        guard(one.baseline),
        guard(began),
        guard(one.target),
        "" if judged.now is None else guard(f"{number_text(judged.now)} ({where})"),
        guard(judged.word),
        tuple(guard(said) for said in (judged.why, *judged.cautions)),
        tuple(
            Values(guard(series_words(each, strategy)), tuple(guard(_said(p)) for p in each.points))
            for each in one.series
        ),
    )


def _said(point: Point) -> str:
    behind = "" if point.count is None else f", {number_text(point.count)} bakom siffran"
    return f"{number_text(point.value)} ({point.date}{behind})"
