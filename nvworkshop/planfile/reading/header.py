"""What a file's first bytes say, before SQLite sees any of them."""

from __future__ import annotations

from typing import NamedTuple

from nvworkshop.planfile.schema import APPLICATION_ID, FORMAT

MAGIC = b"SQLite format 3\0"
PAGE_SIZES = (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536)
HEADER = 100
UTF8 = 1
_LIKELY_FORMATS = 255
"""Formats a newer program may have; a higher number is damage."""
_FRACTIONS = bytes((64, 32, 32))
_MIN_USABLE = 480


class Header(NamedTuple):
    """The database header; `page_size` is 0 when it is impossible."""

    page_size: int
    reserved: int
    encoding: int
    application: int
    version: int
    pages: int
    wal: bool
    sound: bool

    @property
    def ours(self) -> bool:
        """Tell whether the file is marked as a plan file."""
        return self.application == APPLICATION_ID

    @property
    def newer(self) -> bool:
        """Tell whether a newer program wrote the file."""
        return self.ours and FORMAT < self.version <= _LIKELY_FORMATS


def read_header(data: bytearray) -> Header:
    """Read the 100 bytes of https://www.sqlite.org/fileformat.html 1.3."""
    head = bytes(data[:HEADER]).ljust(HEADER, b"\0")
    stated = _number(head, 16, 2)
    page_size = 65536 if stated == 1 else stated
    reserved = head[20]
    possible = page_size in PAGE_SIZES and page_size - reserved >= _MIN_USABLE
    wal = head[18:20] == b"\2\2"
    encoding = _number(head, 56, 4)
    return Header(
        page_size=page_size if possible else 0,
        reserved=reserved if possible else 0,
        encoding=encoding,
        application=_number(head, 68, 4),
        version=_number(head, 60, 4),
        pages=_number(head, 28, 4),
        wal=wal,
        sound=possible
        and (wal or head[18:20] == b"\1\1")
        and head[21:24] == _FRACTIONS
        and encoding == UTF8
        and _whole(head, len(data), page_size),
    )


def _whole(head: bytes, size: int, page_size: int) -> bool:
    """Tell whether the file has as many whole pages as it says it has."""
    if size % page_size:
        return False
    current = head[24:28] == head[92:96]  # otherwise the stated number of pages is not kept
    return not current or _number(head, 28, 4) == size // page_size


def _number(head: bytes, start: int, size: int) -> int:
    return int.from_bytes(head[start : start + size], "big")
