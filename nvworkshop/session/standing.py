"""How an open plan stands, and what has moved in it between two moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from nvworkshop.errors import InputError
from nvworkshop.followup.figures import Figures
from nvworkshop.followup.measured import Measured
from nvworkshop.followup.standing import (
    KINDS_READ,
    PART,
    PRINCIPAL,
    SHIFT,
    Compared,
    Group,
    Reporting,
    Scope,
    Standings,
    Things,
    compared,
    parts_of,
    rows_in,
    standings,
)
from nvworkshop.language import said
from nvworkshop.model.things import Thing
from nvworkshop.session.looking_back import day_at, things_at
from nvworkshop.session.moments import NOW, At, Moment, called
from nvworkshop.session.view import PlanView

__all__ = [
    "PART", "PRINCIPAL", "SHIFT", "WHOLE", "Choice", "Compared", "Group", "Measured", "Period",
    "Reporting", "Scope", "Standings", "compare_standing", "overview", "since_last", "standing_of",
    "status_table",
]  # fmt: skip

WHOLE = Scope()
"""Everything in the plan."""


_DAY = 24 * 60 * 60 * 1000
"""Milliseconds: a day that goes on is told by its end."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A scope to choose, and what to call it."""

    scope: Scope
    label: str


@dataclass(frozen=True, slots=True)
class Period:
    """What has moved between two moments, and what to call them."""

    first: str
    second: str
    then: date
    compared: Compared


def standing_of(view: PlanView, scope: Scope = WHOLE) -> Standings:
    """Return how the plan stands today."""
    return _standing(view, _things(view), scope)


def overview(view: PlanView, scope: Scope = WHOLE) -> tuple[Standings, list[Choice]]:
    """Return how the plan stands, and the scopes to choose; one that is no more is the whole."""
    things = _things(view)
    choices = whose(view, things)
    known = scope if any(one.scope == scope for one in choices) else WHOLE
    return _standing(view, things, known), choices


def _things(view: PlanView) -> Things:
    return {kind: view.things(kind) for kind in KINDS_READ}


def _standing(view: PlanView, things: Things, scope: Scope) -> Standings:
    return standings(_plan(view), things, view.strategy, view.surroundings.today(), scope)


def whose(view: PlanView, things: Things) -> list[Choice]:
    """Return the scopes of the plan: all of it, its länsdelar if several, its huvudmän."""
    plan, actions = _plan(view), things["action"]
    where = parts_of(things["plan"], plan)
    parts = _ordered(view, PART, {where.get(one.text("plan"), "") for one in actions})
    principals = _ordered(view, PRINCIPAL, {one.text("principal") for one in actions})
    own = said(view.strategy.label("county_part", plan.text("county_part")))
    own = said(view.strategy.label("principal", plan.text("principal"))) if view.is_own else own
    several = parts if len(parts) > 1 or not own else []
    return [
        Choice(WHOLE, own or said("Hela länet")),
        *(Choice(Scope(part=id_), label) for id_, label in several),
        *(Choice(Scope(principal=id_), label) for id_, label in principals),
    ]


def since_last(of: Standings) -> Moment | None:
    """Return the end of the day of the last follow-up before this one; None when there is none."""
    if of.last_time is None:
        return None
    end = datetime.combine(of.last_time, time.max).astimezone()
    return Moment(At.TIME, int(end.timestamp() * 1000))


def compare_standing(
    view: PlanView, first: Moment, second: Moment = NOW, scope: Scope = WHOLE
) -> Period:
    """Return what has moved in a scope from the first moment to the second.

    Raises InputError for a day that hasn't come, and when the first is after the second.
    """
    then, now = day_at(view, first), day_at(view, second)
    _check(view, first, then, now)
    earlier, later = (_rows(view, one, scope) for one in (first, second))
    return Period(
        called(view, first), called(view, second), then, compared(earlier, then, later, now)
    )


Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""The heading of each column, and the rows as text."""


def status_table(of: Sequence[tuple[str, Figures]]) -> Table:
    """Return the figures of named groups as the table that belongs to their picture."""
    from nvworkshop.reports.pictures import status_bars

    counts = [(name, {status: len(ids) for status, ids in one.parts.items()}) for name, one in of]
    picture = status_bars("", counts)
    return picture.head, picture.rows


def _check(view: PlanView, first: Moment, then: date, now: date) -> None:
    clock = int(view.surroundings.now().timestamp() * 1000)
    if first.at is At.TIME and first.time - _DAY > clock:
        raise InputError(
            said("{called} har inte varit än.").format(called=called(view, first)),
            hint=said("Välj en dag som har varit."),
        )
    if then > now:
        raise InputError(
            said("Den första tidpunkten är efter den andra."),
            hint=said("Byt plats på tidpunkterna."),
        )


def _rows(view: PlanView, moment: Moment, scope: Scope) -> Sequence[Thing]:
    """Return the actions of a scope at a moment, where each belonged then."""
    found = things_at(view, moment, "plan", "action")
    own = next((one for one in found["plan"] if one.id == view.store.plan), None)
    where = parts_of(found["plan"], own or _plan(view))
    return rows_in(found["action"], where, scope)


def _plan(view: PlanView) -> Thing:
    return view.plan or Thing("plan", view.store.plan, {})


def _ordered(view: PlanView, category: str, ids: set[str]) -> list[tuple[str, str]]:
    """Return ids with their labels, in the strategy's order; those it doesn't know last."""
    known = [one for one, _ in view.strategy.options(category) if one in ids]
    others = sorted(one for one in ids.difference(known) if one)
    return [(one, said(view.strategy.label(category, one))) for one in (*known, *others)]
