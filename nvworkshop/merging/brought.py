"""What a merge has brought so far, told without the values: a whole country's is small too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nvworkshop.model.aside import Ranges, joined, ranges_of
from nvworkshop.model.changes import REDACT, Change


@dataclass(slots=True)
class Brought:
    """Whose changes came, which things they are about, and the erasures among them."""

    ranges: Ranges = field(default_factory=dict)
    touched: set[tuple[str, str]] = field(default_factory=set)
    redactions: list[Change] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """The kinds of the things."""
        return {kind for kind, _ in self.touched}

    def add(self, changes: Sequence[Change]) -> Ranges:
        """Take in what one source brought; return it as ranges."""
        ranges = ranges_of(changes)
        self.ranges = joined(self.ranges, ranges)
        self.touched |= {(one.kind, one.entity) for one in changes}
        self.redactions += [one for one in changes if one.kind == REDACT]
        return ranges
