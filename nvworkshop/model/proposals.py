"""Changes that somebody proposes from outside a plan: chosen one by one before any is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from nvworkshop.model.sheets import Spot


class Sort(Enum):
    """What a proposal does to the plan."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    CONFLICT = "conflict"
    """The plan has changed the same field since the file was made."""


@dataclass(frozen=True, slots=True)
class FieldProposal:
    """One field: the value now, the value proposed, and the value when the file was made."""

    name: str
    now: Any
    proposed: Any
    base: Any = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one thing. `why` says what to think of.

    `entity` is the id; for a new thing the one it is to have, "" when any will do. A conflict has
    one field, so that each is chosen by itself. `needs` is the id of another new thing, without
    which this one is nothing.
    """

    sort: Sort
    kind: str
    entity: str
    title: str
    fields: tuple[FieldProposal, ...]
    spot: Spot
    ticked: bool = True
    why: str = ""
    needs: str = ""

    @property
    def key(self) -> str:
        """What the proposal is chosen by: the same for the same file and the same plan."""
        of = self.entity or f"{self.spot.sheet}!{self.spot.row}!{self.title}"
        field = self.fields[0].name if self.sort is Sort.CONFLICT else ""
        return f"{self.sort.value}:{of}:{field}".rstrip(":")


@dataclass(frozen=True, slots=True)
class Ask:
    """A column nobody knows that may be a field: what it is called, and the field it is like."""

    spot: Spot
    label: str
    field: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A cell or a row that could not be taken, and why, as a sentence."""

    spot: Spot
    label: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that a file proposes; `notes` tell of the file as a whole, `asks` need an answer."""

    file: str
    proposals: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    unchanged: int = 0
    asks: tuple[Ask, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
