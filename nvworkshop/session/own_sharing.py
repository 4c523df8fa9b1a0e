"""What a huvudman lets out of its own plan: seen before it goes, and written anew (decision 017).

Nothing of the own plan's log is copied. Each thing that goes is made of values that stand, with an
id of its own, and the same log gives the same changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.changes import Change
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import SHARED
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.planfile.publish import Published, publish
from nvworkshop.reports.rolled import RolledUp, said_statuses
from nvworkshop.session.files import store_of
from nvworkshop.session.own_log import OwnLog
from nvworkshop.session.own_plan import PART_OF
from nvworkshop.session.taken import refuse_taken
from nvworkshop.session.view import PlanView

ROW, STATUS = KINDS["own_row"], KINDS["own_status"]
_TITLE = 90
_TEXT = 300


@dataclass(frozen=True, slots=True)
class Part:
    """What goes out of one row of the plan that is followed: the summary, and the rows shared."""

    target: str
    title: str
    rows: tuple[Thing, ...]
    shared: tuple[Thing, ...]
    end: Any = None

    @property
    def statuses(self) -> dict[str, int]:
        """How many own rows there are in each status they have."""
        return dict(Counter(one.text("status") for one in self.rows))


@dataclass(frozen=True, slots=True)
class Sharing:
    """All that goes out, and what is said of the rest.

    `held` are the fields held back, in code, and `held_anew` those of them that once weren't.
    `withdrawn` names rows that have been marked as shared before and are not now; `loose` counts
    rows that are part of nothing, and stay.
    """

    principal: str
    who: str
    parts: tuple[Part, ...]
    held: tuple[str, ...]
    held_anew: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    loose: int = 0

    @property
    def shared(self) -> int:
        """How many rows go out whole."""
        return sum(len(one.shared) for one in self.parts)

    @property
    def counted(self) -> int:
        """How many rows are counted in the summaries."""
        return sum(len(one.rows) for one in self.parts)


def sharing_of(view: PlanView) -> Sharing:
    """Return what would go out now. Raises InputError for a plan that isn't a huvudman's own."""
    if not view.is_own or view.plan is None:
        raise InputError(
            said("Planen är ingen huvudmans egen plan."),
            hint=said("Bara en egen plan lämnas så. Andra planer slås samman som de är."),
        )
    log = OwnLog(view)
    rows = view.things("action")
    targets = dict.fromkeys(target for row in rows for target in log.parts_ever(row.id))
    targets |= dict.fromkeys(target for one in log.gone for target in log.parts_ever(one))
    return Sharing(
        view.plan.text("principal"),
        view.strategy.label("principal", view.plan.text("principal")),
        tuple(_part(view, target, rows) for target in targets),
        log.held,
        log.held_anew,
        tuple(log.titles_withdrawn()),
        sum(not one.text("part_of") for one in rows),
    )


def _part(view: PlanView, target: str, rows: Sequence[Thing]) -> Part:
    mine = tuple(one for one in rows if one.text("part_of") == target)
    ends = [one["end"] for one in mine if isinstance(one["end"], dict) and one["end"].get("last")]
    title = view.named(PART_OF, target) or said("Åtgärd som inte finns kvar")
    shared = tuple(filter(_is_shared, mine))
    return Part(target, title, mine, shared, max(ends, key=lambda one: one["last"], default=None))


def _is_shared(row: Thing) -> bool:
    """Tell whether a row is shared; while two say different things of that it isn't."""
    return row["shared"] is True and "shared" not in row.conflicts


def told(view: PlanView, of: Sharing) -> list[str]:
    """Return as lines exactly what goes out; what stands first in a line tells its depth."""
    lines: list[str] = []
    for part in of.parts:
        lines.append(f"{shorten(part.title, _TITLE)}")
        until = view.readable("own_status", "end", part.end) if part.end else ""
        count = len(part.rows)
        rolled = RolledUp("", of.who, count, said_statuses(part.statuses, count), until)
        lines.append(f"  {rolled.sentence}.")
        for row in part.shared:
            lines.append(said("  ”{title}” med:").format(title=shorten(row.text("title"), _TITLE)))
            lines += [f"    {one}" for one in _fields(view, row, of.held)]
    return lines


