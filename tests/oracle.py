"""What a plan must show, worked out the slow and plain way from its log alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from nvworkshop.model.changes import Change


def shown(log: Iterable[Change]) -> dict[tuple[str, str], dict[str, set[str]]]:
    """Return, per thing that is not removed, every value that stands for each field as JSON.

    A thing whose removal stands against edits shows, and `removed` among its values.
    """
    log = list({one.id: one for one in log}.values())
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for key in {(one.kind, one.entity) for one in log}:
        mine = [one for one in log if (one.kind, one.entity) == key]
        standing = [one for one in mine if not replaced(one, mine)]
        removals = [one for one in standing if one.field == "removed" and one.value == "true"]
        kept = [one for one in standing if one.field == "removed" and one.value != "true"]
        edits = [one for one in standing if one.field != "removed"]
        unseen = [e for e in edits if all(e.id not in r.replaced for r in removals)]
        if removals and not kept and not unseen:
            continue
        values: dict[str, set[str]] = {}
        for one in edits:
            if one.value is not None and one.value != "null":
                values.setdefault(one.field, set()).add(one.value)
        if removals:
            values["removed"] = {"true"}
        found[key] = values
    return found


def replaced(change: Change, among: list[Change]) -> bool:
    """Tell whether another change of the same field names this one."""
    return any(change.id in other.replaced for other in among if other.field == change.field)


def displayed(values: dict[str, set[str]], field: str) -> list[Any]:
    """Return the values of one field as data."""
    return [json.loads(value) for value in sorted(values.get(field, set()))]
