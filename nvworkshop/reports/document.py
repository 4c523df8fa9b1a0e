"""The whole plan as plain data: everything but the private fields, values as in the log."""

from __future__ import annotations

from typing import Any

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.reports.check_sheets import is_private
from nvworkshop.reports.data import PlanData

FORMAT = "nvworkshop-plan"
VERSION = 1


def build_document(data: PlanData) -> dict[str, Any]:
    """Return the plan ready for JSON; `left_out` names the fields that stay in the plan file."""
    kinds = [kind for kind in KINDS.values() if not kind.system]
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "made": data.made.isoformat(timespec="seconds"),
        "plan": data.plan.id,
        "title": data.plan["title"],
        "strategy": {
            "id": data.strategy.id,
            "name": data.strategy.name,
            "version": data.strategy.version,
        },
        "left_out": [f"{kind.name}.{f.name}" for kind in kinds for f in kind.fields if f.private],
        "things": {kind.name: [_thing(one) for one in data.of(kind.name)] for kind in kinds},
        "conflicts": [one.as_json() for one in data.conflicts if not is_private(one)],
    }


def _thing(thing: Thing) -> dict[str, Any]:
    """Return every declared field, null when empty; the newest value where several stand."""
    open_fields = [field for field in KINDS[thing.kind].fields if not field.private]
    return {
        "id": thing.id,
        **{field.name: thing[field.name] for field in open_fields},
        "in_conflict": sorted(thing.conflicts),
    }
