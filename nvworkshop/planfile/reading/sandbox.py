"""Let SQLite read a copy of the bytes, with everything but reading the log forbidden."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading import catalogue
from nvworkshop.planfile.reading.limits import HEAP, MAX_ROW
from nvworkshop.planfile.reading.refusal import BrokenError
from nvworkshop.planfile.reading.verify import Row
from nvworkshop.planfile.schema import LOG_COLUMNS

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_ROW,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 250,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 20,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = (
    "trusted_schema=off",
    "cell_size_check=on",
    "mmap_size=0",
    "temp_store=memory",
    "query_only=on",
)
_TABLES = ("change", "meta", "sqlite_master", "sqlite_schema")
_STEPS = 20_000
"""Virtual machine steps between two looks at the clock."""
_SCHEMA = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema LIMIT 301"
_LOG = f"SELECT {LOG_COLUMNS} FROM change ORDER BY n"  # noqa: S608 - a constant
_META = "SELECT key, value FROM meta WHERE key IN ('plan', 'changes')"


def limit_heap() -> None:
    """Limit what SQLite may use in this process, for good."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA hard_heap_limit={HEAP}")


class Sandbox:
    """A database in memory that holds a copy of a file's bytes.

    Every method raises BrokenError where SQLite finds damage, RefusedError when the time is up.
    """

    def __init__(self, data: bytearray, deadline: Deadline) -> None:
        """Copy the bytes; nothing of them is looked at yet."""
        self._deadline = deadline
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            self._prepare(data)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._connection.close()
            raise BrokenError from error

    def _prepare(self, data: bytearray) -> None:
        connection, deadline = self._connection, self._deadline
        connection.text_factory = bytearray
        connection.deserialize(data)
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.set_progress_handler(lambda: deadline.passed, _STEPS)
        connection.set_authorizer(_authorize)

    def close(self) -> None:
        """Free the copy."""
        self._connection.close()

    def check(self, version: int) -> None:
        """Compare the tables with what a plan file may have, then check the structure."""
        catalogue.check([catalogue.entry(row) for row in self._rows(_SCHEMA)], version)
        if list(self._rows("PRAGMA quick_check(1)")) != [(bytearray(b"ok"),)]:
            raise BrokenError

    def log(self) -> Iterator[Row]:
        """Yield the rows of the log in their order."""
        return self._rows(_LOG)

    def meta(self) -> dict[str, str]:
        """Return what the file says about itself."""
        return as_meta(self._rows(_META))

    def _rows(self, sql: str) -> Iterator[Row]:
        try:
            yield from self._connection.execute(sql)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # a message may quote damaged text
            if self._deadline.passed:
                raise RefusedError("slow") from error
            raise BrokenError from error


def as_meta(rows: Iterator[Row]) -> dict[str, str]:
    """Return the pairs of `meta` that are texts in UTF-8."""
    pairs = [
        (row[0], row[1])
        for row in rows
        if isinstance(row[0], bytearray) and isinstance(row[1], bytearray)
    ]
    return {
        key.decode("utf-8", "replace"): value.decode("utf-8", "replace") for key, value in pairs
    }


def _authorize(
    action: int, name: str | None, _column: str | None, _schema: str | None, inside: str | None
) -> int:
    """Allow reading our tables and the structure check; nothing from within a view or trigger."""
    allowed = inside is None and (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_READ and name in _TABLES)
        or (action == sqlite3.SQLITE_PRAGMA and name == "quick_check")
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
