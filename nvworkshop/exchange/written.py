"""What writing a document tells its caller."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """How many actions were written and read back, and what the reader needs to know."""

    written: int
    read_back: int
    notices: tuple[str, ...] = ()
