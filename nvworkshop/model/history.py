"""History: who changed what, when, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.conflicts import iso, label_of
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as a person reads it; several values before when it decided a conflict.

    `erased` tells that the value has been erased for good.
    """

    id: str
    at: int
    kind: str
    entity: str
    field: str
    label: str
    before: tuple[Any, ...]
    after: Any
    writer: str
    device: str
    function: str
    erased: bool

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line, the time in ISO 8601 UTC."""
        return {
            "id": self.id,
            "at": iso(self.at),
            "kind": self.kind,
            "entity": self.entity,
            "field": self.field,
            "label": self.label,
            "before": self.before[0] if len(self.before) == 1 else (list(self.before) or None),
            "after": self.after,
            "writer": self.writer,
            "device": self.device,
            "function": self.function,
            "erased": self.erased,
        }


def history(changes: Iterable[Change], writers: Mapping[str, Thing]) -> list[Entry]:
    """Return the entries, oldest first; the program's own kinds are left out."""
    log = {one.id: one for one in changes}
    shown = (one for one in log.values() if one.kind != REDACT and not _is_system(one.kind))
    return [
        _entry(one, log, writers)
        for one in sorted(shown, key=lambda one: (one.at, one.writer, one.seq))
    ]


def _is_system(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].system


def _entry(change: Change, log: Mapping[bytes, Change], writers: Mapping[str, Thing]) -> Entry:
    writer = change.writer.hex()
    known = writers.get(writer)
    replaced = (log[one] for one in change.replaced if one in log)
    before = tuple(one.data for one in replaced if one.field == change.field)
    return Entry(
        change.id.hex(),
        change.at,
        change.kind,
        change.entity,
        change.field,
        label_of(change.kind, change.field),
        before,
        change.data,
        writer,
        known.text("device") if known else "",
        known.text("function") if known else "",
        change.value is None,
    )
