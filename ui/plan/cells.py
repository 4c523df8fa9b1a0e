"""What a cell tells besides its text: missing, in conflict, past its time, a status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from nvworkshop.model.fields import FieldType
from nvworkshop.model.labels import is_answer
from nvworkshop.model.rules import is_late
from nvworkshop.model.values import is_unreadable
from nvworkshop.session.rows import Row
from ui.plan.columns import Column

_SHOWN = 400
"""Most characters of a text that two lines can need."""


class Mark(Enum):
    """What a cell is marked with."""

    NONE = "none"
    MISSING = "missing"
    """A decision needs the field, and it is empty."""
    UNDECIDED = "undecided"
    """A decision needs the field, and it is said not to be decided yet."""
    CONFLICT = "conflict"
    OVERDUE = "overdue"
    UNREADABLE = "unreadable"
    """A time as said that has no days: it can't be sorted or followed up."""
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text on one line, its mark, and for a status which one."""

    text: str
    mark: Mark = Mark.NONE
    status: str = ""
    quiet: bool = False
    """Whether the text is less than a value, such as "ej aktuellt"."""


def cell_of(row: Row, column: Column, today: date) -> Cell:
    """Return what a cell shows."""
    name = column.name
    thing = row.thing
    text = whole_text(row, name)
    if len(text) > _SHOWN or "\n" in text:
        text = " ".join(text[:_SHOWN].split())
    if name in thing.conflicts:
        return Cell(text, Mark.CONFLICT)
    if column.field.type is FieldType.PERIOD and is_unreadable(thing[name]):
        return Cell(text, Mark.UNREADABLE)
    if name in row.missing:
        return Cell(text, Mark.UNDECIDED if text else Mark.MISSING)
    if name == "status" and isinstance(thing["status"], str):
        return Cell(text, Mark.STATUS, thing["status"])
    if name == "end" and is_overdue(row, today):
        return Cell(text, Mark.OVERDUE)
    return Cell(text, quiet=bool(text) and is_answer(thing[name]))


def whole_text(row: Row, name: str) -> str:
    """Return all that a cell says; a number says whose it is where several plans number."""
    return row.numbered if name == "number" else row.texts.get(name, "")


def is_overdue(row: Row, today: date) -> bool:
    """Tell whether the time has passed for an action that is not done."""
    return is_late(row.thing["end"], row.thing["status"], today)


def hidden_conflicts(row: Row, shown: frozenset[str]) -> frozenset[str]:
    """Return the fields in conflict that have no column."""
    return row.thing.conflicts - shown if row.thing.conflicts else row.thing.conflicts
