"""What one huvudman or kommun needs to know, cut so that it surely fits on an A4."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from nvworkshop.model.rules import ENDED, day_of
from nvworkshop.model.text import sort_key
from nvworkshop.reports.check_sheets import needs_decision

if TYPE_CHECKING:
    from nvworkshop.reports.prose.rows import Row
    from nvworkshop.reports.prose.told import Told

LINES = 60
"""Lines of small type that the rows may take between them."""

_RESERVED = 6
"""Lines that each part gets before another takes more than its share."""

_LETTERS = 46
"""Letters of a name that surely go in one line of a table."""

_LONGEST = 100
"""Most letters of a name or of what a decision is about that the template shows."""


class Part:
    """Some rows of the page, those that matter most first, and how many more there are."""

    def __init__(self, rows: Sequence[Row], room: float) -> None:
        """Take the rows that have room, in lines; at least one, when there are any."""
        self.rows: list[Row] = []
        for one in rows:
            room -= lines_of(one)
            if room < 0 and self.rows:
                break
            self.rows.append(one)
        self.left = len(rows) - len(self.rows)


def lines_of(row: Row) -> float:
    """Return how many lines a row takes, the space around it counted in."""
    return ceil(min(len(row.name), _LONGEST) / _LETTERS) + 0.4


class OnePage:
    """The rows of whom the plan is limited to: what is late and soonest first, ended last."""

    def __init__(self, told: Told) -> None:
        """Tell of a plan that is limited to a huvudman or kommun."""
        self._told = told

    @property
    def _who(self) -> str:
        return self._told.data.principal or self._told.data.municipality

    @cached_property
    def _rows(self) -> list[Row]:
        by_id = self._told.data.by_id

        def order(row: Row) -> tuple[object, ...]:
            thing = by_id[row.id]
            last = day_of(thing["end"], "last")
            ended = thing.text("status") in ENDED
            return ended, not row.overdue, str(last or "9"), sort_key(thing.text("title")), row.id

        return sorted(self._told.rows, key=order)

    def _role(self, role: str) -> list[Row]:
        return [one for one in self._rows if one.role(self._who) == role]

    @cached_property
    def all_own(self) -> list[Row]:
        """Every row it is responsible for."""
        return self._role("ansvarar")

    @cached_property
    def _all_asked(self) -> list[Row]:
        data = self._told.data
        mine = (one for one in self._rows if one.role(self._who))
        return [one for one in mine if needs_decision(data.by_id[one.id], data)]

    @cached_property
    def _all_lacking(self) -> list[Row]:
        return [one for one in self.all_own if one.missing]

    @cached_property
    def _parts(self) -> dict[str, Part]:
        """Give each part its share of the page, and what the others leave to the first ones."""
        wanted = {
            "asked": self._all_asked,
            "lacking": self._all_lacking,
            "own": self.all_own,
            "more": self._role("medverkar"),
            "concerned": self._role(""),
            "planned": [one for one in self._rows if one.own_rows],
        }
        room: float = LINES
        reserved = {name: min(_RESERVED, sum(map(lines_of, rows))) for name, rows in wanted.items()}
        room -= sum(reserved.values())
        found: dict[str, Part] = {}
        for name in ("own", "asked", "more", "planned", "lacking", "concerned"):
            found[name] = Part(wanted[name], reserved[name] + max(room, 0))
            room -= max(0, sum(map(lines_of, found[name].rows)) - reserved[name])
        return found

    @property
    def own(self) -> Part:
        """What it is responsible for."""
        return self._parts["own"]

    @property
    def more(self) -> Part:
        """What it takes part in."""
        return self._parts["more"]

    @property
    def concerned(self) -> Part:
        """What others do that concerns all of its länsdel."""
        return self._parts["concerned"]

    @property
    def asked(self) -> Part:
        """What needs a decision, among what it is responsible for or takes part in."""
        return self._parts["asked"]

    @property
    def lacking(self) -> Part:
        """What it is responsible for that lacks what a decision needs."""
        return self._parts["lacking"]

    @property
    def planned(self) -> Part:
        """What it has told of its own plan about."""
        return self._parts["planned"]

    @cached_property
    def adoption(self) -> str:
        """What it has decided about the plan, "" for nothing yet."""
        mine = [one for one in self._told.decisions if one.raw("principal") == self._who]
        decided = [one for one in mine if one.adoption]
        last = decided[-1] if decided else None
        return ", ".join(filter(None, (last.adoption, last.date, last.reference))) if last else ""
