"""The figures of a plan, and what they are called in every document."""

from __future__ import annotations

from collections.abc import Callable

from nvworkshop.followup.figures import Figures
from nvworkshop.followup.series import Series
from nvworkshop.followup.standing import Scope, Standings, standings
from nvworkshop.model.labels import choice_label
from nvworkshop.reports.data import PlanData
from nvworkshop.strategy import Strategy

FIGURES: tuple[tuple[str, Callable[[Figures], tuple[str, ...]]], ...] = (
    ("Klara eller avslutade", lambda one: one.ended),
    ("I tid", lambda one: one.in_time),
    ("Försenade", lambda one: one.late),
    ("Tiden har gått ut", lambda one: one.overdue),
    ("Ska vara klara inom ett kvartal", lambda one: one.due),
    ("Utan ansvarig", lambda one: one.unowned),
    ("Utan uppföljning det senaste halvåret", lambda one: one.untold),
)
"""Each figure's name and the rows behind it."""

NONE = "Inte angivet"
"""What a group, or an indicator, without a name is called."""


def standings_of(data: PlanData) -> Standings:
    """Return how a plan stands on the day of the report."""
    scope = Scope(principal=data.principal)
    return standings(data.plan, data.things, data.strategy, data.made.date(), scope)


def series_words(one: Series, strategy: Strategy) -> str:
    """Return what tells a series from others: its area, its gender unless all, and its source."""
    kinds = ("county_part", "municipality")
    known = (strategy.label(kind, one.area) for kind in kinds if strategy.get(kind, one.area))
    gender = choice_label("gender", one.gender, strategy) if one.gender not in ("", "T") else ""
    said = (next(known, one.area), gender, one.source)
    return ", ".join(filter(None, said)) or "Mätvärde"
