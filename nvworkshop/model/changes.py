"""A change: one field of one thing set to one value by one writer."""

from __future__ import annotations

import hashlib
import json
import struct
from typing import Any, NamedTuple

ID_SIZE = 16
"""Bytes in a change id, a writer id, a salt and a value digest."""

REMOVED = "removed"
"""The field every kind has; true means the thing is removed."""

REDACT = "redact"
"""The kind of a change that erases another: its entity is the erased change's id in hex."""

_FIXED = struct.Struct(">16sqq16sI")
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
_JSON_SPACE = " \t\n\r"


class Change(NamedTuple):
    """One row of the change log; the columns of table `change`, in their order.

    `at` is milliseconds since 1970-01-01 UTC, for people to read. `value` is canonical JSON text.
    `replaces` is the ids of the changes its author saw in this field, sorted and joined, 16 bytes
    each; a removal also names every head of the thing's other fields that its author saw.
    An erased change has neither salt nor value, but `digest`; every other change has no digest.
    """

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
    def data(self) -> Any:
        """The value as Python data; None when erased."""
        return None if self.value is None else decode(self.value)

    @property
    def replaced(self) -> tuple[bytes, ...]:
        """The ids this change replaces."""
        return split_ids(self.replaces)

    def erased(self) -> Change:
        """Return this change without value and salt; its id still verifies."""
        if self.salt is None or self.value is None:
            return self
        return self._replace(salt=None, value=None, digest=value_digest(self.salt, self.value))


def split_ids(joined: bytes) -> tuple[bytes, ...]:
    """Split joined 16-byte ids."""
    if len(joined) <= ID_SIZE:
        return (joined,) if joined else ()
    return tuple(joined[i : i + ID_SIZE] for i in range(0, len(joined), ID_SIZE))


def encode(data: Any) -> str:
    """Return canonical JSON text: sorted keys, no spaces, letters as they are."""
    return _ENCODER.encode(data)


def decode(value: str) -> Any:
    """Return the data of JSON text; what another program wrote wrongly is text as it stands."""
    text = value.strip(_JSON_SPACE)
    try:
        data, end = _scan(text, 0)  # what json.loads calls in the end, at a third of the time
    except (ValueError, RecursionError, StopIteration):
        return value
    return data if end == len(text) else value


def value_digest(salt: bytes, value: str) -> bytes:
    """Return BLAKE2b-128 of salt and value (UTF-8)."""
    return hashlib.blake2b(salt + value.encode(), digest_size=ID_SIZE).digest()


def change_id(change: Change) -> bytes:
    """Compute the content hash that is the change's id.

    BLAKE2b-128 over writer (16 bytes), seq and at (big-endian int64), the digest of salt and
    value (16 bytes), the number of replaced ids (uint32), those ids, then kind, entity and field
    in UTF-8 with a NUL between. docs/file_format.md gives a worked example.
    """
    _, writer, seq, at, kind, entity, field, salt, value, digest, replaces = change
    if salt is not None and value is not None:
        digest = value_digest(salt, value)
    if digest is None:
        raise ValueError("a change needs salt and value, or a digest")
    head = _FIXED.pack(writer, seq, at, digest, len(replaces) // ID_SIZE)
    names = f"{kind}\0{entity}\0{field}".encode()
    return hashlib.blake2b(head + replaces + names, digest_size=ID_SIZE).digest()


def is_intact(change: Change) -> bool:
    """Tell whether the change is what its author wrote, by its id."""
    return well_formed(change) and change_id(change) == change.id


def well_formed(change: Change) -> bool:
    """Tell whether sizes are right and exactly one of value and digest is there.

    A salt of another size could take bytes from the value under the same id.
    """
    _, _, _, _, _, _, _, salt, value, digest, _ = change
    if salt is None or value is None:
        sized = salt is None and value is None and digest is not None and len(digest) == ID_SIZE
    else:
        sized = len(salt) == ID_SIZE and digest is None
    return (
        sized
        and len(change.writer) == ID_SIZE
        and len(change.replaces) % ID_SIZE == 0
        and "\0" not in change.kind + change.entity + change.field
    )


def new_change(
    writer: bytes,
    seq: int,
    at: int,
    target: tuple[str, str, str],
    *,
    salt: bytes,
    data: Any,
    replaces: tuple[bytes, ...],
) -> Change:
    """Make a change of `target` = (kind, entity, field) and give it its id."""
    kind, entity, field = target
    change = Change(
        b"",
        writer,
        seq,
        at,
        kind,
        entity,
        field,
        salt,
        encode(data),
        None,
        b"".join(sorted(replaces)),
    )
    return change._replace(id=change_id(change))
