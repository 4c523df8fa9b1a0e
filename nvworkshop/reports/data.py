"""What a report is built from: the plan's things, and what follows from how they hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from nvworkshop.followup.standing import Compared
from nvworkshop.language import said
from nvworkshop.model.conflicts import Conflict
from nvworkshop.model.rules import gathered
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy

WHOLE_COUNTY = "Hela länet"
"""Where a row belongs whose plan is of no länsdel."""

UNKNOWN_PLAN = "Okänd plan"
"""Where a row belongs whose plan isn't in the file."""


@dataclass(frozen=True)
class Earlier:
    """The day of the last follow-up before this one, and what has moved since."""

    day: date
    compared: Compared


@dataclass(frozen=True)
class PlanData:
    """One plan to report on; `made` is aware.

    `principal` limits the rows to one huvudman's, `municipality` to what concerns one kommun.
    `earlier` is what to compare with, for reports that do. `altered` tells that the plan has been
    changed since it was frozen as the version it says it is.
    """

    plan: Thing
    things: Mapping[str, Sequence[Thing]]
    conflicts: Sequence[Conflict]
    strategy: Strategy
    made: datetime
    principal: str = ""
    municipality: str = ""
    earlier: Earlier | None = None
    altered: bool = False

    def of(self, kind: str) -> Sequence[Thing]:
        """Return the things of a kind, none when there are none."""
        return self.things.get(kind, ())

    @cached_property
    def is_overall(self) -> bool:
        """Whether this is the county's plan and not one länsdel's."""
        return self.plan.text("level") == "overall"

    @cached_property
    def actions(self) -> tuple[Thing, ...]:
        """Every action that `principal` lets through, by shift, länsdel and number."""
        return tuple(sorted(filter(self.concerns, self.of("action")), key=self.by_shift))

    @cached_property
    def joint_actions(self) -> tuple[Thing, ...]:
        """Every joint action that `principal` lets through, by shift and title."""
        return tuple(sorted(filter(self.concerns, self.of("joint_action")), key=self.by_shift))

    @cached_property
    def rows(self) -> tuple[Thing, ...]:
        """Joint actions first, then actions."""
        return (*self.joint_actions, *self.actions)

    @cached_property
    def by_id(self) -> Mapping[str, Thing]:
        """Every thing by its id."""
        return {one.id: one for several in self.things.values() for one in several}

    @cached_property
    def gathered(self) -> Mapping[str, tuple[Thing, ...]]:
        """The actions each joint action gathers; those removed since are left out."""
        actions = {one.id: one for one in self.of("action")}
        joint = {one.id for one in self.of("joint_action")}
        return {
            entity: tuple(actions[one] for one in several if one in actions)
            for entity, several in gathered(self.of("link")).items()
            if entity in joint
        }

    @cached_property
    def gathered_in(self) -> Mapping[str, tuple[Thing, ...]]:
        """The joint actions each action is gathered in."""
        found: dict[str, list[Thing]] = defaultdict(list)
        for joint in self.of("joint_action"):
            for action in self.gathered.get(joint.id, ()):
                found[action.id].append(joint)
        return {entity: tuple(several) for entity, several in found.items()}

    @cached_property
    def conflicted(self) -> Mapping[str, tuple[str, ...]]:
        """The labels of the fields in conflict, by thing."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.conflicts:
            found[one.entity].append(one.label)
        return {entity: tuple(labels) for entity, labels in found.items()}

    def concerns(self, thing: Thing) -> bool:
        """Tell whether a row is among those asked for; all are when nothing limits them."""
        mine = self.principal or self.municipality
        if not mine or thing["principal"] == mine or mine in thing.items("contributors"):
            return True
        return bool(self.municipality) and self._is_of(thing, self.municipality)

    def _is_of(self, thing: Thing, municipality: str) -> bool:
        """Tell whether a row is of a kommun: named in it, or of its whole länsdel."""
        named = thing.items("municipalities")
        part = self.strategy.county_part_of(municipality)
        return municipality in named or (
            not named and part is not None and part.id in self.parts_of(thing)
        )

    def part_of(self, thing: Thing) -> str:
        """Return the id of the länsdel whose plan an action is in, "" for none."""
        plan = self.by_id.get(thing.text("plan"))
        return plan.text("county_part") if plan else ""

    def parts_of(self, thing: Thing) -> tuple[str, ...]:
        """Return the länsdelar of an action or of all that a joint action gathers, in order."""
        sources = self.gathered.get(thing.id, ()) if thing.kind == "joint_action" else (thing,)
        return tuple(sorted({self.part_of(one) for one in sources}, key=self.part_order))

    def part_label(self, thing: Thing) -> str:
        """Return where a row belongs, as people read it."""
        labels = [self._part_name(thing, part) for part in self.parts_of(thing)]
        return ", ".join(labels) or WHOLE_COUNTY

    def _part_name(self, thing: Thing, part: str) -> str:
        if part:
            return said(self.strategy.label("county_part", part))
        known = thing.kind == "joint_action" or thing.text("plan") in self.by_id
        return WHOLE_COUNTY if known else UNKNOWN_PLAN

    @cached_property
    def _part_numbers(self) -> Mapping[str, int]:
        return {one.id: n for n, one in enumerate(self.strategy.county_parts)}

    @cached_property
    def _shift_numbers(self) -> Mapping[str, int]:
        return {one.id: n for n, one in enumerate(self.strategy.shifts)}

    def part_order(self, part: str) -> tuple[int, tuple[str, str, str]]:
        """Sort key of länsdelar: the strategy's order, unknown ones after, none last."""
        known = self._part_numbers.get(part, len(self._part_numbers) + (not part))
        return known, sort_key(part)

    def shift_number(self, thing: Thing) -> int:
        """Return the place of the row's shift in the strategy; past the end for none."""
        return self._shift_numbers.get(thing.text("shift"), len(self._shift_numbers))

    def by_part(self, thing: Thing) -> tuple[object, ...]:
        """Sort key: länsdel, number, title, id."""
        number = thing["number"]
        known = number if isinstance(number, int | float) else float("inf")
        parts = tuple(self.part_order(part) for part in self.parts_of(thing))
        return (parts, known, sort_key(thing.text("title")), thing.id)

    def by_shift(self, thing: Thing) -> tuple[object, ...]:
        """Sort key: shift, then as `by_part`."""
        return (self.shift_number(thing), thing.text("shift"), *self.by_part(thing))
