"""The open database: appends to the change log and keeps everything derived from it true."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop.errors import NewerFileError
from nvworkshop.language import said
from nvworkshop.model.aside import Aside
from nvworkshop.model.changes import Change
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.planfile import derived, schema
from nvworkshop.planfile.connection import connect, mark, refusal
from nvworkshop.planfile.log import Key, Log
from nvworkshop.planfile.refresh import Refresher, make_tables

__all__ = ("Appended", "Copy", "Key", "Store")

Copy = sqlite3.Connection
"""A copy of a database in memory, which `Store` wraps in whatever thread works on it."""


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
        self._log = Log(connection)
        self._refresher = Refresher(connection)
        self._unsure = False
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
                said("Arbetskopian är skriven av en nyare version av programmet."),
                hint=said("Uppdatera programmet för att öppna planen här."),
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
            self._make_sure()
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
        """Go back to what the database holds: now, or before the next write if no disk answers."""
        self._unsure = True
        with suppress(sqlite3.OperationalError):
            if self.connection.in_transaction:  # a full disk has already rolled back
                self.connection.execute("ROLLBACK")
            self._make_sure()

    def _make_sure(self) -> None:
        if self._unsure:
            self._load()
            self._unsure = False

    def _load(self) -> None:
        self._log.load()
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (schema.META_PLAN,))
        self.plan = str(row.fetchone()[0])
        self._refresher.load(self.plan)

    @property
    def latest(self) -> int:
        """The highest `at` in the log, milliseconds since 1970 UTC; 0 when empty."""
        return self._log.latest

    @property
    def writes(self) -> int:
        """A number that grows with every write to the database."""
        return self.connection.total_changes

    @property
    def blank(self) -> int:
        """The number of changes without a value: erased ones."""
        return self._log.blank

    def last_number(self, writer: bytes) -> int:
        """Return the highest number of a writer's changes, 0 when there are none."""
        sql = "SELECT coalesce(max(seq), 0) FROM change WHERE writer = ?"
        return int(self.connection.execute(sql, (writer,)).fetchone()[0])

    def knows(self, change: bytes) -> bool:
        """Tell whether the log has the change of that id; callable from any thread."""
        return self._log.knows(change)

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
        added = self._log.add(changes)
        touched = {(change.kind, change.entity) for change in added.new}
        touched |= added.erased | added.filled
        touched |= self._refresher.refresh(touched, added.new, added.first)
        erased, filled = len(added.erased), len(added.filled)
        return Appended(tuple(added.new), frozenset(touched), erased, filled)

    def rebuild(self) -> None:
        """Make the derived tables anew from the log alone, inside a transaction."""
        self._refresher.rebuild()

    def changes(self, where: str = "1", values: Sequence[Any] = ()) -> Iterator[Change]:
        """Yield changes of the log in the order they came; `where` is a fixed SQL condition."""
        return self._log.changes(where, values)

    def changes_of(self, entity: str) -> list[Change]:
        """Return all changes of one thing that are not set aside."""
        changes = self.changes("entity = ?", (entity,))
        aside = self.aside
        return (
            [one for one in changes if not aside.covers(one)] if aside.taken_back else list(changes)
        )

    def count_of(self, entity: str) -> int:
        """Return the number of all changes of one thing."""
        sql = "SELECT count(*) FROM change WHERE entity = ?"
        return int(self.connection.execute(sql, (entity,)).fetchone()[0])

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

    def ids(self, kind: Kind) -> frozenset[str]:
        """Return the ids of the current things of a kind."""
        rows = self.connection.execute(f'SELECT id FROM "{kind.name}"')  # noqa: S608
        return frozenset(row[0] for row in rows)

    def thing(self, kind: Kind, entity: str) -> Thing | None:
        """Return one current thing, or None."""
        sql = f'SELECT * FROM "{kind.name}" WHERE id = ?'  # noqa: S608
        row = self.connection.execute(sql, (entity,)).fetchone()
        return None if row is None else derived.thing_of_row(kind, row)

    def ids_ever(self, kind: Kind) -> frozenset[str]:
        """Return the ids of all things of a kind that are or have been there."""
        rows = self.connection.execute(
            "SELECT DISTINCT entity FROM change WHERE kind = ?", (kind.name,)
        )
        return frozenset(row[0] for row in rows)

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
        return bool(quick == "ok") and self._log.sound()

    def count(self) -> int:
        """Return the number of changes in the log."""
        return self._log.count()
