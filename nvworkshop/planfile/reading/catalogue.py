"""Compare a file's tables and indexes with what a plan file may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nvworkshop.outside.refusal import RefusedError
from nvworkshop.planfile.reading.limits import MAX_INNER, MAX_OBJECTS
from nvworkshop.planfile.reading.records import TABLE_INTERIOR, TABLE_LEAF, Pages, Value, record
from nvworkshop.planfile.reading.refusal import BrokenError
from nvworkshop.planfile.schema import DERIVED_SQL, FORMAT, LOG_SQL

MIGRATIONS = {
    "_sqlite_migrations": (
        'CREATE TABLE "_sqlite_migrations" (\n'
        '   "id" INTEGER PRIMARY KEY,\n'
        '   "migration_set" TEXT,\n'
        '   "name" TEXT,\n'
        '   "applied_at" TEXT\n'
        ")"
    ),
    "idx__sqlite_migrations_migration_set_name": (
        'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
        '    ON "_sqlite_migrations" ("migration_set", "name")'
    ),
}
"""What sqlite-utils 4 adds to remember the schema steps that ran."""

_SCHEMA_COLUMNS = 5
_ROT = 8
"""Bytes of a CREATE text that may differ before it counts as written by somebody."""
_FIRST = re.compile(r'CREATE TABLE "[a-z][a-z0-9_]{0,59}" \("id" TEXT PRIMARY KEY')
_DERIVED = re.compile(DERIVED_SQL)
_COLUMN = re.compile(r'"[a-z][a-z0-9_]{0,59}" (TEXT|INTEGER|REAL|ANY)(\) STRICT)?')
_BEFORE = 'CREATE TABLE "t" ("id" TEXT PRIMARY KEY, '
_END = ") STRICT"
_LETTERS = "".join(sorted(set('CREATE TABLE "a" ("id" TEXT PRIMARY KEY, INTEGER REAL ANY) STRICT')))
_LONGEST_PART = 200


class Entry(NamedTuple):
    """One row of `sqlite_schema`."""

    type: str
    name: str
    table: str
    root: int
    sql: str | None


def entries(pages: Pages) -> list[Entry]:
    """Read `sqlite_schema` from the pages themselves, so that SQLite needn't see it first."""
    found = []
    for payload in _payloads(pages):
        found.append(entry(record(payload)))
        if len(found) > MAX_OBJECTS:
            raise RefusedError("hostile", "many")
    return found


def _payloads(pages: Pages) -> Iterator[bytes]:
    """Walk the table that begins on page 1."""
    waiting, seen = [1], set[int]()
    while waiting:
        number = waiting.pop(0)
        start = 100 if number == 1 else 0
        page = pages.page(number)
        if number in seen or len(seen) > MAX_INNER or len(page) < pages.usable:
            raise BrokenError
        seen.add(number)
        if page[start] == TABLE_INTERIOR:
            waiting = pages.children(page, start)[0] + waiting
        elif page[start] == TABLE_LEAF:
            yield from (_sound(cell and cell.payload) for cell in pages.cells(page, start))
        else:
            raise BrokenError


def _sound(payload: bytes | None) -> bytes:
    if payload is None:
        raise BrokenError
    return payload


def entry(row: tuple[Value, ...]) -> Entry:
    """Return a row of `sqlite_schema` with its texts as strings, byte for byte."""
    if len(row) != _SCHEMA_COLUMNS:
        raise BrokenError
    kind, name, table, root, sql = row
    if not isinstance(root, int) or not isinstance(sql, bytearray | None):
        raise BrokenError
    text = None if sql is None else sql.decode("latin-1")
    return Entry(_text(kind), _text(name), _text(table), root, text)


def _text(value: Value) -> str:
    if not isinstance(value, bytearray):
        raise BrokenError
    return value.decode("latin-1")


def is_plan(found: Iterable[Entry]) -> bool:
    """Tell whether the change log is there in any known format, whatever else is."""
    logs = {texts["change"] for texts in LOG_SQL.values()}
    return any(entry.name == "change" and entry.sql in logs for entry in found)


def check(found: list[Entry], version: int) -> None:
    """Refuse what no program of ours wrote; raise BrokenError for what looks like damage."""
    texts = LOG_SQL.get(version, LOG_SQL[FORMAT])
    strangers = [entry for entry in found if not _allowed(entry, texts)]
    for stranger in strangers:
        if not _rotten(stranger, texts):
            raise RefusedError("hostile", _kind(stranger))
    names = [entry.name for entry in found]
    if strangers or len(set(names)) < len(names) or not texts.keys() <= set(names):
        raise BrokenError


def _allowed(entry: Entry, texts: dict[str, str]) -> bool:
    if entry.root < 1:
        return False
    if entry.sql is None:
        return entry.type == "index" and entry.name.startswith(f"sqlite_autoindex_{entry.table}_")
    if entry.type != ("table" if entry.sql.startswith("CREATE TABLE ") else "index"):
        return False
    exact = texts.get(entry.name) or MIGRATIONS.get(entry.name)
    if exact:
        return entry.sql == exact
    return entry.sql.startswith(f'CREATE TABLE "{entry.name}" ') and _is_derived(entry.sql)


def _is_derived(sql: str) -> bool:
    return _DERIVED.fullmatch(sql) is not None


def _kind(entry: Entry) -> str:
    if entry.type in ("trigger", "view", "index"):
        return entry.type
    return "table" if entry.root else "virtual"


def _rotten(entry: Entry, texts: dict[str, str]) -> bool:
    """Tell whether an entry is one of ours with a few damaged bytes.

    The answer only decides between refusing and salvaging, and salvaging runs nothing of the file.
    """
    if entry.type in ("trigger", "view") or (entry.root < 1 and entry.sql):
        return False
    if entry.sql is None or "\0" in entry.sql:
        return True
    known = (*texts.values(), *MIGRATIONS.values())
    return any(_near(entry.sql, text) for text in known) or _near_derived(entry.sql)


def _near(sql: str, text: str) -> bool:
    return len(sql) == len(text) and sum(a != b for a, b in zip(sql, text, strict=True)) <= _ROT


def _near_derived(sql: str) -> bool:
    """Tell whether one letter put right would make the text a derived table's."""
    first, *columns = sql.split(", ")
    parts = [_FIRST.fullmatch(first.removesuffix(_END)), *map(_COLUMN.fullmatch, columns)]
    wrong = [at for at, match in enumerate(parts) if match is None]
    if len(wrong) != 1:
        return False
    part = sql.split(", ")[wrong[0]]
    return len(part) <= _LONGEST_PART and any(
        _is_derived(f"{_BEFORE if wrong[0] else ''}{text}{'' if text.endswith(_END) else _END}")
        for text in _put_right(part)
    )


def _put_right(part: str) -> Iterator[str]:
    for at in range(len(part)):
        for letter in _LETTERS:
            yield part[:at] + letter + part[at + 1 :]
