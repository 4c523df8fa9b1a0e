"""Derived tables: one ordinary table per kind with its current values, for any SQLite tool to read.

Columns: `id`, then a column per declared field, `conflicts` (JSON list of fields in conflict, null
when none), `created` and `updated` (milliseconds since 1970 UTC). A period has three columns: as
said, and `_first` and `_last` as ISO dates. Lists are JSON. "ej aktuellt" and "ännu inte bestämt"
stand as those words; removed things have no row.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from nvworkshop.model.changes import encode
from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.labels import ANSWER_LABELS, is_answer
from nvworkshop.model.things import Thing

_SQL_TYPES = {FieldType.NUMBER: "ANY", FieldType.BOOL: "ANY"}
_ANSWER_OF = {words: {"answer": name} for name, words in ANSWER_LABELS.items()}


def columns(kind: Kind) -> list[tuple[str, str]]:
    """Return (name, SQL type) of the table's columns after `id`."""
    found: list[tuple[str, str]] = []
    for field in kind.fields:
        found.append((field.name, _SQL_TYPES.get(field.type, "TEXT")))
        if field.type is FieldType.PERIOD:
            found += [(f"{field.name}_first", "TEXT"), (f"{field.name}_last", "TEXT")]
    return [*found, ("conflicts", "TEXT"), ("created", "INTEGER"), ("updated", "INTEGER")]


def create_sql(kind: Kind) -> str:
    """Return the table's CREATE text."""
    parts = "".join(f', "{name}" {sql_type}' for name, sql_type in columns(kind))
    return f'CREATE TABLE "{kind.name}" ("id" TEXT PRIMARY KEY{parts}) STRICT'


@cache
def write_sql(kind: str) -> str:
    """Return the statement that writes one row; one with its id is overwritten in its place."""
    names = [name for name, _ in columns(KINDS[kind])]
    marks = ", ?" * len(names)
    new = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    return f'INSERT INTO "{kind}" VALUES (?{marks}) ON CONFLICT (id) DO UPDATE SET {new}'  # noqa: S608 (declared names)


@cache
def _places(kind: str) -> dict[str, int]:
    """Return where each column stands in a row."""
    return {name: place for place, (name, _) in enumerate(columns(KINDS[kind]), start=1)}


def row_of(kind: Kind, thing: Thing, created: int) -> list[Any]:
    """Return the row for a thing, in the table's order; `created` is its first change's `at`."""
    places, fields = _places(kind.name), FIELDS[kind.name]
    row: list[Any] = [None] * (len(places) + 1)
    for name, data in thing.values.items():
        place, field = places[name], fields[name]
        if type(data) is str and field.type is not FieldType.DATA:
            row[place] = data
        elif field.type is FieldType.PERIOD and not is_answer(data):
            row[place : place + 3] = data["said"], data["first"], data["last"]
        else:
            row[place] = _cell(field, data)
    conflicts = encode(sorted(thing.conflicts)) if thing.conflicts else None
    row[0], row[-3:] = thing.id, [conflicts, created, thing.updated]
    return row


def _cell(field: Field, data: Any) -> Any:
    if field.type is FieldType.DATA:
        return encode(data)
    if is_answer(data):
        return ANSWER_LABELS[data["answer"]]
    if field.many:
        return encode(data)
    return int(data) if isinstance(data, bool) else data


def thing_of_row(kind: Kind, row: tuple[Any, ...]) -> Thing:
    """Return the thing that a row of the table shows."""
    values: dict[str, Any] = {}
    place = 1
    for field in kind.fields:
        width = 3 if field.type is FieldType.PERIOD else 1
        if row[place] is not None:
            values[field.name] = _data(field, row[place : place + width])
        place += width
    conflicts = frozenset(json.loads(row[place])) if row[place] else frozenset()
    return Thing(kind.name, row[0], values, conflicts, row[place + 2])


def _data(field: Field, cells: tuple[Any, ...]) -> Any:
    first = cells[0]
    if field.type is FieldType.DATA:
        return json.loads(first)
    if isinstance(first, str) and first in _ANSWER_OF:
        return _ANSWER_OF[first]
    if field.type is FieldType.PERIOD:
        return {"said": first, "first": cells[1], "last": cells[2]}
    if field.many:
        return json.loads(first)
    return bool(first) if field.type is FieldType.BOOL else first
