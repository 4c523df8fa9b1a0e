"""What a follow-up tells beside the rows: the figures, what has moved, and what was learnt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nvworkshop.followup.figures import percent
from nvworkshop.followup.standing import Standings
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.guarded import guard
from nvworkshop.model.tables import STATUS_SYMBOLS
from nvworkshop.reports.figure_words import FIGURES, standings_of
from nvworkshop.reports.prose.gauges import Gauge, gauges

if TYPE_CHECKING:
    from nvworkshop.reports.prose.rows import Row
    from nvworkshop.reports.prose.told import Told

_STATUSES = {
    **{one.id: f"{STATUS_SYMBOLS[one.id]} {one.sv}" for one in CHOICES["status"]},
    "": "Inte angiven",
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson and the action it comes from. Texts are guarded."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: how many actions, and how many of a hundred; "" when there are none at all."""

    name: str
    number: int
    percent: str


@dataclass(frozen=True, slots=True)
class Move:
    """An action whose status changed, from one to another. Texts are guarded."""

    name: str
    before: str
    after: str


class Follow:
    """What the follow-up of a plan tells beside its rows.

    Figures are of local actions, as everywhere in the program: a joint action is counted as those
    it gathers.
    """

    def __init__(self, told: Told) -> None:
        """Tell of a plan."""
        self._told = told

    @cached_property
    def _stands(self) -> Standings:
        return standings_of(self._told.data)

    @cached_property
    def total(self) -> int:
        """How many actions there are."""
        return len(self._stands.now.rows)

    @cached_property
    def latest(self) -> str:
        """The day of the latest follow-up, as ISO; "" when there is none."""
        return f"{self._stands.followed or ''}"

    @cached_property
    def statuses(self) -> list[Figure]:
        """How many have each status, in the order of the form, without empty ones.

        What is late is delayed, whatever its status says.
        """
        by = self._stands.now.parts
        return [self._figure(_STATUSES[one], len(ids)) for one, ids in by.items() if ids]

    @cached_property
    def figures(self) -> list[Figure]:
        """The other figures, each with its share."""
        now = self._stands.now
        return [self._figure(name, len(rows(now))) for name, rows in FIGURES]

    def _figure(self, name: str, number: int) -> Figure:
        share = percent(number, self.total)
        return Figure(guard(name), number, "" if share is None else f"{share} procent")

    @cached_property
    def overdue(self) -> list[Row]:
        """The actions whose time has gone out."""
        return self._told.found(self._stands.now.overdue)

    @cached_property
    def since(self) -> str:
        """The day of the last follow-up before this one, as ISO; "" when there is none."""
        earlier = self._told.data.earlier
        return f"{earlier.day}" if earlier else ""

    @cached_property
    def in_time(self) -> list[str]:
        """How many of a hundred were in time then, and are now; none without both."""
        earlier = self._told.data.earlier
        both = (earlier.compared.before, earlier.compared.after) if earlier else ()
        shares = [one.percent_in_time for one in both]
        return [] if None in shares else [f"{one}" for one in shares]

    @cached_property
    def moves(self) -> list[Move]:
        """The actions that have got another status since then."""
        moves = self._told.data.earlier.compared.moved.moves if self._told.data.earlier else ()
        return [
            Move(self._titled([one.id])[0], _said(one.before), _said(one.after)) for one in moves
        ]

    @cached_property
    def changes(self) -> list[tuple[str, list[str]]]:
        """What else has come, gone and been put off since then, each with its actions."""
        earlier = self._told.data.earlier
        if earlier is None:
            return []
        moved = earlier.compared.moved
        named = (
            ("Nya åtgärder", moved.new),
            ("Borttagna åtgärder", moved.gone),
            ("Har fått senare sluttid", moved.later),
            ("Har fått tidigare sluttid", moved.sooner),
        )
        return [(name, self._titled(ids)) for name, ids in named if ids]

    def _titled(self, ids: Iterable[str]) -> list[str]:
        earlier = self._told.data.earlier
        titles = earlier.compared.titles if earlier else {}
        return [guard(titles.get(one, "")) or guard(one[:8]) for one in ids]

    @cached_property
    def indicators(self) -> list[Gauge]:
        """The indicators by name: their values, and how each stands."""
        return gauges(self._told.data)

    @cached_property
    def lessons(self) -> list[Lesson]:
        """Every lesson once: those of follow-ups, latest first, then the action's own."""
        found: dict[Lesson, None] = {}
        for row in self._told.actions:
            texts = [*(one.lesson for one in row.follow_ups), row.lesson]
            found.update({Lesson(row.name, one): None for one in texts if one})
        return list(found)


def _said(status: str) -> str:
    return guard(_STATUSES.get(status, status))
