"""How a plan stands on a day: every figure with the rows behind it, and groups, times, indicators.

The window, the command line, the workbook and every report take their numbers from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.bars import Bar, bars_of
from nvworkshop.followup.figures import Figures, figures, grouped, latest_reports
from nvworkshop.followup.measured import Measured, measured
from nvworkshop.followup.moved import Moved, moved
from nvworkshop.followup.series import Standing
from nvworkshop.language import said
from nvworkshop.model.rules import day, day_of
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy

PART, PRINCIPAL, SHIFT = "county_part", "principal", "shift"
"""What rows are grouped by."""

_SAME_TIME = timedelta(days=28)
"""Follow-ups this close to a day belong to the time of that day: they are not the last ones."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows are counted: a länsdel's, a huvudman's, or all of them when both are ""."""

    part: str = ""
    principal: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one länsdel, huvudman or shift; `id` is "" for rows without any."""

    id: str
    label: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Reporting:
    """Assignments to report next: all with the earliest last day; to whom, and when as said."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    due: str
    last: date
    late: bool


@dataclass(frozen=True, slots=True)
class Standings:
    """Everything that is told of how a plan stands.

    `followed` is the day of the latest follow-up and `last_time` that of the one before the
    present; None when there is none.
    """

    today: date
    scope: Scope
    now: Figures
    groups: Mapping[str, tuple[Group, ...]]
    bars: tuple[Bar, ...]
    indicators: tuple[Measured, ...]
    reporting: Reporting | None
    next_meeting: str
    followed: date | None
    last_time: date | None

    def indicators_that(self, *standings: Standing) -> tuple[str, ...]:
        """Return the ids of the indicators that stand so."""
        return tuple(one.id for one in self.indicators if one.standing in standings)

    @property
    def on_way(self) -> tuple[str, ...]:
        """The indicators that have reached their target, or are on their way."""
        return self.indicators_that(Standing.REACHED, Standing.ON_WAY)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two times: the figures then and later, what moved, and the titles of the rows then."""

    before: Figures
    after: Figures
    moved: Moved
    titles: Mapping[str, str]

    @property
    def points(self) -> int | None:
        """By how many percentage points more are in time; None when either has no rows."""
        then, now = self.before.percent_in_time, self.after.percent_in_time
        return None if then is None or now is None else now - then


Things = Mapping[str, Sequence[Thing]]


def standings(
    plan: Thing,
    things: Things,
    strategy: Strategy,
    today: date,
    scope: Scope = Scope(),
) -> Standings:
    """Return how a plan stands; `things` has the kinds in `KINDS_READ`."""
    where = parts_of(things.get("plan", ()), plan)
    rows = rows_in(things.get("action", ()), where, scope)
    told = things.get("follow_up", ())
    known = {one.id for one in rows}
    days = [found for one in told if one["action"] in known and (found := day(one["date"]))]
    latest = list(latest_reports(told).values())
    now = figures(rows, latest, today)
    return Standings(
        today,
        scope,
        now,
        _groups(rows, latest, today, strategy, where),
        bars_of(rows, [one.id for one in strategy.shifts], now.late),
        _indicators(things, where, scope, strategy, known),
        _reporting(_asked(things, where, scope, known), strategy, today),
        _said(plan["next_meeting"]),
        max((one for one in days if one <= today), default=None),
        last_time(days, today),
    )


KINDS_READ = ("plan", "action", "follow_up", "indicator", "measurement", "assignment")
"""The kinds that `standings` reads."""


def compared(before: Iterable[Thing], then: date, after: Iterable[Thing], now: date) -> Compared:
    """Compare the rows of two days, each as it stood on its own day."""
    earlier, later = list(before), list(after)
    return Compared(
        figures(earlier, (), then),
        figures(later, (), now),
        moved(earlier, later),
        {one.id: one.text("title") for one in (*later, *earlier)},
    )


def last_time(days: Iterable[date], today: date) -> date | None:
    """Return the day of the last follow-up before the present one; None when there is none.

    Follow-ups within four weeks of today are of the present time, unless there are no others.
    """
    past = sorted(one for one in days if one < today)
    older = [one for one in past if one <= today - _SAME_TIME]
    return max(older or past, default=None)


def parts_of(plans: Iterable[Thing], own: Thing) -> dict[str, str]:
    """Return the länsdel of each plan by its id; a row that names no plan is of the own one."""
    found = {one.id: one.text("county_part") for one in plans}
    return {**found, "": own.text("county_part")}


def rows_in(actions: Iterable[Thing], where: Mapping[str, str], scope: Scope) -> list[Thing]:
    """Return the actions of a scope, in their order: a huvudman's are those it answers for."""
    return [
        one
        for one in actions
        if (not scope.part or _part(one, where) == scope.part)
        and (not scope.principal or one.text("principal") == scope.principal)
    ]


