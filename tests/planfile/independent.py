"""A reader of plan files written from docs/file_format.md alone: no line of the program is used."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

MARKS = (0x4E56504C, 1)
LASTING = ("writer", "redact", "receipt", "version")
LATEST = (("workshop", "position"), ("link", "seen"))


class Row(NamedTuple):
    n: int
    id: bytes
    writer: bytes
    seq: int
    at: int
    kind: str
    entity: str
    field: str
    salt: bytes | None
    value: str | None
    digest: bytes | None
    replaces: bytes

    @property
    def names(self) -> set[bytes]:
        return {self.replaces[i : i + 16] for i in range(0, len(self.replaces), 16)}


class Thing(NamedTuple):
    values: dict[str, Any]
    conflicts: dict[str, list[Any]]
    erased: set[str]
    removed: bool
    created: int
    updated: int


class Plan(NamedTuple):
    plan: str
    things: dict[tuple[str, str], Thing]
    set_aside: set[int]


def read(path: Path) -> Plan:
    """Return what stands; ValueError when marks, an id or the number of changes is wrong."""
    uri = f"{path.absolute().as_uri()}?immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as file:
        marks = tuple(
            file.execute(f"PRAGMA {mark}").fetchone()[0]
            for mark in ("application_id", "user_version")
        )
        if marks != MARKS:
            raise ValueError(f"no plan file of format 1: {marks}")
        columns = ", ".join(Row._fields)
        rows = [Row(*row) for row in file.execute(f"SELECT {columns} FROM change ORDER BY n")]
        meta = dict(file.execute("SELECT key, value FROM meta"))
    damaged = [row.n for row in rows if not is_whole(row)]
    if damaged or len(rows) < int(meta["changes"]):
        raise ValueError(f"damaged: {damaged}, {len(rows)} of {meta['changes']} changes")
    return stands(rows, meta["plan"])


def digest16(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def identity(row: Row) -> bytes:
    proof = row.digest or b""
    if row.salt is not None and row.value is not None:
        proof = digest16(row.salt + row.value.encode())
    numbers = row.seq.to_bytes(8, "big", signed=True) + row.at.to_bytes(8, "big", signed=True)
    count = (len(row.replaces) // 16).to_bytes(4, "big")
    names = "\0".join((row.kind, row.entity, row.field)).encode()
    return digest16(row.writer + numbers + proof + count + row.replaces + names)


def is_whole(row: Row) -> bool:
    kept = row.value is not None and len(row.salt or b"") == 16 and row.digest is None
    erased = row.value is None and row.salt is None and len(row.digest or b"") == 16
    sizes = len(row.writer) == 16 and len(row.replaces) % 16 == 0
    return (kept or erased) and sizes and identity(row) == row.id


def stands(rows: list[Row], plan: str) -> Plan:
    redacted = {row.entity for row in rows if row.kind == "redact"}
    rows = [row._replace(value=None) if row.id.hex() in redacted else row for row in rows]
    receipts = of_things(row for row in rows if row.kind == "receipt").items()
    mine = {key[1]: one.values for key, one in receipts if one.values.get("plan") == plan}
    counting = those_that_count(mine, rows)
    away = {row.n for row in rows if row.kind not in LASTING and is_set_aside(row, counting, mine)}
    return Plan(plan, of_things(row for row in rows if row.n not in away), away)


def those_that_count(mine: dict[str, dict[str, Any]], rows: list[Row]) -> dict[str, dict[str, Any]]:
    told = [row for row in rows if (row.kind, row.field) == ("receipt", "brought")]
    counting: dict[str, dict[str, Any]] = {}
    for row in sorted(told, key=lambda row: (-row.at, row.id)):
        if row.entity not in mine or row.entity in counting:
            continue
        receipt = mine[row.entity]
        if receipt.get("taken_back") is True or not is_set_aside(row, counting, mine):
            counting[row.entity] = receipt
    return counting


def is_set_aside(
    row: Row, receipts: dict[str, dict[str, Any]], mine: dict[str, dict[str, Any]]
) -> bool:
    kept = {
        named
        for receipt in mine.values()
        for named, ranges in (receipt.get("kept") or {}).items()
        if covers(ranges, row)
    }
    covering = [
        receipt.get("taken_back") is True
        for name, receipt in receipts.items()
        if covers(receipt.get("brought") or {}, row)
        and not (name in kept and receipt.get("taken_back") is True)
    ]
    return bool(covering) and all(covering)


def covers(ranges: dict[str, list[list[int]]], row: Row) -> bool:
    return any(first <= row.seq <= last for first, last in ranges.get(row.writer.hex(), ()))


def of_things(rows: Iterable[Row]) -> dict[tuple[str, str], Thing]:
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.kind, row.entity].append(row)
    return {key: of_thing(changes) for key, changes in grouped.items()}


def of_thing(changes: list[Row]) -> Thing:
    fields = {field: heads(changes, field) for field in {row.field for row in changes}}
    updated = max(row.at for several in fields.values() for row in several)
    said = {field: values(several) for field, several in fields.items()}
    asked = {
        field: found for field, found in said.items() if (changes[0].kind, field) not in LATEST
    }
    conflicts = {field: found for field, found in asked.items() if len(found) > 1}
    removals = [row for row in fields.pop("removed", ()) if row.value == "true"]
    seen = {name for row in removals for name in row.names}
    if removals and any(row.id not in seen for several in fields.values() for row in several):
        conflicts["removed"] = [True, False]
    lasting = changes[0].kind in LASTING
    if lasting:
        conflicts.pop("removed", None)
    removed = said.pop("removed", []) == [True] and "removed" not in conflicts and not lasting
    shown = {field: found[0] for field, found in said.items() if found}
    erased = {field for field, found in said.items() if not found}
    created = min(row.at for row in changes)
    return Thing(shown, conflicts, erased, removed, created, updated)


def heads(changes: list[Row], field: str) -> list[Row]:
    mine = [row for row in changes if row.field == field]
    replaced = {name for row in mine for name in row.names}
    return [row for row in mine if row.id not in replaced]


def values(several: list[Row]) -> list[Any]:
    newest_first = sorted(several, key=lambda row: (-row.at, row.id))
    texts = dict.fromkeys(row.value for row in newest_first if row.value is not None)
    return [data(text) for text in texts]


def data(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
