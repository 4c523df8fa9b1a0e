"""Keeps heads and derived tables true to the log: for the things touched, or all of them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice

from nvworkshop.model.aside import Aside, aside_of
from nvworkshop.model.changes import Change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS, RECEIPT
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.planfile import derived
from nvworkshop.planfile.schema import LOG_COLUMNS

Key = tuple[str, str]
Numbered = dict[int, Change]
"""A thing's changes by their `n` in the log."""

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

    def refresh(self, touched: Iterable[Key], new: Mapping[int, Change], first: int) -> None:
        """Bring the touched things up to date; `new` are the changes from number `first` on."""
        touched = sorted(set(touched), key=lambda key: key[1])
        grouped: dict[str, Numbered] = defaultdict(dict)
        for n, change in new.items():
            grouped[change.entity][n] = change
        waiting = iter(touched)
        while batch := list(islice(waiting, _BATCH)):
            self._refresh_batch(batch, grouped, first)
        if any(kind == RECEIPT.name for kind, _ in touched):
            self._follow_receipts()

    def _refresh_batch(self, batch: list[Key], new: Mapping[str, Numbered], first: int) -> None:
        entities = [entity for _, entity in batch]
        marks = ",".join("?" * len(entities))
        older = self._connection.execute(
            f"{_SELECT} WHERE entity IN ({marks}) AND n < ?", (*entities, first)
        )
        all_of: dict[str, Numbered] = defaultdict(dict)
        for n, *columns in older:
            change = Change._make(columns)
            all_of[change.entity][n] = change
        known = set(all_of)
        for entity in entities:
            all_of[entity].update(new.get(entity, {}))
        self._write(((key, all_of[key[1]]) for key in batch), known)

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
        self._write(self._everything(), set())
        aside = aside_of(self._receipts(), self._plan)
        if aside != self.aside:
            self.aside = aside
            self.rebuild()

    def _everything(self) -> Iterator[tuple[Key, Numbered]]:
        rows = self._connection.execute(f"{_SELECT} ORDER BY entity, kind, n")
        for (entity, kind), several in groupby(rows, key=lambda row: (row[6], row[5])):
            yield (kind, entity), {row[0]: Change._make(row[1:]) for row in several}

    def _write(self, groups: Iterable[tuple[Key, Numbered]], known: set[str]) -> None:
        """Write heads and rows of things; `known` are those that may have heads already."""
        rows: dict[str, list[list[object]]] = defaultdict(list)
        gone: list[Key] = []
        added: list[tuple[str, str, str, int]] = []
        dropped: list[tuple[str, str, str, int]] = []
        for key, numbered in groups:
            mine = {
                n: one
                for n, one in numbered.items()
                if one.kind == key[0] and not self.aside.covers(one)
            }
            of = heads(mine.values())
            number_of = {one.id: n for n, one in mine.items()}
            now = {
                (*key, field, number_of[one.id]) for field, several in of.items() for one in several
            }
            before = self._heads_of(key) if key[1] in known else set()
            added += now - before
            dropped += before - now
            kind = KINDS.get(key[0])
            thing = thing_of(kind, key[1], of) if kind and of else None
            if thing and kind and not thing.removed:
                rows[kind.name].append(derived.row_of(kind, thing))
            elif kind and key[1] in known:
                gone.append(key)
        self._flush(rows, gone, added, dropped)

    def _heads_of(self, key: Key) -> set[tuple[str, str, str, int]]:
        found = self._connection.execute(
            "SELECT kind, entity, field, n FROM head WHERE entity = ? AND kind = ?",
            (key[1], key[0]),
        )
        return set(found)

    def _flush(
        self,
        rows: Mapping[str, list[list[object]]],
        gone: Iterable[Key],
        added: list[tuple[str, str, str, int]],
        dropped: list[tuple[str, str, str, int]],
    ) -> None:
        many = self._connection.executemany
        many("DELETE FROM head WHERE kind = ? AND entity = ? AND field = ? AND n = ?", dropped)
        added.sort(key=lambda head: (head[1], head[0], head[2]))
        many("INSERT INTO head (kind, entity, field, n) VALUES (?, ?, ?, ?)", added)
        for name, several in rows.items():
            many(derived.insert_sql(KINDS[name]), several)
        for kind, entity in gone:
            self._connection.execute(f'DELETE FROM "{kind}" WHERE id = ?', (entity,))  # noqa: S608
