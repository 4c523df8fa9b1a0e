"""From a cell of the map to rows of the plan: which are shown, and what a new one begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.coverage import Cell
from ui.coverage.model import PREREQUISITE
from ui.plan.arrangement import Filter
from ui.plan.values import EMPTY, SCOPE, keys_of


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose actions the map is of; "" is everyone's."""

    municipality: str = ""
    principal: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.municipality or self.principal)


def plans_elsewhere(
    plans: Iterable[Thing], strategy: Strategy, municipality: str
) -> frozenset[str]:
    """Return the plans of other länsdelar than a kommun's; what no länsdel has is everyone's."""
    part = strategy.county_part_of(municipality)
    own = ("", part.id if part else "")
    return frozenset(one.id for one in plans if one.text("county_part") not in own)


def rows_of(
    cell: Cell,
    axis: str,
    actions: Mapping[str, Thing],
    chosen: Chosen,
) -> Filter:
    """Return the filter that shows just the actions of a cell in the plan's table."""
    here = [actions[one] for one in cell.actions if one in actions]
    wanted = Filter()
    if chosen.municipality:
        wanted = wanted.choosing(SCOPE, (chosen.municipality,))
    if chosen.principal:
        wanted = wanted.choosing("principal", (chosen.principal,))
    for name, value in (("shift", cell.shift), (axis, cell.row)):
        wanted = wanted.choosing(name, (value,) if value else _keys(name, here))
    return wanted


def _keys(name: str, actions: Iterable[Thing]) -> set[str]:
    """Return what stands where none that is known does: nothing, an answer, an unknown id."""
    return {EMPTY, *(key for one in actions for key in keys_of(one[name]))}


def new_values(cell: Cell, axis: str, chosen: Chosen) -> dict[str, object]:
    """Return the values that put a new action in a cell, and among those that are shown."""
    values: dict[str, object] = {"shift": cell.shift}
    if chosen.principal:
        values["principal"] = chosen.principal
    if chosen.municipality:
        values["municipalities"] = [chosen.municipality]
    values[axis] = [cell.row] if axis == PREREQUISITE else cell.row
    return {name: value for name, value in values.items() if value not in ("", [""])}
