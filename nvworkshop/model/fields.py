"""What a kind and a field are: the vocabulary the declarations in `kinds` are written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FieldType(Enum):
    """What a field holds, and how its value is written as JSON in the log."""

    TEXT = "text"  # one line: "…"
    LONG = "long"  # several lines: "…"
    CHOICE = "choice"  # the id of an option: "R1"
    REF = "ref"  # the id of another thing
    PERIOD = "period"  # {"said": "Q3 2026", "first": "2026-07-01", "last": "2026-09-30"}
    DATE = "date"  # "2026-11-30"
    NUMBER = "number"  # 12 or 0.5
    BOOL = "bool"  # true
    DATA = "data"  # any JSON; made by the program, not typed


class Group(Enum):
    """How people think about a row; the editor and the documents follow it."""

    WHAT = "Vad"
    WHO = "Vem"
    WHEN = "När"
    EVIDENCE = "Hur vet vi"
    NEEDS = "Vad krävs"
    STATE = "Läge"
    LINKS = "Hör ihop med"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind: everything any part of the program needs to know about it.

    `of` names a list of options (a category of the strategy or of `choices`) or, for a reference,
    a kind, or several with spaces between. `many` makes it a list. `decision` says why the field is
    needed before a decision; empty means it is not. `low` and `high` bound a number. `private`
    stays out of documents unless asked for. `width` is characters in a sheet, 0 = no column there.
    `seldom` is for what most rows leave empty: the editor keeps it folded until it is filled in.
    `latest` is for what only tells how things are just now: of values set apart the newest stands,
    and nobody is asked.
    """

    name: str
    sv: str
    en: str
    type: FieldType = FieldType.TEXT
    group: Group = Group.WHAT
    of: str = ""
    help: str = ""
    decision: str = ""
    many: bool = False
    low: float | None = None
    high: float | None = None
    private: bool = False
    width: int = 0
    seldom: bool = False
    latest: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things that a reference can point at."""
        return tuple(self.of.split()) if self.type is FieldType.REF else ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its name in code, on screen, and its fields.

    `begins` is what a new one says from the start unless somebody says otherwise: names of fields
    and values as logged. One that is `fixed` says what happened then, and is never written over.
    """

    name: str
    sv: str
    sv_plural: str
    en: str
    plural: str
    fields: tuple[Field, ...]
    system: bool = False
    begins: tuple[tuple[str, str], ...] = ()
    fixed: bool = False

    def field(self, name: str) -> Field | None:
        """Return the field of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def title_field(self) -> Field:
        """The field people know the thing by: its first."""
        return self.fields[0]
