"""Keeps the derived tables true to the log: for the things touched, or all of them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from nvworkshop.model.aside import Aside, aside_of
from nvworkshop.model.changes import Change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS, RECEIPT
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.planfile import derived
from nvworkshop.planfile.log import Key
from nvworkshop.planfile.schema import LOG_COLUMNS

_SELECT = f"SELECT {LOG_COLUMNS} FROM change"  # noqa: S608 (fixed text)
_BATCH = 400
_NO_END = 2**63 - 1


class Refresher:
    """Writes the derived tables; reads the log only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on that connection; call `load` before the rest."""
        self._connection = connection
        self._plan = ""
        self.aside = Aside()

    def load(self, plan: str) -> None:
        """Read what is set aside; `plan` is the id of the plan this file is."""
        self._plan = plan
        self.aside = self._now_aside()

    def _now_aside(self) -> Aside:
        """Return what the receipts set aside as they stand."""
        receipts = self._receipts()
        several = self._older(sorted(one.id for one in receipts), _NO_END)
        brought = (one for one in several if (one.kind, one.field) == (RECEIPT.name, "brought"))
        return aside_of(receipts, self._plan, brought)

    def _receipts(self) -> list[Thing]:
        rows = self._connection.execute(f'SELECT * FROM "{RECEIPT.name}"')  # noqa: S608
        return [derived.thing_of_row(RECEIPT, row) for row in rows]

    def refresh(self, touched: Iterable[Key], new: Sequence[Change], first: int) -> frozenset[Key]:
        """Bring the touched things up to date; `new` are the changes from number `first` on.

        Returns what else was touched: things a receipt set aside or brought back.
        """
        touched = sorted(set(touched), key=itemgetter(1, 0))  # as the tables lie: quick to write
        of: dict[str, list[Change]] = defaultdict(list)
        for older in self._older(sorted({entity for _, entity in touched}), first):
            of[older.entity].append(older)
        for change in new:
            of[change.entity].append(change)
        self._write((key, of[key[1]]) for key in touched)
        if any(kind == RECEIPT.name for kind, _ in touched):
            return self._follow_receipts()
        return frozenset()

    def _older(self, entities: Sequence[str], first: int) -> Iterator[Change]:
        """Yield the changes of those things with numbers below `first`."""
        for start in range(0, len(entities), _BATCH):
            some = entities[start : start + _BATCH]
            marks = ",".join("?" * len(some))
            sql = f"{_SELECT} WHERE entity IN ({marks}) AND n < ?"
            yield from map(Change._make, self._connection.execute(sql, (*some, first)))

    def _follow_receipts(self) -> frozenset[Key]:
        """Rebuild when a receipt was taken back or brought back; return the things it was about."""
        before, self.aside = self.aside, self._now_aside()
        if not (before.taken_back or self.aside.taken_back):
            return frozenset()
        self.rebuild()
        after = self.aside
        log = map(Change._make, self._connection.execute(_SELECT))
        return frozenset(
            (one.kind, one.entity) for one in log if before.covers(one) != after.covers(one)
        )

    def rebuild(self) -> None:
        """Make everything anew from the log."""
        for name in KINDS:
            self._connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 (declared names)
        self._write(self.everything())
        aside = self._now_aside()
        if aside != self.aside:
            self.aside = aside
            self.rebuild()

    def everything(self) -> Iterator[tuple[Key, list[Change]]]:
        """Yield every thing with all its changes, in an order that is the same in every copy."""
        changes = map(Change._make, self._connection.execute(f"{_SELECT} ORDER BY entity, kind, n"))
        for (entity, kind), several in groupby(changes, key=lambda one: (one.entity, one.kind)):
            yield (kind, entity), list(several)

    def _write(self, groups: Iterable[tuple[Key, list[Change]]]) -> None:
        """Write the rows of things, from all the changes of each; a removed one has none."""
        rows: dict[str, list[list[object]]] = defaultdict(list)
        for key, changes in groups:
            kind = KINDS.get(key[0])
            if kind is None:
                continue
            standing = self._standing(key[0], changes)
            thing = thing_of(kind, key[1], heads(standing)) if standing else None
            if thing and not thing.removed:
                created = min(one.at for one in standing)
                rows[kind.name].append(derived.row_of(kind, thing, created))
            else:
                sql = f'DELETE FROM "{kind.name}" WHERE id = ?'  # noqa: S608 (declared names)
                self._connection.execute(sql, (key[1],))
        for name, several in rows.items():
            self._connection.executemany(derived.write_sql(name), several)

    def _standing(self, kind: str, changes: Iterable[Change]) -> list[Change]:
        """Return the changes of that kind that are not set aside."""
        mine = [one for one in changes if one.kind == kind]
        if not self.aside.taken_back:
            return mine
        return [one for one in mine if not self.aside.covers(one)]


def make_tables(connection: sqlite3.Connection) -> bool:
    """Create derived tables that are missing or declared otherwise; tell whether any was."""
    present = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    changed = [
        kind for kind in KINDS.values() if present.get(kind.name) != derived.create_sql(kind)
    ]
    for kind in changed:
        connection.execute(f'DROP TABLE IF EXISTS "{kind.name}"')
        connection.execute(derived.create_sql(kind))
    return bool(changed)
