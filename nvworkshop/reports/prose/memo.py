"""What a memo that asks for decisions says: whom it asks, about what, and who has been heard."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.guarded import guard
from nvworkshop.reports.prose.told import Group

if TYPE_CHECKING:
    from nvworkshop.reports.prose.rows import Row
    from nvworkshop.reports.prose.told import Told


class Memo:
    """The rows that need a decision, and what the one who decides needs to know of them."""

    def __init__(self, told: Told) -> None:
        """Tell of a plan."""
        self._told = told

    @cached_property
    def bodies(self) -> list[Group]:
        """Every body that is asked for decisions, with the rows that ask."""
        return [one for one in self._told.bodies if one.rows]

    @cached_property
    def rows(self) -> list[Row]:
        """Every row that needs a decision."""
        return [row for body in self.bodies for row in body.rows]

    @cached_property
    def waiting(self) -> list[Row]:
        """Those who have been asked about the plan and haven't decided."""
        return [one for one in self._told.decisions if one.sent and not one.adoption]

    @cached_property
    def heard(self) -> list[Row]:
        """Those who have answered or decided about the plan."""
        return [one for one in self._told.decisions if one.answered or one.answer or one.adoption]

    @cached_property
    def perspectives(self) -> list[Group]:
        """Every perspective with the rows that are thought through in it."""
        found = {one.id: Group(one.id, one.sv) for one in CHOICES["considered"]}
        for row in self.rows:
            for name in _considered(row):
                found[name].rows.append(row)
        return list(found.values())

    @cached_property
    def functions(self) -> list[str]:
        """The functions that answer for the rows, each with its huvudman, and the plan's own."""
        contact = self._told.plan.contact
        own = [f"{contact} ({guard('planens kontakt')})"] if contact else []
        named = (
            ", ".join(filter(None, (row.function, row.principal)))
            for row in self.rows
            if row.function
        )
        return list(dict.fromkeys([*own, *named]))

    @cached_property
    def recipients(self) -> list[str]:
        """Whom the decision is sent to: the bodies, and every huvudman that the rows concern."""
        label = self._told.data.strategy.label
        known = {one.id for one in self._told.data.strategy.principals}
        concerned = {one for row in self.rows for one in _parties(row)}
        own = [one.id for one in self._told.data.strategy.principals if one.id in concerned & known]
        bodies = [one.name for one in self.bodies if one.id]
        return [*bodies, *(guard(label("principal", one)) for one in own)]


def _parties(row: Row) -> list[str]:
    named = [row.raw("principal"), *(row.raw("contributors") or [])]
    return [one for one in named if isinstance(one, str)]


def _considered(row: Row) -> set[str]:
    """Return the perspectives of a row, or of all that a joint action gathers."""
    known = {one.id for one in CHOICES["considered"]}
    several = (one.raw("considered") or [] for one in (row, *row.gathered))
    return known & {name for names in several for name in names if isinstance(name, str)}
