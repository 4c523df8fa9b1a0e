"""Damage a plan file the way a worn USB stick does: a lost sector and a few flipped bits."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.changes import Change

SECTOR = 512

LOST = 0.45
"""Where in the log, from 0 to 1, the sector is lost."""

FLIPPED = (0.2, 0.7, 0.97)
"""Where in the log a bit is flipped; the last is among the newest changes."""

_INTO_RECORD = 40
"""Bytes from a change's id to somewhere in its later columns."""


def damaged(data: bytes, changes: Sequence[Change]) -> bytes:
    """Return a plan file's bytes with damage among the changes, the same for the same file."""
    hurt = bytearray(data)
    for share in FLIPPED:
        hurt[_place(data, changes, share) + _INTO_RECORD] ^= 0b100
    start = _place(data, changes, LOST) // SECTOR * SECTOR
    hurt[start : start + SECTOR] = bytes(SECTOR)
    return bytes(hurt)


def _place(data: bytes, changes: Sequence[Change], share: float) -> int:
    """Return where a change's record lies: only in the log do id and writer stand together."""
    change = changes[int(share * len(changes))]
    return data.index(change.id + change.writer)
