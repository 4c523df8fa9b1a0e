"""The pen: writes changes in the name of one opening of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from nvworkshop.model.changes import ID_SIZE, REDACT, REMOVED, Change, new_change
from nvworkshop.model.heads import Heads, heads
from nvworkshop.planfile.store import Key, Store
from nvworkshop.session.surroundings import Surroundings


class Pen:
    """Makes changes that follow on what the store holds; the caller appends them."""

    def __init__(self, store: Store, surroundings: Surroundings) -> None:
        """Take a new writer id; it is announced in the log with the first change."""
        self._store = store
        self._surroundings = surroundings
        self.writer = surroundings.random(ID_SIZE)
        self.seq = 0
        self._at = 0
        self._unsure = False

    def heads(self, key: Key) -> Heads:
        """Return the heads of a thing as they are now."""
        kind, entity = key
        return heads(one for one in self._store.changes_of(entity) if one.kind == kind)

    def _change(self, target: tuple[str, str, str], data: Any, seen: Iterable[Change]) -> Change:
        now = int(self._surroundings.now().timestamp() * 1000)
        self._at = max(now, self._store.latest, self._at)
        self.seq = self._last() + 1
        salt = self._surroundings.random(ID_SIZE)
        replaces = tuple({one.id for one in seen})
        return new_change(
            self.writer, self.seq, self._at, target, salt=salt, data=data, replaces=replaces
        )

    def go_back(self, seq: int) -> None:
        """Take back what was written since, unless it was kept: a disk may fail after that."""
        self.seq, self._unsure = seq, True

    def _last(self) -> int:
        if self._unsure:
            self.seq = max(self.seq, self._store.last_number(self.writer))
            self._unsure = False
        return self.seq

    def tick(self) -> None:
        """Let what is written next come after, so that things keep the order they were made in."""
        self._at += 1

    def come_last(self) -> None:
        """Let what is written next come after everything in the log, however fast it follows."""
        self._at = max(self._at, self._store.latest) + 1

    def announcement(self) -> list[Change]:
        """Return the changes that say who writes, before the first other change."""
        if self._last():
            return []
        known = {
            "device": self._surroundings.device,
            "program": self._surroundings.program,
            "function": self._surroundings.function,
        }
        entity = self.writer.hex()
        return [
            self._change(("writer", entity, name), text, ()) for name, text in known.items() if text
        ]

    def sets(self, key: Key, field: str, values: Sequence[Any], of: Heads) -> list[Change]:
        """Set a field: one value, or several that stand against each other (a choice undone).

        The last is the newest, and so the one that shows.
        """
        changes: list[Change] = []
        for data in values or (None,):
            self._at += bool(changes)
            changes.append(self._change((*key, field), data, of.get(field, ())))
        return changes

    def removes(self, key: Key, of: Heads, *, unseen: frozenset[str] = frozenset()) -> Change:
        """Remove a thing, naming everything its author saw: all heads but those of `unseen`."""
        seen = (one for field, several in of.items() if field not in unseen for one in several)
        return self._change((*key, REMOVED), True, seen)

    def restores(self, key: Key, of: Heads) -> Change:
        """Bring a removed thing back."""
        return self._change((*key, REMOVED), False, of.get(REMOVED, ()))

    def redacts(self, target: Change, reason: str) -> Change:
        """Erase a change's value everywhere this reaches."""
        return self._change((REDACT, target.id.hex(), REDACT), reason, ())
