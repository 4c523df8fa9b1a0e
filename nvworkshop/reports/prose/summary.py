"""The plan in five short parts: what each shift comes to, who does what, what is measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nvworkshop.reports.prose.gauges import Gauge, gauges

if TYPE_CHECKING:
    from nvworkshop.reports.prose.rows import Row
    from nvworkshop.reports.prose.told import Group, Told

_NAMED = 3
"""How many actions stand for their shift."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A shift, how many actions it has, and those that stand for it. Texts are guarded."""

    name: str
    count: int
    rows: list[Row]


class Summary:
    """What most people need to know of a plan."""

    def __init__(self, told: Told) -> None:
        """Tell of a plan."""
        self._told = told

    @cached_property
    def shifts(self) -> list[Direction]:
        """Every shift with what stands for it: joint actions first, then those of most effect."""
        return [
            Direction(one.name, len(one.rows), sorted(one.rows, key=_weight)[:_NAMED])
            for one in self._told.shifts
        ]

    @cached_property
    def principals(self) -> list[Group]:
        """Every huvudman that answers for something or takes part."""
        return [one for one in self._told.principals if one.rows or one.more]

    @cached_property
    def measured(self) -> list[Gauge]:
        """The indicators that have a baseline or a value, and a target."""
        found = gauges(self._told.data)
        return [one for one in found if one.target and (one.baseline or one.series)]


def _weight(row: Row) -> tuple[bool, float]:
    effect = row.raw("effect")
    return row.kind != "joint_action", -effect if isinstance(effect, int | float) else 0
