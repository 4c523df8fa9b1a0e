"""The door of a merge: what of another plan may come into this one.

A huvudman's own plan comes into no other plan, only what it has let out. Into an own plan comes
what concerns its huvudman, as ground.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nvworkshop.errors import PlanFileError
from nvworkshop.language import said
from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.rules import GROUND, OWN, ROWS, SHARED
from nvworkshop.model.things import Thing
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.session.files import view_of
from nvworkshop.session.view import PlanView


def admitted(view: PlanView, content: PlanContent) -> PlanContent | PlanFileError:
    """Return what may come in of what was read of a plan file, or why nothing may."""
    if content.plan == view.store.plan:
        return content
    levels = _levels(content)
    if _own_plans(content, levels) - {view.store.plan}:
        return PlanFileError(
            said("{name} är en huvudmans egen plan och slås inte samman här.").format(
                name=content.path.name
            ),
            said("Då skulle alla i länet se också det som huvudmannen inte delar."),
            said("Be om filen som huvudmannen gör med Lämna till den övergripande planen."),
        )
    if not view.is_own:
        return content
    if SHARED in levels[content.plan]:
        return PlanFileError(
            said("{name} är det en huvudman har lämnat till den övergripande planen.").format(
                name=content.path.name
            ),
            hint=said("Slå samman den i den övergripande planen."),
        )
    return _ground(view, content)


def _levels(content: PlanContent) -> defaultdict[str, set[str]]:
    """Return the levels each plan in the file has, or has had; any trace is enough."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in content.changes:
        if (one.kind, one.field) == ("plan", "level"):
            found[one.entity].add(str(one.data))
    return found


def _own_plans(content: PlanContent, levels: Mapping[str, set[str]]) -> set[str]:
    """Return the plans in the file that are a huvudman's own, or have been.

    Where damage has taken a plan's level, it is told by what only an own plan has.
    """
    parts = {one.entity for one in content.changes if one.field == "part_of" and one.data}
    told = {
        one.entity if one.kind == "plan" else str(one.data)
        for one in content.changes
        if (one.kind, one.field) == ("plan", "held_back")
        or (one.kind == "action" and one.field == "plan" and one.entity in parts)
    }
    own = {plan for plan, of in levels.items() if OWN in of}
    return own | {plan for plan in told if plan not in levels}


def _ground(view: PlanView, content: PlanContent) -> PlanContent:
    principal = view.plan.text("principal") if view.plan else ""
    known = {one.id for one in view.candidates(FIELDS["action"]["part_of"].of)}
    there = view_of(content, view.surroundings)
    try:
        wanted = _wanted(there, principal, known)
    finally:
        there.store.close()
    picked = list(_picked(content.changes, wanted))
    return replace(content, changes=picked, expected=len(picked))


def concerning(view: PlanView, principal: str) -> list[Thing]:
    """Return the rows of the plan after grouping that a huvudman answers for or takes part in."""
    joined = {one.text("action") for one in view.links()}
    return [
        one
        for kind in ("joint_action", "action")
        for one in view.things(kind)
        if one.id not in joined and concerns(one, principal)
    ]


def concerns(thing: Thing, principal: str) -> bool:
    """Tell whether a huvudman answers for a row or takes part in it."""
    return thing.text("principal") == principal or principal in thing.items("contributors")


def _wanted(view: PlanView, principal: str, known: set[str]) -> set[str]:
    """Return the ids of rows, with the plans they are in and the links between them."""
    rows = {one.id for one in concerning(view, principal)} | known
    there = [one for kind in ROWS for one in view.things(kind) if one.id in rows]
    plans = {one.text("plan") for one in there} | {view.store.plan}
    links = {
        one.id for one in view.links() if {one.text("joint_action"), one.text("action")} <= rows
    }
    return rows | plans | links


def _picked(changes: Iterable[Change], wanted: set[str]) -> Iterator[Change]:
    """Yield the changes of what is wanted, but private fields, with who wrote and what erases."""
    chosen = [one for one in changes if one.entity in wanted and _is_open(one)]
    ids = {one.id.hex() for one in chosen}
    writers = {one.writer.hex() for one in chosen}
    for one in changes:
        told = one.kind == "writer" and one.entity in writers
        if told or (one.kind == REDACT and one.entity in ids):
            yield one
    yield from chosen


def _is_open(change: Change) -> bool:
    field = FIELDS.get(change.kind, {}).get(change.field)
    return change.kind in GROUND and not (field is not None and field.private)
