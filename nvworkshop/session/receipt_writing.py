"""Writing the receipt of what came with files: of a merge, or of the plan's own file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nvworkshop.merging.receipts import SourceResult
from nvworkshop.model.aside import Ranges
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.view import PlanView

if TYPE_CHECKING:
    from nvworkshop.session.session import Session


def write_receipt(
    session: Session,
    sources: Sequence[SourceResult],
    brought: Ranges,
    kept: Mapping[str, Ranges],
) -> str:
    """Write a receipt inside `writing`, and return its id."""
    values = {
        "at": session.surroundings.now().astimezone().isoformat(timespec="seconds"),
        "sources": [one.as_logged() for one in sources],
        "brought": brought,
        "action_count": session.how_many("action"),
        "conflict_count": conflict_count(session),
        "plan": session.store.plan,
        **({"kept": dict(kept)} if kept else {}),
    }
    session.pen.come_last()  # the newest is the one that is taken back
    return session.add_inside("receipt", values)


def conflict_count(session: PlanView) -> int:
    """Return the number of fields in conflict."""
    conflicting = session.conflicting()
    things = (session.store.thing(KINDS[kind], entity) for kind, entity in conflicting)
    return sum(len(thing.conflicts) for thing in things if thing)
