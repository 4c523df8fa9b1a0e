"""What a call changed: views refresh from this, never from guesswork."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.planfile.store import Key


@dataclass(frozen=True, slots=True)
class Outcome:
    """The things a call touched, the step's name, and sentences for the person.

    `notes` only tell; the `warnings` somebody should read. `erased` are fields (kind, thing, field)
    that lost values for good.
    """

    touched: frozenset[Key] = frozenset()
    label: str = ""
    notes: tuple[str, ...] = ()
    entity: str = ""
    warnings: tuple[str, ...] = ()
    erased: frozenset[tuple[str, str, str]] = frozenset()
