"""What is going on in each länsdel: local work, what it is tied to, courses and meetings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from nvworkshop.model.guarded import guard, reveal
from nvworkshop.model.text import fold
from nvworkshop.reports.data import WHOLE_COUNTY

if TYPE_CHECKING:
    from nvworkshop.reports.prose.rows import Row
    from nvworkshop.reports.prose.told import Told

_MEETING = ("utbild", "information", "informera", "workshop", "kurs", "introduktion", "dialog")
"""What the name of an action about learning or telling has in it."""


@dataclass(frozen=True)
class Tie:
    """Something that several actions hang together with; texts are guarded."""

    what: str
    name: str
    rows: list[Row]

    @property
    def updated(self) -> str:
        """The day the latest of its actions, or a follow-up of one, was changed."""
        return max((one.touched for one in self.rows), default="")


@dataclass(frozen=True)
class Place:
    """A länsdel: its work, its ties, and its courses and meetings."""

    name: str
    work: list[Row] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    courses: list[Row] = field(default_factory=list)
    workshops: list[Row] = field(default_factory=list)


class Ongoing:
    """What is going on now, länsdel by länsdel."""

    def __init__(self, told: Told) -> None:
        """Tell of a plan."""
        self._told = told

    @cached_property
    def places(self) -> list[Place]:
        """Every länsdel that the plan is about; last the whole county, when something is there."""
        data = self._told.data
        known = [one for one in data.strategy.county_parts if one.id in self._parts]
        named = [(one.id, one.name) for one in known]
        rest = self._parts - {one.id for one in known}
        return [
            self._place(part, name)
            for part, name in (*named, *((one, one or WHOLE_COUNTY) for one in sorted(rest)))
        ]

    @cached_property
    def _parts(self) -> set[str]:
        own = self._told.data.plan.text("county_part")
        plans = {one.text("county_part") for one in self._told.data.of("plan")} - {""}
        return {own} if own else plans | set(self._rows)

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        """What is going on, by länsdel, latest changed first."""
        data = self._told.data
        found: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(self._told.actions, key=lambda one: one.touched, reverse=True):
            if _is_ongoing(row):
                found[data.part_of(data.by_id[row.id])].append(row)
        return found

    def _place(self, part: str, name: str) -> Place:
        rows = self._rows.get(part, [])
        courses = [one for one in rows if _is_course(one)]
        work = [one for one in rows if not _is_course(one)]
        own = [one for one in self._told.workshops if self._part_of(one) == part]
        return Place(guard(name), work, self._ties(rows), courses, own)

    def _part_of(self, workshop: Row) -> str:
        data = self._told.data
        thing = data.by_id[workshop.id]
        return thing.text("county_part") or data.part_of(thing)

    def _ties(self, rows: list[Row]) -> list[Tie]:
        """Return the flows, joint actions and assignments that the rows hang together with."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            for tie in self._ties_of(row):
                found[tie].append(row)
        return [Tie(what, name, several) for (what, name), several in found.items()]

    def _ties_of(self, row: Row) -> list[tuple[str, str]]:
        flow = [("Flödesarbete", row.flow)] if row.flow else []
        joint = [("Gemensam åtgärd", one.name) for one in row.gathered_in]
        asked = [
            ("Uppdrag", one.title)
            for one in self._told.assignments
            if row.id in (one.raw("actions") or [])
        ]
        return [*flow, *joint, *asked]


def _is_ongoing(row: Row) -> bool:
    """Tell whether work goes on: it is said to, or was going on before and isn't ended."""
    status = row.raw("status")
    if status in ("ongoing", "delayed"):
        return True
    return row.raw("work") in ("ongoing", "extended") and status not in ("done", "tried", "paused")


def _is_course(row: Row) -> bool:
    name = fold(reveal(row.name))
    return any(word in name for word in _MEETING)
