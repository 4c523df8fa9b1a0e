"""What a file seems to be by its first bytes, and how a file's name is shown."""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = {
    b"%PDF": "pdf",
    _OLE: "old_office",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf": "archive",
    b"Rar!": "archive",
}
_PARTS = {b"xl/": "excel", b"word/": "word", b"ppt/": "powerpoint"}
_LONGEST = 120


def looks_like(data: bytes | bytearray) -> str:
    """Guess what a file is; "" when nothing is known of it."""
    if data.startswith(b"PK\x03\x04"):
        ends = data[:65536] + data[-65536:]
        return next((kind for part, kind in _PARTS.items() if part in ends), "archive")
    for start, kind in _STARTS.items():
        if data.startswith(start):
            return kind
    sample = bytes(data[:4096])
    if b"\0" in sample and not sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    return "web" if b"<html" in sample.lower() or b"<!doctype html" in sample.lower() else "text"


def shown(name: str) -> str:
    """Return a file's name as it can be shown: in quotes, without control characters."""
    safe = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )
    return f"”{safe if len(safe) <= _LONGEST else safe[: _LONGEST - 1] + '…'}”"
