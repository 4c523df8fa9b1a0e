"""The open database: appends to the change log and keeps everything derived from it true."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import NewerFileError
from nvworkshop.model.aside import Aside
from nvworkshop.model.changes import REDACT, Change, is_intact
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.planfile import derived, schema
from nvworkshop.planfile.connection import connect, mark, refusal
from nvworkshop.planfile.refresh import Refresher, make_tables
from nvworkshop.planfile.schema import LOG_COLUMNS

Key = tuple[str, str]
"""(kind, entity): what names a thing."""

Copy = sqlite3.Connection
"""A copy of a database in memory, which `Store` wraps in whatever thread works on it."""

_INSERT = (
    "INSERT INTO change (id, writer, seq, at, kind, entity, field, salt, value, replaces)"
    " VALUES (?,?,?,?,?,?,?,?,?,?)"
)


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append did: the changes that were new, and the things they touched.

    `erased` counts things that lost a value to a redaction, `filled` those that got one back.
    """

    new: tuple[Change, ...]
    touched: frozenset[Key]
    erased: int = 0
    filled: int = 0


class Store:
    """A plan's database: writes are inside `transaction`, and the log only grows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Wrap an open connection whose tables are there; use `create` or `open`."""
        self.connection = connection
        self._refresher = Refresher(connection)
        self._load()

    @classmethod
    def create(cls, place: Path | None, *, plan: str) -> Store:
        """Make a new database at `place` (None: in memory) for the plan with that id."""
        connection = connect(place)
        from nvworkshop.planfile.steps import apply_steps  # sqlite-utils is heavy

        apply_steps(connection)
        mark(connection)
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (schema.META_PLAN, plan))
        make_tables(connection)
        return cls(connection)

    @classmethod
    def open(cls, place: Path) -> Store:
        """Open an existing working copy; brings its tables up to this program's declarations."""
        connection = connect(place)
        try:
            return cls._brought_up(connection)
        except BaseException:
            connection.close()  # a connection left open would hold the file
            raise

    @classmethod
    def _brought_up(cls, connection: sqlite3.Connection) -> Store:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.FORMAT:
            raise NewerFileError(
                "Arbetskopian är skriven av en nyare version av programmet.",
                hint="Uppdatera programmet för att öppna planen här.",
            )
        if version != schema.FORMAT:
            from nvworkshop.planfile.steps import apply_steps  # sqlite-utils is heavy

            apply_steps(connection)
            mark(connection)
        changed = make_tables(connection)
        store = cls(connection)
        if changed:
            with store.transaction():
                store.rebuild()
        return store

    def copied(self) -> Copy:
        """Return a copy of the database in memory, to be wrapped and read in another thread."""
        connection = connect(None)
        self.connection.backup(connection)
        return connection

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """Do all or nothing; with `keep` false everything is rolled back at the end (a dry run)."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT" if keep else "ROLLBACK")
        except sqlite3.OperationalError as error:
            self._roll_back()
            raise refusal(error) from error
        except BaseException:
            self._roll_back()
            raise
        if not keep:
            self._load()

    def _roll_back(self) -> None:
        if self.connection.in_transaction:  # a full disk has already rolled back
            self.connection.execute("ROLLBACK")
        self._load()

    def _load(self) -> None:
        one = self.connection.execute
        self._last = one("SELECT coalesce(max(n), 0) FROM change").fetchone()[0]
        self._known = {row[0] for row in one("SELECT id FROM change")}
        self._latest = one("SELECT coalesce(max(at), 0) FROM change").fetchone()[0]
        self._redacted = {row[0] for row in one(f'SELECT id FROM "{REDACT}"')}  # noqa: S608
        self._blank = {row[0] for row in one("SELECT id FROM change WHERE value IS NULL")}
        self.plan = str(
            one("SELECT value FROM meta WHERE key = ?", (schema.META_PLAN,)).fetchone()[0]
        )
        self._refresher.load(self.plan)

    @property
    def latest(self) -> int:
        """The highest `at` in the log, milliseconds since 1970 UTC; 0 when empty."""
        return int(self._latest)

    @property
    def writes(self) -> int:
        """A number that grows with every write to the database."""
        return self.connection.total_changes

    @property
    def blank(self) -> int:
        """The number of changes without a value: erased ones."""
        return len(self._blank)

    def knows(self, change: bytes) -> bool:
        """Tell whether the log has the change of that id; callable from any thread."""
        return change in self._known

    @property
    def aside(self) -> Aside:
        """What taken-back merges have set aside; readable from any thread."""
        return self._refresher.aside

    def append(self, changes: Sequence[Change]) -> Appended:
        """Add changes to the log (a union: known ones are passed over) inside a transaction.

        The changes must be intact. Erasures win whichever comes first. Returns what was new.
        """
        if not self.connection.in_transaction:
            raise RuntimeError("append outside a transaction")
        first = self._last + 1
        new = self._insert(self._blanked(changes))
        erased = self._redact(new)
        filled = self._fill(changes)
        touched = {(change.kind, change.entity) for change in new} | erased | filled
        touched |= self._refresher.refresh(touched, new, first)
        self._latest = max(self._latest, max((change.at for change in new), default=0))
        return Appended(tuple(new), frozenset(touched), len(erased), len(filled))

    def _blanked(self, changes: Sequence[Change]) -> Sequence[Change]:
        self._redacted |= {one.entity for one in changes if one.kind == REDACT}
        if not self._redacted:
            return changes
        return [one.erased() if one.id.hex() in self._redacted else one for one in changes]

    def _insert(self, changes: Sequence[Change]) -> list[Change]:
        unknown = {one.id: one for one in changes if one.id not in self._known}
        new = list(unknown.values())
        self.connection.executemany(_INSERT, map(_row, new))  # SQLite counts n on
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
        self.connection.execute(
            "UPDATE change SET salt = ?, value = ?, digest = ? WHERE id = ?",
            (change.salt, change.value, change.digest, change.id),
        )

    def rebuild(self) -> None:
        """Make the derived tables anew from the log alone, inside a transaction."""
        self._refresher.rebuild()

    def changes(self, where: str = "1", values: Sequence[Any] = ()) -> Iterator[Change]:
        """Yield changes of the log in the order they came; `where` is a fixed SQL condition."""
        sql = f"SELECT {LOG_COLUMNS} FROM change WHERE {where} ORDER BY n"  # noqa: S608 (fixed texts)
        return map(Change._make, self.connection.execute(sql, values))

    def changes_of(self, entity: str) -> list[Change]:
        """Return all changes of one thing that are not set aside."""
        changes = self.changes("entity = ?", (entity,))
        aside = self.aside
        return (
            [one for one in changes if not aside.covers(one)] if aside.taken_back else list(changes)
        )

    def histories(self) -> Iterator[tuple[Key, list[Change]]]:
        """Yield every thing with all its changes, also set aside; the order is everywhere the same.

        Things of kinds this program doesn't know are there too.
        """
        return self._refresher.everything()

    def things(self, kind: Kind) -> list[Thing]:
        """Return the current things of a kind, oldest first."""
        rows = self.connection.execute(f'SELECT * FROM "{kind.name}" ORDER BY created, id')  # noqa: S608
        return [derived.thing_of_row(kind, row) for row in rows]

    def how_many(self, kind: Kind) -> int:
        """Return the number of current things of a kind."""
        return int(self.connection.execute(f'SELECT count(*) FROM "{kind.name}"').fetchone()[0])  # noqa: S608

    def thing(self, kind: Kind, entity: str) -> Thing | None:
        """Return one current thing, or None."""
        sql = f'SELECT * FROM "{kind.name}" WHERE id = ?'  # noqa: S608
        row = self.connection.execute(sql, (entity,)).fetchone()
        return None if row is None else derived.thing_of_row(kind, row)

    def greatest_number(self, kind: Kind, plan: str) -> int:
        """Return the greatest `number` of a kind in a plan, 0 when there is none."""
        sql = (
            f'SELECT max(number) FROM "{kind.name}"'  # noqa: S608 (declared names)
            " WHERE plan = ? AND typeof(number) <> 'text'"
        )
        return int(self.connection.execute(sql, (plan,)).fetchone()[0] or 0)

    def keys_starting(self, entity: str) -> list[Key]:
        """Return at most a few things, removed or not, whose id starts with those characters."""
        rows = self.connection.execute(
            "SELECT DISTINCT kind, entity FROM change WHERE entity >= ? AND entity < ? LIMIT 5",
            (entity, entity + "\U0010ffff"),
        )
        return [(kind, found) for kind, found in rows if kind in KINDS]

    def conflicting(self) -> list[Key]:
        """Return the things that have a field in conflict."""
        return [
            (name, row[0])
            for name in KINDS
            for row in self.connection.execute(
                f'SELECT id FROM "{name}" WHERE conflicts IS NOT NULL ORDER BY created, id'  # noqa: S608
            )
        ]

    def sound(self) -> bool:
        """Tell whether the database is whole and every change is what its author wrote."""
        quick = self.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        return bool(quick == "ok") and all(map(is_intact, self.changes()))

    def count(self) -> int:
        """Return the number of changes in the log."""
        return int(self.connection.execute("SELECT count(*) FROM change").fetchone()[0])


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
