"""Columns of things: declared fields, and what is worked out for each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import ACTION, KINDS
from nvworkshop.model.labels import options
from nvworkshop.model.row_marks import mark_of, marked_fields
from nvworkshop.model.rules import ENDED, day_of
from nvworkshop.model.tables import Column, ColumnKind, Role, Row, Table, Tone, Value
from nvworkshop.model.things import Thing
from nvworkshop.reports.cells import (
    cell,
    conflict_words,
    field_tone,
    kind_words,
    number_of,
    remarks,
)
from nvworkshop.reports.data import PlanData

MAIN = (
    "title",
    "description",
    "goal",
    "shift",
    "prerequisites",
    "principal",
    "contributors",
    "function",
    "end",
    "status",
)
"""The fields of an action that are printed; every other one is a detail for the screen."""


@dataclass(frozen=True, slots=True)
class Made:
    """A column and how its cells are made from a thing; no `tone` means as the row."""

    column: Column
    value: Callable[[Thing], Value]
    tone: Callable[[Thing], Tone | None] | None = None


ID = Made(Column("Id", 10, ColumnKind.ID), lambda thing: thing.id)
"""The hidden first column: what an import finds the row again by."""


def of_field(field: Field, data: PlanData, *, detail: bool = False, width: int = 0) -> list[Made]:
    """Return the columns of a declared field; a period has one as said and one with a date."""
    made = Made(
        Column(
            field.sv,
            width or field.width,
            _kind(field),
            detail,
            choice_cells(field, data),
            field.help,
            bool(field.decision),
            ended=ended_cells(field, data),
        ),
        lambda thing: cell(field, thing[field.name], data),
        lambda thing: field_tone(field, thing, data),
    )
    return (
        [made, _date_of(field, data, detail=detail)] if field.type is FieldType.PERIOD else [made]
    )


def _kind(field: Field) -> ColumnKind:
    """Return what a field's column holds; what is short is easily taken for a date."""
    if field.type is FieldType.PERIOD or (
        field.type is FieldType.TEXT and not field.many and field.width <= _SHORT
    ):
        return ColumnKind.SAID
    return _KINDS.get(field.type, ColumnKind.TEXT)


_KINDS = {FieldType.NUMBER: ColumnKind.NUMBER, FieldType.DATE: ColumnKind.DATE}
_SHORT = 18


def choice_cells(field: Field, data: PlanData) -> tuple[str, ...]:
    """Return the cells of what a field can be chosen as, none when several go in one cell."""
    if field.type is FieldType.BOOL:
        return tuple(str(cell(field, one, data)) for one in (True, False))
    if field.type is not FieldType.CHOICE or field.many:
        return ()
    return tuple(str(cell(field, one, data)) for one, _ in options(field, data.strategy))


def ended_cells(field: Field, data: PlanData) -> tuple[str, ...]:
    """Return the cells of a status that no longer can be late."""
    return tuple(str(cell(field, one, data)) for one in ENDED if field.of == "status")


def _date_of(field: Field, data: PlanData, *, detail: bool) -> Made:
    """Return the real date of a period: the last day, but the first of a start."""
    end, ending = ("first", "tidigast") if field.name == "start" else ("last", "senast")
    return Made(
        Column(f"{field.sv} {ending}", 11, ColumnKind.DATE, detail, late=field.name == "end"),
        lambda thing: day_of(thing[field.name], end),
        lambda thing: Tone.OVERDUE if field_tone(field, thing, data) is Tone.OVERDUE else None,
    )


def mark(data: PlanData) -> Made:
    """Return the hidden last column: what the row held, so that an import sees what was edited."""

    def held(thing: Thing) -> Value:
        fields = marked_fields(KINDS[thing.kind])
        return mark_of({one.name: cell(one, thing[one.name], data) for one in fields})

    return Made(Column(MARK, 10, ColumnKind.MARK, detail=True), held)


MARK = "Märke"


def field(kind: str, name: str) -> Field:
    """Return a declared field that is known to exist."""
    return next(one for one in KINDS[kind].fields if one.name == name)


def sheet_fields(kind: str) -> list[Field]:
    """Return the fields of a kind that have a column, never a private one."""
    return [one for one in KINDS[kind].fields if one.width and not one.private]


def of_action(data: PlanData, names: Iterable[str]) -> list[Made]:
    """Return printed columns of named action fields; they fit joint actions too."""
    fields = [field(ACTION.name, name) for name in names]
    return [made for one in fields for made in of_field(one, data, width=_printed_width(one))]


def _printed_width(field: Field) -> int:
    """Return a width that lets the printed columns share a page in letters people can read."""
    return max(_NARROWEST, round(field.width * _PRINTED))


_PRINTED = 0.8
_NARROWEST = 12


def details(data: PlanData) -> list[Made]:
    """Return the columns of every action field that isn't printed."""
    rest = (one for one in sheet_fields(ACTION.name) if one.name not in (*MAIN, "number"))
    made = [column for one in rest for column in of_field(one, data, detail=True)]
    reason = of_field(field("action", "shared_reason"), data, detail=True, width=26)
    place = next(n for n, one in enumerate(made) if one.column.label == _SHARED) + 1
    return [*made[:place], *reason, *made[place:]]


_SHARED = field("action", "shared").sv

KIND = Made(Column("Slag", 10), kind_words)
NUMBER = Made(Column("Nr", 5, ColumnKind.NUMBER), number_of)


def part(data: PlanData) -> Made:
    """Return the column with the row's länsdel or länsdelar."""
    return Made(Column("Länsdel", 12), data.part_label)


def conflict(data: PlanData) -> Made:
    """Return the column that names the fields in conflict."""

    def tone(thing: Thing) -> Tone | None:
        return Tone.CONFLICT if thing.id in data.conflicted else None

    return Made(Column("Konflikt", 13), lambda thing: conflict_words(thing, data), tone)


def attention(data: PlanData) -> list[Made]:
    """Return the columns that say in words what needs somebody: remarks and conflicts."""
    return [Made(Column("Anmärkning", 21), lambda thing: remarks(thing, data)), conflict(data)]


def rows(made: Sequence[Made], things: Iterable[Thing]) -> tuple[Row, ...]:
    """Return a row per thing; joint actions stand out."""
    return tuple(row(made, thing) for thing in things)


def row(made: Sequence[Made], thing: Thing) -> Row:
    """Return the row of one thing."""
    found = {n: one.tone(thing) for n, one in enumerate(made) if one.tone}
    tones = {n: tone for n, tone in found.items() if tone is not None}
    tone = Tone.STRONG if thing.kind == "joint_action" else Tone.PLAIN
    return Row(tuple(one.value(thing) for one in made), tones, tone)


def table(
    name: str,
    title: str,
    made: Sequence[Made],
    body: tuple[Row, ...],
    *,
    notes: tuple[str, ...] = (),
    role: Role = Role.OVERVIEW,
    kept: int = 0,
) -> Table:
    """Return a table of made columns."""
    columns = tuple(one.column for one in made)
    return Table(name, title, columns, body, notes, role, kept)
