"""The pictures a template can place: each is a sign, drawn when the document is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from nvworkshop.followup.measured import Measured
from nvworkshop.followup.series import number_in
from nvworkshop.followup.standing import PART, PRINCIPAL, SHIFT, Standings
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.rules import ENDED
from nvworkshop.reports.figure_words import NONE, series_words, standings_of
from nvworkshop.reports.pictures import (
    Bar,
    Picture,
    coverage_map,
    indicator_lines,
    rating_steps,
    status_bars,
    timeline,
)
from nvworkshop.reports.prose.covered import map_of
from nvworkshop.workshop.tallies import rated_before_and_now

if TYPE_CHECKING:
    from nvworkshop.reports.prose.album import Album
    from nvworkshop.reports.prose.told import Told

TALLEST = 25
"""Most actions on one timeline: it has room on a page."""

MOST_LINES = 12
"""Most indicators that are drawn; every value is in the report's table."""


class Pictured:
    """Pictures of a plan; each is "" when there is nothing to show.

    A picture stands in a paragraph of its own.
    """

    def __init__(self, told: Told, album: Album) -> None:
        """Draw a plan, in the album."""
        self._told = told
        self._album = album

    @cached_property
    def _stands(self) -> Standings:
        return standings_of(self._told.data)

    @property
    def by_shift(self) -> str:
        """How many actions of each shift have each status."""
        return self._bars(SHIFT, "Status per riktning")

    @property
    def by_part(self) -> str:
        """How many actions of each länsdel have each status; in the county's plan alone."""
        is_county = self._told.is_overall
        return self._bars(PART, "Status per länsdel") if is_county else ""

    @property
    def by_principal(self) -> str:
        """How many actions of each huvudman have each status."""
        return self._bars(PRINCIPAL, "Status per ansvarig huvudman")

    def _bars(self, by: str, title: str) -> str:
        groups = self._stands.groups[by]
        counted = [
            (one.label or NONE, {status: len(ids) for status, ids in one.figures.parts.items()})
            for one in groups
        ]
        told = self._of_whom(title)
        return self._album.put(by, lambda: status_bars(told, counted) if counted else None)

    def _of_whom(self, title: str) -> str:
        """Say in the county's plan that the länsdelar's own actions are counted, each by itself."""
        if not self._told.is_overall:
            return title
        return f"{title}, länsdelarnas {len(self._told.data.actions)} åtgärder var för sig"

    @property
    def coverage(self) -> str:
        """How many actions each shift has on each prerequisite, and the white spots."""
        covered = map_of(self._told.data)
        title = self._of_whom("Åtgärder per riktning och förutsättning")
        return self._album.put(
            "coverage",
            lambda: coverage_map(title, "Förutsättning", covered) if covered.cells else None,
        )

    @property
    def timelines(self) -> list[str]:
        """When actions begin and end: all in one, or one for each shift when there are many.

        In an overall plan those that are not shared are left out, as everywhere in its text.
        """
        shown = {one.id for one in self._told.actions}
        bars = [one for one in self._stands.bars if one.id in shown]
        if len(bars) <= TALLEST:
            return self._timeline("timeline", "När åtgärderna börjar och blir klara", bars)
        by_shift: dict[int, list[Bar]] = defaultdict(list)
        for one in bars:
            by_shift[one.shift].append(one)
        names = {n: one.label for n, one in enumerate(self._told.data.strategy.shifts)}
        return [
            sign
            for place, several in sorted(by_shift.items(), key=lambda one: (one[0] < 0, one[0]))
            for sign in self._timeline(f"timeline {place}", names.get(place, NONE), several)
        ]

    def _timeline(self, name: str, title: str, bars: Sequence[Bar]) -> list[str]:
        timed = [one for one in bars if one.begins or one.ends]
        if not timed:
            return []
        chosen = chosen_of(bars)
        if len(chosen) < len(bars):
            title += (
                f". {len(chosen)} av {len(bars)} åtgärder, de som är försenade eller klara först"
            )
        shifts = [one.short or one.label for one in self._told.data.strategy.shifts]
        today = self._stands.today
        return [self._album.put(name, lambda: timeline(title, chosen, today, shifts))]

    @property
    def indicators(self) -> list[str]:
        """The lines of each indicator that has at least two values to compare."""
        found = [one for one in self._stands.indicators if _is_line(one)]
        return [
            self._album.put(f"indicator {one.id}", lambda one=one: self._lines(one))  # type: ignore[misc]
            for one in found[:MOST_LINES]
        ]

    @property
    def indicators_left(self) -> int:
        """How many indicators with lines aren't drawn, since there are so many."""
        return max(0, sum(map(_is_line, self._stands.indicators)) - MOST_LINES)

    def _lines(self, one: Measured) -> Picture:
        strategy = self._told.data.strategy
        named = [(series_words(each, strategy), each) for each in one.series]
        return indicator_lines(
            one.title or NONE,
            named,
            unit=one.unit,
            baseline=number_in(one.baseline),
            target=number_in(one.target),
        )

    @property
    def ratings(self) -> str:
        """The self-ratings before and now, of each shift and prerequisite."""
        return self._album.put("ratings", self._ratings)

    def _ratings(self) -> Picture | None:
        data = self._told.data
        before, now = rated_before_and_now(data.of("self_rating"))
        rated = [
            (one.label, before.means.get(one.id), now.means[one.id])
            for one in (*data.strategy.shifts, *data.strategy.prerequisites)
            if one.id in now.means
        ]
        days = [
            " till ".join(dict.fromkeys(one.days[:: len(one.days) - 1 or 1]))
            for one in (before, now)
        ]
        title = (
            "Gruppens skattning före och nu, från 1 till 5"
            if before.means
            else "Gruppens skattning, från 1 till 5"
        )
        return rating_steps(title, rated, before=days[0], now=days[1]) if rated else None


def _is_line(one: Measured) -> bool:
    return any(len(each.points) > 1 for each in one.series)


def chosen_of(bars: Sequence[Bar]) -> list[Bar]:
    """Return the bars that there is room for, in their order: the late ones, then the soonest."""

    def _weight(bar: Bar) -> tuple[bool, bool, str]:
        ends = bar.ends or bar.begins
        return not bar.late, bar.state in _ENDED, f"{ends[1]}" if ends else "9"

    if len(bars) <= TALLEST:
        return list(bars)
    first = sorted(bars, key=_weight)[:TALLEST]
    ids = {id(one) for one in first}
    return [one for one in bars if id(one) in ids]


_ENDED = tuple(one.sv for one in CHOICES["status"] if one.id in ENDED)
