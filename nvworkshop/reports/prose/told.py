"""The report object: everything a template can tell of a plan, each text guarded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.guarded import guard
from nvworkshop.model.tables import STATUS_SYMBOLS
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.reports.action_sheets import counted, is_shared, own_state_words
from nvworkshop.reports.check_sheets import needs_decision
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.prose.rows import Row
from nvworkshop.reports.rolled import RolledUp, rolled_up
from nvworkshop.strategy.items import Item


@dataclass(frozen=True)
class Group:
    """Rows that belong together: a shift, a huvudman, a body. Texts are guarded."""

    id: str
    name: str
    about: str = ""
    rows: list[Row] = field(default_factory=list)
    more: list[Row] = field(default_factory=list)

    @property
    def joint(self) -> list[Row]:
        """The joint actions among its rows."""
        return [one for one in self.rows if one.kind == "joint_action"]

    @property
    def local(self) -> list[Row]:
        """The local actions among its rows."""
        return [one for one in self.rows if one.kind == "action"]


class Told:
    """What a template is given as `plan`.

    Rows that a report of one huvudman or kommun doesn't concern are left out of `actions`,
    `joint_actions`, `rows` and all groups.
    """

    def __init__(self, data: PlanData, *, names: bool = False) -> None:
        """Tell of a plan; `names` lets contact persons be named."""
        self.data = data
        self.names = names

    # Things

    def wrapped(self, things: Iterable[Thing]) -> list[Row]:
        """Return things as rows."""
        return [Row(one, self) for one in things]

    def found(self, ids: Iterable[str]) -> list[Row]:
        """Return the rows of ids, without those that aren't there."""
        by_id = self.data.by_id
        return self.wrapped(by_id[one] for one in ids if one in by_id)

    def of(self, kind: str) -> list[Row]:
        """Return every thing of a kind, oldest first."""
        return self.wrapped(self.data.of(kind))

    @cached_property
    def plan(self) -> Row:
        """The plan itself."""
        return Row(self.data.plan, self)

    @cached_property
    def is_overall(self) -> bool:
        """Whether it is the county's plan."""
        return self.data.is_overall

    @cached_property
    def actions(self) -> list[Row]:
        """The local actions, by shift and number; in an overall plan those that are shared."""
        shared = (one for one in self.data.actions if not self.is_overall or is_shared(one))
        return self.wrapped(shared)

    @cached_property
    def joint_actions(self) -> list[Row]:
        """The joint actions."""
        return self.wrapped(self.data.joint_actions)

    @cached_property
    def rows(self) -> list[Row]:
        """What the plan consists of: joint actions, and actions that none of them gathers."""
        alone = [one for one in self.actions if one.id not in self.data.gathered_in]
        return [*self.joint_actions, *alone]

    @cached_property
    def rolled(self) -> Mapping[str, tuple[RolledUp, ...]]:
        """What huvudmän tell of their own rows, by the row of the plan."""
        return rolled_up(self.data)

    # Groups

    @cached_property
    def shifts(self) -> list[Group]:
        """Every shift with its rows; last the rows without one, when there are any."""
        strategy = self.data.strategy
        return self._groups(strategy.shifts, lambda row: [row.raw("shift")], "Utan riktning")

    @cached_property
    def prerequisites(self) -> list[Group]:
        """Every prerequisite with the rows that need it."""
        items = self.data.strategy.prerequisites
        return self._groups(items, lambda row: row.raw("prerequisites") or [])

    @cached_property
    def parts(self) -> list[Group]:
        """Every länsdel with its rows."""
        by_id = self.data.by_id

        def _parts(row: Row) -> list[Any]:
            return list(self.data.parts_of(by_id[row.id]))

        return self._groups(self.data.strategy.county_parts, _parts)

    @cached_property
    def principals(self) -> list[Group]:
        """Every huvudman: `rows` it answers for, `more` it takes part in."""
        items = self.data.strategy.principals
        own = self._by(lambda row: [row.raw("principal")])
        helps = self._by(lambda row: row.raw("contributors") or [])
        return [Group(i.id, guard(i.name), "", own[i.id], helps[i.id]) for i in items]

    @cached_property
    def bodies(self) -> list[Group]:
        """Every body: `rows` need its decision, `more` are assignments from it."""
        items = self.data.strategy.bodies
        known = {one.id for one in items}
        by_id = self.data.by_id
        asked = [row for row in self.rows if needs_decision(by_id[row.id], self.data)]
        by_body: dict[Any, list[Row]] = defaultdict(list)
        for row in asked:
            by_body[_known(row.raw("decision_body"), known)].append(row)
        given: dict[Any, list[Row]] = defaultdict(list)
        for one in self.assignments:
            given[_known(one.raw("body"), known)].append(one)
        groups = [
            Group(i.id, guard(i.name), guard(i.role), by_body[i.id], given[i.id]) for i in items
        ]
        rest = Group("", "Inte angivet vem", "", by_body[""], given[""])
        return [one for one in (*groups, rest) if one.rows or one.more]

    @cached_property
    def areas(self) -> list[Group]:
        """Every area of the national agreement with its rows."""
        items = self.data.strategy.agreement_areas
        return self._groups(items, lambda row: row.raw("agreement_areas") or [])

    def _groups(
        self, items: Iterable[Item], ids: Callable[[Row], list[Any]], rest: str = ""
    ) -> list[Group]:
        listed = list(items)
        by = self._by(ids)
        groups = [
            Group(
                one.id, guard(one.name), guard(getattr(one, "description", "")), by.pop(one.id, [])
            )
            for one in listed
        ]
        left = [row for several in by.values() for row in several] if rest else []
        return [*groups, Group("", rest, "", left)] if left else groups

    def _by(self, ids: Callable[[Row], list[Any]]) -> dict[Any, list[Row]]:
        found: dict[Any, list[Row]] = defaultdict(list)
        for row in self.rows:
            for one in ids(row) or [""]:
                found[one if isinstance(one, str) else ""].append(row)
        return found

    # The rest of the plan

    @cached_property
    def assignments(self) -> list[Row]:
        """What bodies have asked for."""
        return self.of("assignment")

    @cached_property
    def decisions(self) -> list[Row]:
        """What has been decided about the plan, by date."""
        return sorted(self.of("decision"), key=lambda one: (one.date or "9", one.reference))

    @cached_property
    def indicators(self) -> list[Row]:
        """The indicators, by name."""
        there = sorted(self.data.of("indicator"), key=lambda one: sort_key(one.text("title")))
        return self.wrapped(there)

    @cached_property
    def workshops(self) -> list[Row]:
        """The workshops, by date."""
        return self.wrapped(sorted(self.data.of("workshop"), key=lambda one: one.text("date")))

    @cached_property
    def _follow_ups(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        latest = sorted(self.data.of("follow_up"), key=lambda one: one.text("date"), reverse=True)
        for one in latest:
            found[one.text("action")].append(Row(one, self))
        return found

    def follow_ups_of(self, action: str) -> list[Row]:
        """Return the follow-ups of an action, latest first."""
        return self._follow_ups.get(action, [])

    @cached_property
    def _measurements(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for one in sorted(self.data.of("measurement"), key=lambda one: one.text("date")):
            found[one.text("indicator")].append(Row(one, self))
        return found

    def measurements_of(self, indicator: str) -> list[Row]:
        """Return the values of an indicator, oldest first."""
        return self._measurements.get(indicator, [])

    @cached_property
    def statuses(self) -> list[tuple[str, int]]:
        """How many rows have each status, in the order of the form, without empty ones."""
        by = Counter(str(row.raw("status") or "") for row in self.rows)
        known = [(f"{STATUS_SYMBOLS[o.id]} {o.sv}", by.pop(o.id, 0)) for o in CHOICES["status"]]
        return [one for one in (*known, ("Inte angiven", sum(by.values()))) if one[1]]

    @cached_property
    def vision(self) -> list[Group]:
        """The statements of the målbild, the central one first; none without a strategy."""
        statements = self.data.strategy.vision.statements
        return [Group(one.id, guard(one.name), guard(one.description)) for one in statements]

    @cached_property
    def strategy(self) -> str:
        """The strategy's name."""
        return guard(self.data.strategy.name)

    @cached_property
    def state(self) -> str:
        """The plan's state in words."""
        return guard(own_state_words(self.data))

    @cached_property
    def part(self) -> str:
        """The plan's länsdel, "" for the county's."""
        part = self.data.plan.text("county_part")
        return guard(self.data.strategy.label("county_part", part)) if part else ""

    @cached_property
    def made(self) -> str:
        """The day it is made, as ISO."""
        return f"{self.data.made:%Y-%m-%d}"

    @cached_property
    def principal(self) -> str:
        """The huvudman or kommun it is limited to, "" for none."""
        strategy, mine, kommun = self.data.strategy, self.data.principal, self.data.municipality
        if kommun:
            return guard(strategy.label("municipality", kommun))
        return guard(strategy.label("principal", mine)) if mine else ""

    def counted(self, number: int, one: str, several: str) -> str:
        """Return the number with its noun."""
        return counted(number, one, several)


def _known(value: Any, known: set[str]) -> str:
    return value if isinstance(value, str) and value in known else ""
