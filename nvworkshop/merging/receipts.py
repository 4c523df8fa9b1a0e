"""Receipts: what a merge did, source by source."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from nvworkshop.language import in_source
from nvworkshop.model.aside import Ranges

_FOR_THE_LOG = ("brought", "joined")
"""What scripts don't need to read: it would fill the screen."""


@dataclass(frozen=True, slots=True)
class SourceResult:
    """What one source file gave: counts of changes, and an error sentence when it gave none.

    `file` is the file's name without its folder. `county_part` is whose plan it was, `plan` and
    `title` which. A file that was read but may not come in has `sha256` beside its error. `brought`
    names the changes that came from it, and `joined` the ids of the things that both it and the
    plan had written in without knowing of each other.
    """

    file: str
    sha256: str = ""
    new_changes: int = 0
    known_changes: int = 0
    damaged_changes: int = 0
    error: str = ""
    notes: tuple[str, ...] = ()
    county_part: str = ""
    plan: str = ""
    title: str = ""
    brought: Ranges = field(default_factory=dict)
    joined: tuple[str, ...] = ()

    def as_logged(self) -> dict[str, Any]:
        """Return it for the log, in the source's words; `error` is null when all went well."""
        told = {"notes": list(map(in_source, self.notes)), "joined": list(self.joined)}
        return {**asdict(self), **told, "error": in_source(self.error) or None}

    def as_json(self) -> dict[str, Any]:
        """Return it for the command line, without what only the log has use for."""
        told = {"error": self.error or None, "notes": list(self.notes)}
        return {
            name: told.get(name, data)
            for name, data in self.as_logged().items()
            if name not in _FOR_THE_LOG
        }


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
    def refused(self) -> tuple[SourceResult, ...]:
        """The files that were read but may not come in."""
        return tuple(one for one in self.sources if one.error and one.sha256)

    @property
    def needs_person(self) -> bool:
        """Tell whether somebody has to look: conflicts, damage or a source that gave nothing."""
        return self.conflicts > 0 or any(one.error or one.damaged_changes for one in self.sources)

    @property
    def failed(self) -> bool:
        """Tell whether no source could be used at all."""
        return bool(self.sources) and all(one.error for one in self.sources)
