"""What an import needs to know of the plan it proposes changes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from nvworkshop.model.fields import Field
from nvworkshop.model.sheets import RawValue
from nvworkshop.model.things import Thing


class KnownPlan(Protocol):
    """A plan to read, seen through what its workbooks show."""

    @property
    def plan(self) -> str:
        """The plan's id."""
        ...

    def kind(self, entity: str) -> str:
        """Return the kind of a thing the plan has, or has had; "" for none."""
        ...

    def thing(self, entity: str) -> Thing | None:
        """Return a thing that is there now."""
        ...

    def things(self, kind: str) -> Sequence[Thing]:
        """Return the things of a kind that are there now."""
        ...

    def cell(self, field: Field, data: Any) -> RawValue:
        """Return what a workbook made now would show for a value."""
        ...

    def read(self, kind: str, field: Field, text: str) -> Any:
        """Return what a cell means, None when it is empty; raise InputError."""
        ...

    def earlier(self, thing: Thing, field: Field) -> Sequence[tuple[int, Any]]:
        """Return all values the field has had, oldest first, each with its time in ms."""
        ...
