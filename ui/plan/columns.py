"""The columns a table can have: one for each declared field, and which are there from the start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from ui.words import tr

FIRST = ("number", "title", "principal", "end", "indicator", "status")
"""The columns of a table nobody has changed, as far as the kind has them."""

_FLEXIBLE = "title"
_LEAST_FLEXIBLE = 24
_WIDTHS = {"number": 4, "principal": 18, "end": 15, "start": 14, "indicator": 19, "status": 14}
"""Characters, where a sheet's width is not right for a screen."""
_ORDINARY, _MOST, _LEAST = 16, 30, 7
_IN_PLACE = (
    FieldType.TEXT,
    FieldType.CHOICE,
    FieldType.PERIOD,
    FieldType.DATE,
    FieldType.NUMBER,
    FieldType.BOOL,
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it shows."""

    field: Field

    @property
    def name(self) -> str:
        """The field's name in code."""
        return self.field.name

    @property
    def title(self) -> str:
        """What stands over the column."""
        return tr(self.field.sv)

    @property
    def flexible(self) -> bool:
        """Whether the column takes the room the others leave."""
        return self.field.name == _FLEXIBLE

    @property
    def chars(self) -> int:
        """The ordinary width in characters; for a flexible column the least."""
        if self.flexible:
            return _LEAST_FLEXIBLE
        wanted = _WIDTHS.get(self.field.name, self.field.width or _ORDINARY)
        return max(_LEAST, min(wanted, _MOST)) if self.field.name != "number" else wanted

    @property
    def in_place(self) -> bool:
        """Whether a cell can be written in; the others are for the editor, which has the room."""
        return self.field.type in _IN_PLACE and not self.field.many


def columns_of(kind: str) -> dict[str, Column]:
    """Return every column a table of the kind can have, in the order the fields are declared."""
    return {field.name: Column(field) for field in KINDS[kind].fields}


def first_columns(kind: str) -> tuple[Column, ...]:
    """Return the columns of a table nobody has changed."""
    return chosen_columns(kind, FIRST)


def chosen_columns(kind: str, names: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of these names, in this order; names this program lacks are left out."""
    declared = columns_of(kind)
    return tuple(declared[name] for name in dict.fromkeys(names) if name in declared)