def _fields(view: PlanView, row: Thing, held: Sequence[str]) -> Iterable[str]:
    beside = ("title", "plan", "part_of", *held)
    for field in ROW.fields:
        if field.name not in beside and row[field.name] is not None:
            text = view.readable("action", field.name, row[field.name])
            yield f"{said(field.sv)}: {shorten(text, _TEXT)}"


def remarks(of: Sharing) -> list[str]:
    """Return what a person should know before anything goes out."""
    spoken = []
    if of.held:
        spoken.append(said("Lämnas inte ut: {names}.").format(names=_names(of.held)))
    hidden = of.counted - of.shared
    if hidden:
        what = (
            said("1 rad räknas, men dess")
            if hidden == 1
            else said("{hidden} rader räknas, men deras").format(hidden=hidden)
        )
        spoken.append(said("{what} text följer inte med.").format(what=what))
    if of.loose:
        what = (
            said("1 rad är") if of.loose == 1 else said("{loose} rader är").format(loose=of.loose)
        )
        spoken.append(
            said("{what} inte del av någon åtgärd och följer inte med.").format(what=what)
        )
    back = [f"”{shorten(one, 60)}”" for one in of.withdrawn]
    back += [_names(of.held_anew)] if of.held_anew and of.shared else []
    if back:
        spoken.append(
            said("Fick lämnas ut tidigare och dras tillbaka: {back}. {too_late}").format(
                back=", ".join(back), too_late=said(_TOO_LATE)
            )
        )
    return spoken


_TOO_LATE = marked(
    "Det som redan är lämnat går inte att kalla tillbaka ur de kopior som andra har, men det visas "
    "inte längre när den här filen har slagits samman."
)


def _names(fields: Sequence[str]) -> str:
    declared = (ROW.field(one) for one in fields)
    return ", ".join(said(one.sv) for one in declared if one)


def share(view: PlanView, out: Path) -> Published:
    """Write what the huvudman lets out to `out`; the own plan is not changed.

    Raises InputError when something lies there already, or nothing would go out.
    """
    of = sharing_of(view)
    if not of.parts:
        raise InputError(
            said("Planen har inga egna rader som är del av en åtgärd."),
            hint=said("Skriv egna rader först, och välj vad var och en är del av."),
        )
    refuse_taken(out)
    log = OwnLog(view)
    store = store_of(log.plan, changes_of(view, log, of))
    try:
        return publish(store, out)
    finally:
        store.close()


def changes_of(view: PlanView, log: OwnLog, of: Sharing) -> list[Change]:
    """Return what goes out as changes; the same for the same log."""
    changes = list(log.announced(of.who))
    changes += log.constant("plan", log.plan, _plan_values(view, of))
    for part in of.parts:
        touching = log.of_target(part.target)
        entity = log.derived(STATUS.name, part.target)
        changes += log.standing(STATUS.name, entity, _status_values(log, part, of), touching)
        for row in part.shared:
            entity = log.derived(ROW.name, row.id)
            changes += log.standing(
                ROW.name, entity, _row_values(log, row, of), log.of_row(row.id), held=of.held
            )
    return changes


def _plan_values(view: PlanView, of: Sharing) -> dict[str, Any]:
    plan = view.plan
    same = {name: plan[name] for name in ("strategy", "strategy_version", "sample") if plan}
    values = {"title": f"Delat ur egen plan: {of.who}", "level": SHARED, "principal": of.principal}
    return {name: data for name, data in (values | same).items() if data is not None}


def _status_values(log: OwnLog, part: Part, of: Sharing) -> dict[str, Any]:
    return {
        "part_of": part.target,
        "principal": of.principal,
        "count": len(part.rows),
        **{one.id: part.statuses.get(one.id) for one in CHOICES["status"]},
        "end": part.end,
        "rows": sorted(log.derived(ROW.name, one.id) for one in part.shared),
        "plan": log.plan,
    }


def _row_values(log: OwnLog, row: Thing, of: Sharing) -> dict[str, Any]:
    values = {one.name: row[one.name] for one in ROW.fields if one.name not in of.held}
    return {**values, **dict.fromkeys(of.held), "plan": log.plan}
