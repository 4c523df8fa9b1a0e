"""The plans that have been merged into this one: whose each is, how old, and what it gave last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nvworkshop.language import said
from nvworkshop.model.rules import SHARED
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.planfile.figures import writers_by_plan
from nvworkshop.session.receipts import Source, damage, own_writers, receipts, sources_of
from nvworkshop.session.view import PlanView
from nvworkshop.session.who_wrote import called


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """One plan that others wrote and this one holds; all texts are as people read them.

    `name` is the länsdel, else the plan's title. `changed` is when it was written in last,
    milliseconds since 1970 UTC, and `who` by what functions or else computers, the last first.
    The rest is of its last merge: when (ISO 8601), the files it came in (`copies` of them
    different), and counts of changes. `damaged` and what is said of it stay until the plan has
    come in a whole file with as much in it. `is_share` tells that a huvudman has let it out.
    """

    plan: str
    name: str
    title: str
    state: str
    actions: int
    changed: int
    who: tuple[str, ...]
    merged: str
    files: tuple[str, ...]
    copies: int
    new: int
    damaged: int
    notes: tuple[str, ...]
    is_share: bool = False


def source_plans(view: PlanView) -> list[SourcePlan]:
    """Return the plans this one holds besides itself, and itself when copies of it were merged.

    In the strategy's order of länsdelar, then by name.
    """
    last = _last_merges(view)
    owed = damage(view)
    actions = _actions_by_plan(view)
    own = {one.hex() for one in own_writers(view)}
    wrote = writers_by_plan(view.store)
    names = {one.id: one for one in view.things("writer") if one.id not in own}
    parts = [item for item, _ in view.strategy.options("county_part")]
    found = [
        _told(
            view,
            one,
            (last.get(one.id), owed.get(one.id)),
            actions.get(one.id, 0),
            _who(view, one, wrote.get(one.id), names),
        )
        for one in view.things("plan")
        if one.id != view.store.plan or one.id in last
    ]
    order = {one.id: _place(parts, one.text("county_part")) for one in view.things("plan")}
    return sorted(found, key=lambda one: (order[one.plan], sort_key(one.name), one.plan))


def unread(view: PlanView) -> list[Source]:
    """Return the files of the newest merge that could not be read."""
    newest = receipts(view)[:1]
    return [source for one in newest for source in sources_of(one) if source.error]


def _last_merges(view: PlanView) -> dict[str, tuple[Thing, list[Source]]]:
    """Return the newest live receipt of each plan, with its files."""
    found: dict[str, tuple[Thing, list[Source]]] = {}
    for receipt in receipts(view):
        if receipt["taken_back"] is True:
            continue
        by_plan: dict[str, list[Source]] = {}
        for source in sources_of(receipt):
            by_plan.setdefault(source.plan, []).append(source)
        for plan, several in by_plan.items():
            if plan:
                found.setdefault(plan, (receipt, several))
    return found


def _actions_by_plan(view: PlanView) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in view.things("action"):
        found[one.text("plan")] = found.get(one.text("plan"), 0) + 1
    return found


def _who(
    view: PlanView, plan: Thing, wrote: dict[str, int] | None, known: dict[str, Thing]
) -> tuple[int, tuple[str, ...]]:
    """Return when one of those known wrote last, and who of them wrote, the last first."""
    times = {writer: at for writer, at in (wrote or {}).items() if writer in known}
    ordered = sorted(times, key=lambda writer: (-times[writer], writer))
    names = (called(view, known.get(writer), plan) for writer in ordered)
    return max(times.values(), default=0), tuple(dict.fromkeys(one for one in names if one))


def _told(
    view: PlanView,
    plan: Thing,
    came: tuple[tuple[Thing, list[Source]] | None, Source | None],
    actions: int,
    wrote: tuple[int, tuple[str, ...]],
) -> SourcePlan:
    last, lost = came
    receipt, files = last if last else (None, [])
    part = plan.text("county_part")
    return SourcePlan(
        plan.id,
        said(view.strategy.label("county_part", part)) if part else plan.text("title"),
        plan.text("title"),
        view.readable("plan", "state", plan["state"]),
        actions,
        *wrote,
        receipt.text("at") if receipt else "",
        tuple(dict.fromkeys(one.file for one in files)),
        len({one.sha256 for one in files}),
        sum(one.new_changes for one in files),
        lost.damaged_changes if lost else 0,
        _notes(dict.fromkeys([*files, lost] if lost else files)),
        plan.text("level") == SHARED,
    )


def _notes(files: Iterable[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for one in files for note in one.notes))


def _place(parts: list[str], part: str) -> int:
    return parts.index(part) if part in parts else len(parts)
