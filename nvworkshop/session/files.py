"""Whole files: check, salvage, hand-back, and near-duplicates as rows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.heads import heads
from nvworkshop.model.rules import gathered
from nvworkshop.model.things import Thing
from nvworkshop.planfile.publish import Published, publish
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.session.opening import own_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView


def salvage(damaged: Path, out: Path) -> tuple[PlanContent, Published]:
    """Write a new plan file with every change of a damaged one that still verifies.

    Raises InputError when `out` exists already; the damaged file is never touched.
    """
    if out.exists():
        raise InputError(f"{out.name} finns redan.", hint="Välj ett annat namn.")
    content = read_plan(damaged)
    store = store_of(own_plan(content), content.changes)
    try:
        return content, publish(store, out)
    finally:
        store.close()


def store_of(plan: str, changes: Iterable[Change]) -> Store:
    """Return a store in memory with those changes."""
    store = Store.create(None, plan=plan)
    with store.transaction():
        store.append(list(changes))
    return store


def view_of(content: PlanContent, surroundings: Surroundings | None = None) -> PlanView:
    """Return a plan to read, from what was read of its file."""
    return PlanView(store_of(own_plan(content), content.changes), surroundings or Surroundings())


def check(content: PlanContent) -> list[str]:
    """Return what is wrong with a plan file, as sentences; none when it is whole."""
    problems = list(content.notes)
    if content.damaged:
        problems.append(f"{content.damaged} av {content.expected} ändringar gick inte att läsa.")
    return list(dict.fromkeys(problems))


def hand_back(view: PlanView, out: Path, *, county_part: str) -> Published:
    """Write the file a länsdel gets back: its plan, the joint actions it is part of, its conflicts.

    The file is the länsdel's own plan, the first of `plans_for`; merged at home it brings the
    coordinator's decisions.
    """
    if out.exists():
        raise InputError(f"{out.name} finns redan.", hint="Välj ett annat namn.")
    own = plans_for(view, county_part)[0]
    entities = _own_entities(view, own)
    log = list(view.store.changes())
    ids = {one.id.hex() for one in log if one.entity in entities}
    wanted = [
        one for one in log if one.entity in entities or (one.kind == REDACT and one.entity in ids)
    ]
    writers = {one.writer.hex() for one in wanted}
    known = {one.id for one in wanted}
    wanted += [one for one in log if one.entity in writers and one.id not in known]
    store = store_of(own.id, wanted)
    try:
        return publish(store, out)
    finally:
        store.close()


def plans_for(view: PlanView, county_part: str) -> list[Thing]:
    """Return a länsdel's plans, last changed first; the id of a plan means that one.

    Raises InputError when there is none.
    """
    found = view.strategy.find("county_part", county_part)
    wanted = found.id if found else county_part
    plans = [one for one in view.things("plan") if wanted in (one["county_part"], one.id)]
    if not plans:
        label = view.strategy.label("county_part", wanted)
        parts = dict.fromkeys(one.text("county_part") for one in view.things("plan"))
        names = ", ".join(view.strategy.label("county_part", one) for one in parts if one)
        hint = f"Planer finns för: {names}." if names else "Slå samman länsdelarnas planer först."
        raise InputError(
            f"Det finns ingen plan för ”{label}” i den övergripande planen.", hint=hint
        )
    return sorted(plans, key=lambda one: (one.updated, one.id), reverse=True)


def _own_entities(view: PlanView, own: Thing) -> set[str]:
    """Return the ids of the plan's things, also removed ones, its joint actions and links."""
    mine = {own.id, view.store.plan}
    by_entity: dict[str, list[Change]] = {}
    for one in view.store.changes("field = 'plan'"):
        by_entity.setdefault(one.entity, []).append(one)
    for entity, changes in by_entity.items():
        if any(head.data == own.id for head in heads(changes).get("plan", ())):
            mine.add(entity)
    joint = {j for j, actions in gathered(view.links()).items() if mine & set(actions)}
    links = {one.id for one in view.links() if one.text("action") in mine}
    return mine | joint | links
