"""Receipts: what a merge did, source by source."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SourceResult:
    """What one source file gave: counts of changes, and an error sentence when it gave none.

    `file` is the file's name without its folder. `county_part`
    is whose plan it was.
    """

    file: str
    sha256: str = ""
    new_changes: int = 0
    known_changes: int = 0
    damaged_changes: int = 0
    error: str = ""
    notes: tuple[str, ...] = ()
    county_part: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line and the log; `error` is null when all went well."""
        return {**asdict(self), "notes": list(self.notes), "error": self.error or None}


@dataclass(frozen=True, slots=True)
class MergeReport:
    """A whole merge: the receipt's id ("" when nothing new came), sources, and what stands now."""

    receipt: str
    sources: tuple[SourceResult, ...]
    actions: int
    conflicts: int
    erased: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line."""
        return {
            "receipt": self.receipt or None,
            "sources": [source.as_json() for source in self.sources],
            "actions": self.actions,
            "conflicts": self.conflicts,
            "erased": self.erased,
        }

    @property
    def needs_person(self) -> bool:
        """Tell whether somebody has to look: conflicts, damage or a source that gave nothing."""
        return self.conflicts > 0 or any(one.error or one.damaged_changes for one in self.sources)

    @property
    def failed(self) -> bool:
        """Tell whether no source could be used at all."""
        return bool(self.sources) and all(one.error for one in self.sources)