def _part(one: Thing, where: Mapping[str, str]) -> str:
    return where.get(one.text("plan"), "")


def _groups(
    rows: Sequence[Thing],
    told: Sequence[Thing],
    today: date,
    strategy: Strategy,
    where: Mapping[str, str],
) -> dict[str, tuple[Group, ...]]:
    def _ids(key: Callable[[Thing], str]) -> Callable[[Thing], Sequence[str]]:
        return lambda row: (key(row),)

    keys = {
        PART: _ids(lambda row: _part(row, where)),
        PRINCIPAL: _ids(lambda row: row.text("principal")),
        SHIFT: _ids(lambda row: row.text("shift")),
    }
    return {
        by: _in_order(by, grouped(rows, told, today, key), strategy) for by, key in keys.items()
    }


def _in_order(by: str, found: Mapping[str, Figures], strategy: Strategy) -> tuple[Group, ...]:
    """Return the groups in the strategy's order, those it doesn't know after, and "" last."""
    labels = {one.id: said(one.short or one.label) for one in strategy.items(by)}
    ids = [one for one in labels if one in found]
    ids += [one for one in found if one and one not in labels]
    ids += [""] if "" in found else []
    return tuple(Group(one, labels.get(one, one), found[one]) for one in ids)


def _indicators(
    things: Things, where: Mapping[str, str], scope: Scope, strategy: Strategy, rows: set[str]
) -> tuple[Measured, ...]:
    actions = things.get("action", ())
    named = {one.text("indicator_ref") for one in actions if one.id in rows}
    return measured(
        things.get("indicator", ()),
        things.get("measurement", ()),
        where,
        Areas(strategy),
        part=scope.part,
        within=None if scope == Scope() else areas_of(scope, strategy),
        named=named,
    )


def areas_of(scope: Scope, strategy: Strategy) -> frozenset[str]:
    """Return the areas of measurements that are of a scope: ids of länsdelar and kommuner."""
    if scope.part:
        inside = (one.id for one in strategy.municipalities_of(scope.part))
        return frozenset((scope.part, *inside))
    kommun = {one.id: one.municipality for one in strategy.principals}.get(scope.principal, "")
    return frozenset((kommun,)) if kommun else frozenset()


def _asked(
    things: Things, where: Mapping[str, str], scope: Scope, rows: set[str]
) -> Iterator[Thing]:
    """Yield the assignments of a scope: its länsdel's, and those about one of its actions."""
    for one in things.get("assignment", ()):
        own = bool(scope.part) and _part(one, where) == scope.part
        if scope == Scope() or own or not rows.isdisjoint(one.items("actions")):
            yield one


def _reporting(assignments: Iterable[Thing], strategy: Strategy, today: date) -> Reporting | None:
    """Return what is to be reported next, of what isn't reported and has a last day."""
    waiting = [
        (last, one)
        for one in assignments
        if not one["reported"] and (last := day_of(one["due"], "last"))
    ]
    if not waiting:
        return None
    first = min(last for last, _ in waiting)
    next_ = [one for last, one in waiting if last == first]
    bodies = dict.fromkeys(one.text("body") for one in next_)
    items = {one.id: said(one.short or one.label) for one in strategy.bodies}
    return Reporting(
        tuple(one.id for one in next_),
        tuple(one.text("title") for one in next_),
        tuple(items.get(one, one) for one in bodies if one),
        _said(next_[0]["due"]),
        first,
        first < today,
    )


def _said(period: object) -> str:
    said = period.get("said") if isinstance(period, Mapping) else None
    return said if isinstance(said, str) else ""
