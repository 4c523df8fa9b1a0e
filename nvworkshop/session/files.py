"""Whole files: check, salvage, hand-back, and near-duplicates as rows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nvworkshop.language import said
from nvworkshop.model.changes import Change
from nvworkshop.planfile.publish import Published, publish
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.session.opening import own_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.taken import refuse_taken
from nvworkshop.session.view import PlanView


def salvage(damaged: Path, out: Path) -> tuple[PlanContent, Published]:
    """Write a new plan file with every change of a damaged one that still verifies.

    Raises InputError when `out` exists already; the damaged file is never touched.
    """
    refuse_taken(out)
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
        problems.append(
            said("{damaged} av {expected} ändringar gick inte att läsa.").format(
                damaged=content.damaged, expected=content.expected
            )
        )
    return list(dict.fromkeys(problems))
