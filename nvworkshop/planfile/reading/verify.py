"""Check rows of the change log against their content hashes, many at a time.

The same rules as `model.changes.is_intact` on rows as they lie in a file, and a few more: sizes
within the limits, texts in UTF-8, values any program can hold.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterable
from hashlib import blake2b
from itertools import chain
from types import NoneType
from typing import Any

from nvworkshop.model.changes import ID_SIZE
from nvworkshop.outside.refusal import RefusedError
from nvworkshop.planfile.reading.limits import MAX_DEPTH, MAX_NAME, MAX_REPLACED, MAX_VALUE

Row = tuple[Any, ...]
"""The columns of table `change` but `n`: texts as bytearray, BLOBs as bytes."""

_NAMES = (bytearray, bytearray, bytearray)
_WHOLE = (bytes, bytes, int, int, *_NAMES, bytes, bytearray, NoneType, bytes)
_ERASED = (bytes, bytes, int, int, *_NAMES, NoneType, NoneType, bytes, bytes)
_FIXED = struct.Struct(">16sqq16sI")
_MAX_NAMES = 3 * 4 * MAX_NAME + 2
_SEPARATORS = 2
_BRACKETS = (b"[", b"{")


class Room:
    """How much the rows of a file can hold together: never more than the file.

    A crafted file may let many rows share the same pages, and so hold far more than its size.
    """

    def __init__(self, size: int) -> None:
        """Take the file's size in bytes."""
        self._left = size

    def take(self, row: Row) -> None:
        """Count a row that is kept."""
        self._left -= len(row[8] or b"") + len(row[10])
        if self._left < 0:
            raise RefusedError("hostile", "overlap")


def is_intact(row: Row) -> bool:
    """Tell whether a row is a change as its author wrote it.

    Salt and digest must have their exact sizes: otherwise bytes could be moved between salt and
    value without the hash noticing.
    """
    ident, writer, seq, at, kind, entity, field, salt, value, digest, replaces = row
    types = tuple(map(type, row))
    if types == _WHOLE:
        if len(salt) != ID_SIZE or len(value) > MAX_VALUE:
            return False
        digest = blake2b(salt + value, digest_size=ID_SIZE).digest()
    elif types != _ERASED or len(digest) != ID_SIZE:
        return False
    replaced, rest = divmod(len(replaces), ID_SIZE)
    if rest or replaced > MAX_REPLACED or len(writer) != ID_SIZE:
        return False
    names = b"\0".join((kind, entity, field))
    head = _FIXED.pack(writer, seq, at, digest, replaced)
    return (
        blake2b(head + replaces + names, digest_size=ID_SIZE).digest() == ident
        and _are_names(names)
        and (value is None or _is_text(value))
    )


def _are_names(names: bytes) -> bool:
    if len(names) > _MAX_NAMES or names.count(0) != _SEPARATORS:
        return False
    try:
        text = names.decode()
    except UnicodeDecodeError:
        return False
    return len(text) <= MAX_NAME or max(map(len, text.split("\0"))) <= MAX_NAME


def _is_text(value: bytearray) -> bool:
    """Tell whether any program can hold the value and write it again.

    A value that isn't JSON is kept as it stands, as `model.changes.decode` does.
    """
    try:
        text = value.decode()
        data = _scan(text, 0)[0]
        if "\\u" in text:
            json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair fails here
    except (UnicodeError, OverflowError, RecursionError):
        return False
    except (ValueError, StopIteration):
        return True
    return sum(map(value.count, _BRACKETS)) <= MAX_DEPTH or _depth(data) <= MAX_DEPTH


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise OverflowError(text)
    return number


_scan = json.JSONDecoder(parse_constant=_finite, parse_float=_finite).scan_once  # type: ignore[attr-defined]


def _depth(data: Any) -> int:
    """Return how many lists and objects lie within each other."""
    level, depth = _containers([data]), 0
    while level and depth <= MAX_DEPTH:
        inner = [outer.values() if isinstance(outer, dict) else outer for outer in level]
        level = _containers(chain.from_iterable(inner))
        depth += 1
    return depth


def _containers(data: Iterable[Any]) -> list[Any]:
    return [each for each in data if isinstance(each, dict | list)]
