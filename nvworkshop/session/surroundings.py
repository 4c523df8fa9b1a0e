"""What a session needs from outside: clock, chance, this computer's name and the home folder."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from nvworkshop import __version__
from nvworkshop.places import home


@dataclass(frozen=True)
class Surroundings:
    """Clock (aware, any zone), random bytes, device name and folder; tests pass their own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[int], bytes] = os.urandom
    device: str = field(default_factory=lambda: platform.node() or "dator")
    program: str = f"nvworkshop {__version__}"
    function: str = ""
    home: Callable[[], Path] = home

    def today(self) -> date:
        """Return the local date."""
        return self.now().astimezone().date()

    def standing_at(self, at: int) -> Surroundings:
        """Return the same with a clock that stands, at milliseconds since 1970 UTC.

        A time that no calendar has leaves the clock going.
        """
        try:
            then = datetime.fromtimestamp(at / 1000, UTC)
        except (OverflowError, ValueError, OSError):
            return self
        return replace(self, now=lambda: then)

    def new_id(self) -> str:
        """Return an id for a thing people make: 32 hex digits."""
        return self.random(16).hex()
