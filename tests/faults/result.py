"""What one part of the fault harness found, in the figures that every part has."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from typing import Any

_MOST_TOLD = 20


@dataclass
class Result:
    """The figures of one part.

    `lost` counts acknowledged edits that are gone and values that nobody wrote; `unclear` files
    that neither opened nor were refused with a sentence for people, and sentences that were none.
    """

    faults: int = 0
    edits: int = 0
    lost: int = 0
    unclear: int = 0
    more: dict[str, int] = field(default_factory=dict)
    why: list[str] = field(default_factory=list)
    impossible: str = ""

    def enough(self, end: float) -> bool:
        """Tell whether the time (monotonic) is up; however slow the machine, one fault is tried."""
        return self.faults > 0 and time.monotonic() > end

    def add(self, other: Result) -> None:
        """Take in the figures of another run of the part."""
        for name in ("faults", "edits", "lost", "unclear"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, number in other.more.items():
            self.count(name, number)
        self.why = [*self.why, *other.why][:_MOST_TOLD]
        self.impossible = self.impossible or other.impossible

    def count(self, name: str, number: int = 1) -> None:
        """Add to a figure of the part's own."""
        self.more[name] = self.more.get(name, 0) + number

    def lose(self, number: int, why: str) -> None:
        """Tell of something lost or invented."""
        if number:
            self.lost += number
            self._tell(f"lost: {why}")

    def obscure(self, why: str) -> None:
        """Tell of a file or a refusal that nobody can understand."""
        self.unclear += 1
        self._tell(f"unclear: {why}")

    def _tell(self, why: str) -> None:
        if len(self.why) < _MOST_TOLD:
            self.why.append(why)

    def as_json(self) -> dict[str, Any]:
        """Return the figures as plain data."""
        return asdict(self)
