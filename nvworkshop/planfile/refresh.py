"""Keeps heads and derived tables true to the log: for the things touched, or all of them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from nvworkshop.model.aside import Aside, aside_of
from nvworkshop.model.changes import Change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS, RECEIPT
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.planfile import derived
from nvworkshop.planfile.schema import LOG_COLUMNS

Key = tuple[str, str]
Head = tuple[str, str, str, int]
"""Kind, entity, field and the change's `n` in the log."""
Numbers = dict[bytes, int]
"""Changes' `n` in the log, by their ids."""

_SELECT = f"SELECT n, {LOG_COLUMNS} FROM change"  # noqa: S608 (fixed text)
_BATCH = 400


class Refresher:
    """Writes `head` and the derived tables; reads the log only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on that connection; call `load` before the rest."""
        self._connection = connection
        self._plan = ""
        self.aside = Aside()

    def load(self, plan: str) -> None:
        """Read what is set aside; `plan` is the id of the plan this file is."""
        self._plan = plan
        self.aside = aside_of(self._receipts(), plan)

    def _receipts(self) -> list[Thing]:
        rows = self._connection.execute(f'SELECT * FROM "{RECEIPT.name}"')  # noqa: S608
        return [derived.thing_of_row(RECEIPT, row) for row in rows]

    def refresh(self, touched: Iterable[Key], new: Sequence[Change], first: int) -> None:
        """Bring the touched things up to date; `new` are the changes from number `first` on."""
        touched = sorted(set(touched), key=itemgetter(1, 0))  # as the tables lie: quick to write
        numbers = {one.id: n for n, one in enumerate(new, first)}
        of: dict[str, list[Change]] = defaultdict(list)
        known: set[str] = set()
        for n, older in self._older(sorted({entity for _, entity in touched}), first):
            numbers[older.id] = n
            of[older.entity].append(older)
            known.add(older.entity)
        for change in new:
            of[change.entity].append(change)
        self._write(((key, of[key[1]]) for key in touched), numbers, known)
        if any(kind == RECEIPT.name for kind, _ in touched):
            self._follow_receipts()

    def _older(self, entities: Sequence[str], first: int) -> Iterator[tuple[int, Change]]:
        """Yield the changes of those things with numbers below `first`."""
        for start in range(0, len(entities), _BATCH):
            some = entities[start : start + _BATCH]
            marks = ",".join("?" * len(some))
            sql = f"{_SELECT} WHERE entity IN ({marks}) AND n < ?"
            for n, *columns in self._connection.execute(sql, (*some, first)):
                yield n, Change._make(columns)

    def _follow_receipts(self) -> None:
        """Rebuild when a receipt was taken back or brought back."""
        before, self.aside = self.aside, aside_of(self._receipts(), self._plan)
        if before.taken_back or self.aside.taken_back:
            self.rebuild()

    def rebuild(self) -> None:
        """Make everything anew from the log."""
        self._connection.execute("DELETE FROM head")
        for name in KINDS:
            self._connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 (declared names)
        numbers = dict(self._connection.execute("SELECT id, n FROM change"))
        self._write(self._everything(), numbers, set())
        aside = aside_of(self._receipts(), self._plan)
        if aside != self.aside:
            self.aside = aside
            self.rebuild()

    def _everything(self) -> Iterator[tuple[Key, list[Change]]]:
        rows = self._connection.execute(f"{_SELECT} ORDER BY entity, kind, n")
        changes = (Change._make(row[1:]) for row in rows)
        for (entity, kind), several in groupby(changes, key=lambda one: (one.entity, one.kind)):
            yield (kind, entity), list(several)

    def _write(
        self, groups: Iterable[tuple[Key, list[Change]]], numbers: Numbers, known: set[str]
    ) -> None:
        """Write heads and rows of things; `known` are those that may have heads already."""
        rows: dict[str, list[list[object]]] = defaultdict(list)
        gone: list[Key] = []
        added: list[Head] = []
        dropped: list[Head] = []
        for key, changes in groups:
            of = heads(self._standing(key[0], changes))
            now = [(*key, field, numbers[one.id]) for field in sorted(of) for one in of[field]]
            if key[1] in known:
                before = self._heads_of(key)
                dropped += before.difference(now)
                now = [one for one in now if one not in before]
            added += now
            kind = KINDS.get(key[0])
            thing = thing_of(kind, key[1], of) if kind and of else None
            if thing and kind and not thing.removed:
                rows[kind.name].append(derived.row_of(kind, thing))
            elif kind and key[1] in known:
                gone.append(key)
        self._flush(rows, gone, added, dropped)

    def _standing(self, kind: str, changes: Iterable[Change]) -> Iterable[Change]:
        """Return the changes of that kind that are not set aside."""
        mine = [one for one in changes if one.kind == kind]
        if not self.aside.taken_back:
            return mine
        return [one for one in mine if not self.aside.covers(one)]

    def _heads_of(self, key: Key) -> set[Head]:
        found = self._connection.execute(
            "SELECT kind, entity, field, n FROM head WHERE entity = ? AND kind = ?",
            (key[1], key[0]),
        )
        return set(found)

    def _flush(
        self,
        rows: Mapping[str, list[list[object]]],
        gone: Iterable[Key],
        added: list[Head],
        dropped: list[Head],
    ) -> None:
        many = self._connection.executemany
        many("DELETE FROM head WHERE kind = ? AND entity = ? AND field = ? AND n = ?", dropped)
        many("INSERT INTO head (kind, entity, field, n) VALUES (?, ?, ?, ?)", added)
        for name, several in rows.items():
            many(derived.write_sql(name), several)
        for kind, entity in gone:
            self._connection.execute(f'DELETE FROM "{kind}" WHERE id = ?', (entity,))  # noqa: S608
