"""The log of a huvudman's own plan, as what is let out of it is made from: hashes and times."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nvworkshop.model.changes import ID_SIZE, REDACT, REMOVED, Change, encode, new_change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import thing_of
from nvworkshop.session.view import PlanView

_KIND = "action"
_SEQ_BITS = 52
"""Bits of a hash that number a change: as many as every reader of JSON holds exactly."""


class OwnLog:
    """What is known of the own rows, removed ones too, and how changes are made of it.

    What is made depends on the log alone: the same log gives the same changes, and a log that holds
    more gives later ones.
    """

    def __init__(self, view: PlanView) -> None:
        """Read the log of an own plan."""
        self._own = view.store.plan
        self.plan = self.derived("plan", self._own)
        rows: defaultdict[str, list[Change]] = defaultdict(list)
        self._about: list[Change] = []
        redactions: list[Change] = []
        for one in view.store.changes():
            if one.kind == _KIND:
                rows[one.entity].append(one)
            elif one.kind == REDACT:
                redactions.append(one)
            elif (one.kind, one.entity) == ("plan", self._own):
                self._about.append(one)
        self._rows = {entity: of for entity, of in rows.items() if self._is_own(of)}
        self._add_redactions(redactions)
        there = {one.id for one in view.things(_KIND)}
        self.gone = [entity for entity in self._rows if entity not in there]
        """The own rows that are removed."""

    def _is_own(self, of: Iterable[Change]) -> bool:
        return any(one.field == "plan" and one.data == self._own for one in of)

    def _add_redactions(self, redactions: Iterable[Change]) -> None:
        owner = {one.id.hex(): entity for entity, of in self._rows.items() for one in of}
        for one in redactions:
            if one.entity in owner:
                self._rows[owner[one.entity]].append(one)

    def parts_ever(self, row: str) -> Iterator[str]:
        """Yield the rows of the ground that an own row is part of, or has been."""
        for one in self._rows.get(row, ()):
            if one.field == "part_of" and isinstance(one.data, str):
                yield one.data

    def titles_withdrawn(self) -> Iterator[str]:
        """Yield the rows that have been marked as shared and are not now, removed ones too."""
        for entity, of in self._rows.items():
            thing = thing_of(KINDS[_KIND], entity, heads(one for one in of if one.kind == _KIND))
            was = any(one.field == "shared" and one.data is True for one in of)
            if was and (thing.removed or thing["shared"] is not True):
                yield thing.text("title")

    @property
    def held(self) -> tuple[str, ...]:
        """The fields held back; while two say different things of that, what either says."""
        of = heads(one for one in self._about if one.field == "held_back")
        return tuple(dict.fromkeys(name for one in of.get("held_back", ()) for name in _list(one)))

    @property
    def held_anew(self) -> tuple[str, ...]:
        """The fields held back that once weren't."""
        earlier = [_list(one) for one in self._about if one.field == "held_back"]
        return tuple(one for one in self.held if any(one not in names for names in earlier))

    def of_row(self, row: str) -> list[Change]:
        """Return all that a shared row is made of: its changes, and what is held back."""
        return [*self._rows[row], *(one for one in self._about if one.field == "held_back")]

    def of_target(self, target: str) -> list[Change]:
        """Return all that a summary is made of: the changes of every row it has counted."""
        wanted = ("status", "end", "part_of", "shared", "plan", REMOVED)
        return [
            one
            for row, of in self._rows.items()
            if target in self.parts_ever(row)
            for one in of
            if one.field in wanted or one.kind == REDACT
        ]

    def derived(self, kind: str, entity: str) -> str:
        """Return the id a thing goes out with: it tells nothing of the one it has at home."""
        return self._hash(kind, entity).hex()

    def _hash(self, *parts: str) -> bytes:
        said = "\0".join((self._own, *parts)).encode()
        return hashlib.blake2b(said, digest_size=ID_SIZE).digest()

    def announced(self, who: str) -> list[Change]:
        """Return what says who writes."""
        writer = self._hash("writer").hex()
        return self.constant("writer", writer, {"function": f"{who}, ur egen plan"})

    def constant(self, kind: str, entity: str, values: Mapping[str, Any]) -> list[Change]:
        """Return values that never change: as if written when the plan was made."""
        first = min(self._about, key=lambda one: (one.at, one.id))
        return self._made(kind, entity, values, first.at, [first])

    def standing(
        self,
        kind: str,
        entity: str,
        values: Mapping[str, Any],
        of: Sequence[Change],
        *,
        held: Sequence[str] = (),
    ) -> list[Change]:
        """Return values that stand now and were made of these changes.

        An empty value goes only where the field has been filled in, or is held back.
        """
        at = max(one.at for one in of) + len(of)
        filled = {one.field for one in of}
        sent = {
            name: data
            for name, data in values.items()
            if data is not None or name in held or name in filled or kind == "own_status"
        }
        return self._made(kind, entity, sent, at, of)

    def _made(
        self, kind: str, entity: str, values: Mapping[str, Any], at: int, of: Sequence[Change]
    ) -> list[Change]:
        secret = hashlib.blake2b(digest_size=ID_SIZE)
        for one in sorted(of, key=lambda one: one.id):
            secret.update(one.salt or one.digest or b"")
        return [
            self._change(secret.digest(), at, (kind, entity, name), data)
            for name, data in values.items()
        ]

    def _change(self, secret: bytes, at: int, target: tuple[str, str, str], data: Any) -> Change:
        said = encode([*target, at, data]).encode()
        salt = hashlib.blake2b(secret + said, digest_size=ID_SIZE).digest()
        number = hashlib.blake2b(salt + said, digest_size=8).digest()
        seq = (int.from_bytes(number) >> (64 - _SEQ_BITS)) + 1
        writer = self._hash("writer")
        return new_change(writer, seq, at, target, salt=salt, data=data, replaces=())


def _list(change: Change) -> list[str]:
    data = change.data
    return [one for one in data if isinstance(one, str)] if isinstance(data, list) else []
