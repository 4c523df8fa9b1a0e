"""Whose rows are counted: everything, a länsdel's or a huvudman's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows are counted: a länsdel's, a huvudman's, or all of them when both are ""."""

    part: str = ""
    principal: str = ""


WHOLE = Scope()
"""Everything in the plan."""


def parts_of(plans: Iterable[Thing], own: Thing) -> dict[str, str]:
    """Return the länsdel of each plan by its id; a row that names no plan is of the own one."""
    found = {one.id: one.text("county_part") for one in plans}
    return {**found, "": own.text("county_part")}


def rows_in(actions: Iterable[Thing], where: Mapping[str, str], scope: Scope) -> list[Thing]:
    """Return the actions of a scope, in their order: a huvudman's are those it answers for."""
    return [
        one
        for one in actions
        if (not scope.part or part_of(one, where) == scope.part)
        and (not scope.principal or one.text("principal") == scope.principal)
    ]


def part_of(one: Thing, where: Mapping[str, str]) -> str:
    """Return the länsdel of the plan a thing is in, "" for the county's."""
    return where.get(one.text("plan"), "")


def areas_of(scope: Scope, strategy: Strategy) -> frozenset[str]:
    """Return the areas of measurements that are of a scope: ids of länsdelar and kommuner."""
    if scope.part:
        return frozenset((scope.part,))
    kommun = {one.id: one.municipality for one in strategy.principals}.get(scope.principal, "")
    return frozenset((kommun,)) if kommun else frozenset()
