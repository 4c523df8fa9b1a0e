"""Take a plan file's bytes, and name what lies beside it."""

from __future__ import annotations

import hashlib
import os
from typing import NamedTuple

from nvworkshop.outside.refusal import Deadline
from nvworkshop.outside.taking import take_bytes
from nvworkshop.planfile.reading.limits import MAX_FILE


class Source(NamedTuple):
    """A file's bytes, their SHA-256 in hex, and notes on what lies beside it."""

    data: bytearray
    sha256: str
    notes: tuple[str, ...]


def take(path: str, deadline: Deadline) -> Source:
    """Read the file at `path`; refuse what is no regular file, empty or too large."""
    data = take_bytes(path, deadline, MAX_FILE)
    return Source(data, hashlib.sha256(data).hexdigest(), _beside(path))


def _beside(path: str) -> tuple[str, ...]:
    """Name the sidecars that hold something; they are never read."""
    return tuple(f"{end}_beside" for end in ("wal", "journal") if _holds(f"{path}-{end}"))


def _holds(path: str) -> bool:
    try:
        return os.lstat(path).st_size > 0
    except OSError:
        return False
