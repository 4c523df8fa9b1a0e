"""The change log in the database: what is added, what is erased, and what gets its value back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.changes import REDACT, Change, is_intact
from nvworkshop.planfile.schema import LOG_COLUMNS

Key = tuple[str, str]
"""(kind, entity): what names a thing."""

_INSERT = (
    "INSERT INTO change (id, writer, seq, at, kind, entity, field, salt, value, replaces)"
    " VALUES (?,?,?,?,?,?,?,?,?,?)"
)


@dataclass(frozen=True, slots=True)
class Added:
    """What a union did: the changes that were new and the number of the first of them.

    `erased` are things that lost a value to a redaction, `filled` those that got one back.
    """

    new: list[Change]
    first: int
    erased: set[Key]
    filled: set[Key]


class Log:
    """The changes, which only grow; knows by heart which are there and which are erased."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on that connection; call `load` before the rest."""
        self._connection = connection
        self.latest = 0
        """The highest `at`, milliseconds since 1970 UTC; 0 when empty."""
        self._last = 0
        self._known: set[bytes] = set()
        self._redacted: set[str] = set()
        self._blank: set[bytes] = set()

    def load(self) -> None:
        """Learn anew what is there: at first, and after what was written has been rolled back."""
        one = self._connection.execute
        self._last = one("SELECT coalesce(max(n), 0) FROM change").fetchone()[0]
        self.latest = int(one("SELECT coalesce(max(at), 0) FROM change").fetchone()[0])
        self._known = {row[0] for row in one("SELECT id FROM change")}
        self._redacted = {row[0] for row in one(f'SELECT id FROM "{REDACT}"')}  # noqa: S608
        self._blank = {row[0] for row in one("SELECT id FROM change WHERE value IS NULL")}

    @property
    def blank(self) -> int:
        """The number of changes without a value: erased ones."""
        return len(self._blank)

    def knows(self, change: bytes) -> bool:
        """Tell whether the change of that id is there; callable from any thread."""
        return change in self._known

    def count(self) -> int:
        """Return the number of changes."""
        return int(self._connection.execute("SELECT count(*) FROM change").fetchone()[0])

    def sound(self) -> bool:
        """Tell whether every change is what its author wrote."""
        return all(map(is_intact, self.changes()))

    def changes(self, where: str = "1", values: Sequence[Any] = ()) -> Iterator[Change]:
        """Yield changes of the log in the order they came; `where` is a fixed SQL condition."""
        sql = f"SELECT {LOG_COLUMNS} FROM change WHERE {where} ORDER BY n"  # noqa: S608 (fixed texts)
        return map(Change._make, self._connection.execute(sql, values))

    def add(self, changes: Sequence[Change]) -> Added:
        """Add the changes that are not there (a union); an erasure wins whichever comes first."""
        first = self._last + 1
        new = self._insert(self._blanked(changes))
        erased = self._redact(new)
        filled = self._fill(changes)
        self.latest = max(self.latest, max((change.at for change in new), default=0))
        return Added(new, first, erased, filled)

    def _blanked(self, changes: Sequence[Change]) -> Sequence[Change]:
        self._redacted |= {one.entity for one in changes if one.kind == REDACT}
        if not self._redacted:
            return changes
        return [one.erased() if one.id.hex() in self._redacted else one for one in changes]

    def _insert(self, changes: Sequence[Change]) -> list[Change]:
        unknown = {one.id: one for one in changes if one.id not in self._known}
        new = list(unknown.values())
        self._connection.executemany(_INSERT, map(_row, new))  # SQLite counts n on
        self._last += len(new)
        self._known.update(unknown)
        for one in new:
            if one.value is None:
                self._overwrite(one)
                self._blank.add(one.id)
        return new

    def _redact(self, new: Sequence[Change]) -> set[Key]:
        """Erase what new redactions name; return the things touched."""
        touched: set[Key] = set()
        for one in new:
            if one.kind != REDACT or _bytes(one.entity).hex() != one.entity:
                continue
            for target in self.changes("id = ?", (_bytes(one.entity),)):
                self._overwrite(target.erased())
                self._blank.add(target.id)
                touched.add((target.kind, target.entity))
        return touched

    def _fill(self, changes: Sequence[Change]) -> set[Key]:
        """Put back values that a damaged or cautious copy lacked and this one has."""
        if not self._blank:
            return set()
        touched: set[Key] = set()
        for one in changes:
            if (
                one.value is not None
                and one.id in self._blank
                and one.id.hex() not in self._redacted
            ):
                self._overwrite(one)
                self._blank.discard(one.id)
                touched.add((one.kind, one.entity))
        return touched

    def _overwrite(self, change: Change) -> None:
        self._connection.execute(
            "UPDATE change SET salt = ?, value = ?, digest = ? WHERE id = ?",
            (change.salt, change.value, change.digest, change.id),
        )


def _row(change: Change) -> tuple[Any, ...]:
    """Return the row without digest: it stands only in erased changes.

    sqlite3 seeks an adapter for every bytes and every None but never for a bytearray.
    """
    ident, writer, seq, at, kind, entity, field, salt, value, _, replaces = change
    blob = salt if salt is None else bytearray(salt)
    return (
        bytearray(ident),
        bytearray(writer),
        seq,
        at,
        kind,
        entity,
        field,
        blob,
        value,
        bytearray(replaces),
    )


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
