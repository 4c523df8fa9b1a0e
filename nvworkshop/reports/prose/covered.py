"""Where the plan has actions and where it has none, as tables and sentences for a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nvworkshop.model.guarded import guard
from nvworkshop.reports.cells import title_of
from nvworkshop.reports.pictures.heat import EMPTY, words
from nvworkshop.workshop.coverage import Cell, Coverage, Label, cover

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.reports.data import PlanData
    from nvworkshop.reports.prose.told import Told


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its label and the text of each cell. Texts are guarded."""

    name: str
    cells: list[str]


def map_of(data: PlanData) -> Coverage:
    """Return the map of a plan."""
    part = data.plan.text("county_part")
    return cover(data.actions, data.strategy, ratings=data.of("self_rating"), county_part=part)


class Covered:
    """The map of shifts and prerequisites, of shifts and huvudmän, and of shifts and länsdelar.

    Actions are counted as in the workbook: every local one under its main shift.
    """

    def __init__(self, told: Told) -> None:
        """Tell of a plan."""
        self._data = told.data

    @cached_property
    def _map(self) -> Coverage:
        return map_of(self._data)

    @cached_property
    def sentences(self) -> list[str]:
        """What the map says in words."""
        return [guard(one) for one in self._map.sentences]

    @cached_property
    def shifts(self) -> list[str]:
        """The headings of the columns."""
        return [guard(label) for _, label in self._map.shifts]

    @cached_property
    def prerequisites(self) -> list[Line]:
        """How many actions each shift has on each prerequisite."""
        return self._lines(self._map.prerequisites, self._map.cells)

    @cached_property
    def principals(self) -> list[Line]:
        """How many actions each huvudman is responsible for, by shift."""
        return self._lines(self._map.principals, self._map.shares)

    def _lines(self, rows: Sequence[Label], cells: Sequence[Cell]) -> list[Line]:
        at = {(one.row, one.shift): one for one in cells}
        return [
            Line(guard(label), [words(at[row, shift]) for shift, _ in self._map.shifts])
            for row, label in rows
        ]

    @cached_property
    def parts(self) -> list[Line]:
        """How many actions each länsdel has, by shift; none for a plan of one länsdel."""
        if not self._data.is_overall:
            return []
        strategy = self._data.strategy
        return [Line(guard(one.name), self._of_part(one.id)) for one in strategy.county_parts]

    def _of_part(self, part: str) -> list[str]:
        mine = [one for one in self._data.actions if self._data.part_of(one) == part]
        known = {shift for shift, _ in self._map.shifts}
        counts = (
            sum((one.text("shift") if one.text("shift") in known else "") == shift for one in mine)
            for shift, _ in self._map.shifts
        )
        return [str(count) if count else EMPTY for count in counts]

    @cached_property
    def white(self) -> list[str]:
        """The white spots, each as a shift and the prerequisite that no action of it builds on."""
        shifts, rows = dict(self._map.shifts), dict(self._map.prerequisites)
        gaps = (one for one in self._map.cells if one.is_gap)
        return [guard(f"{shifts[one.shift]} – {rows[one.prerequisite]}") for one in gaps]

    @cached_property
    def loose(self) -> list[str]:
        """The actions that stand in no cell: without a shift or a prerequisite."""
        return [guard(title_of(one)) for one in self._data.actions if self._is_loose(one)]

    def _is_loose(self, action: Thing) -> bool:
        known = {one.id for one in self._data.strategy.prerequisites}
        lacks = not known & set(action.items("prerequisites"))
        return lacks or action.text("shift") not in {one.id for one in self._data.strategy.shifts}

    @cached_property
    def ratings(self) -> list[Line]:
        """The latest self-rating of each shift and prerequisite that has one."""
        strategy = self._data.strategy
        items = (*strategy.shifts, *strategy.prerequisites)
        said = ((one, self._map.rating(one.id)) for one in items)
        return [Line(guard(one.name), [guard(mean)]) for one, mean in said if mean]
