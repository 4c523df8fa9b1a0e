"""Pages, cells and records of SQLite's file format, read in Python alone.

The format: https://www.sqlite.org/fileformat.html 1.5, 1.6 and 2.1. A text comes back as a
bytearray and a BLOB as bytes, as the database connection of `sandbox.py` gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from struct import unpack_from
from typing import NamedTuple

from nvworkshop.planfile.reading.limits import MAX_ROW
from nvworkshop.planfile.reading.refusal import BrokenError

Value = None | int | float | bytes | bytearray
TABLE_LEAF = 0x0D
TABLE_INTERIOR = 0x05
_LEAF_HEADER = 8
_INTERIOR_HEADER = 12
_MAX_COLUMNS = 250
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL = 7
_ZERO = 8
_ONE = 9
_BLOB = 12


class Cell(NamedTuple):
    """A row as it lies on a table leaf page: `size` is the bytes it takes on the page."""

    rowid: int
    payload: bytes
    size: int


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; return it and where it ends."""
    value = 0
    try:
        for place in range(at, at + 8):
            byte = data[place]
            if not byte & 0x80:
                return value << 7 | byte, place + 1
            value = value << 7 | byte & 0x7F
        value = value << 8 | data[at + 8]
    except IndexError as error:
        raise BrokenError from error
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def serial_types(data: bytes, at: int) -> tuple[list[int], int, int]:
    """Read a record's header: its columns' types, where its values begin, and where it ends."""
    length, place = varint(data, at)
    end = at + length
    types: list[int] = []
    while place < end and len(types) <= _MAX_COLUMNS:
        kind, place = varint(data, place)
        types.append(kind)
    if place != end or any(kind < 0 or kind in (10, 11) for kind in types):
        raise BrokenError
    return types, end, end + sum(map(_size, types))


def _size(kind: int) -> int:
    return _SIZES[kind] if kind < _BLOB else (kind - _BLOB) // 2


def record(payload: bytes) -> tuple[Value, ...]:
    """Return the values of a record that fills `payload` exactly."""
    types, at, end = serial_types(payload, 0)
    if end != len(payload):
        raise BrokenError
    values = []
    for kind in types:
        size = _size(kind)
        values.append(_value(kind, payload[at : at + size]))
        at += size
    return tuple(values)


def _value(kind: int, raw: bytes) -> Value:
    if kind >= _BLOB:
        return bytearray(raw) if kind % 2 else raw
    if kind == 0:
        return None
    if kind == _REAL:
        number: float = unpack_from(">d", raw)[0]
        return number
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    return int.from_bytes(raw, "big", signed=True)


class Pages:
    """A file's bytes as pages, counted from 1; the last one may be cut short."""

    def __init__(self, data: bytearray, page_size: int, reserved: int = 0) -> None:
        """Cut `data` into pages of `page_size` bytes, the last `reserved` of them not in use."""
        self._data = data
        self._size = page_size
        self.usable = page_size - reserved
        self.count = -(-len(data) // page_size)

    def page(self, number: int) -> bytes:
        """Return a page's bytes."""
        if not 1 <= number <= self.count:
            raise BrokenError
        return bytes(self._data[(number - 1) * self._size : number * self._size])

    def cells(self, page: bytes, start: int = 0) -> Iterator[Cell | None]:
        """Yield the rows of a table leaf page whose header is at `start`; None for a bad one."""
        for at in pointers(page, start, _LEAF_HEADER):
            try:
                yield self.cell(page, at)
            except BrokenError:
                yield None

    def cell(self, page: bytes, at: int) -> Cell:
        """Return the row at byte `at` of a table leaf page."""
        length, place = varint(page, at)
        rowid, place = varint(page, place)
        payload, end = self.payload(page, place, length)
        return Cell(rowid, payload, max(end - at, 4))

    def payload(self, page: bytes, at: int, length: int) -> tuple[bytes, int]:
        """Return `length` bytes from `at` on, with overflow pages, and where they end here."""
        if not 0 <= length <= MAX_ROW:
            raise BrokenError
        here = self._local(length)
        end = at + here
        parts = [page[at:end]]
        if here < length:
            parts += self._overflow(int.from_bytes(page[end : end + 4], "big"), length - here)
            end += 4
        payload = b"".join(parts)
        if len(payload) != length or end > self.usable:
            raise BrokenError
        return payload, end

    def _local(self, length: int) -> int:
        most = self.usable - 35
        if length <= most:
            return length
        least = (self.usable - 12) * 32 // 255 - 23
        fitting = least + (length - least) % (self.usable - 4)
        return fitting if fitting <= most else least

    def _overflow(self, number: int, left: int) -> Iterator[bytes]:
        while left > 0:
            page = self.page(number)
            part = page[4 : min(self.usable, 4 + left)]
            if not part:
                raise BrokenError
            yield part
            left -= len(part)
            number = int.from_bytes(page[:4], "big")

    def children(self, page: bytes, start: int = 0) -> tuple[list[int], int]:
        """Return an interior table page's child pages and its greatest key."""
        cells = [varint(page, at + 4)[0] for at in pointers(page, start, _INTERIOR_HEADER)]
        places = pointers(page, start, _INTERIOR_HEADER)
        pages = [int.from_bytes(page[at : at + 4], "big") for at in places]
        last = int.from_bytes(page[start + 8 : start + 12], "big")
        return [*pages, last], max(cells, default=0)

    def free(self) -> set[int]:
        """Return the pages on the freelist; none when the list itself is damaged."""
        number, stated = unpack_from(">II", self.page(1).ljust(40, b"\0"), 32)
        found: set[int] = set()
        try:
            while number and number not in found and len(found) < stated:
                trunk = self.page(number).ljust(self._size, b"\0")
                following, leaves = unpack_from(">II", trunk)
                found |= {number, *unpack_from(f">{min(leaves, self._size // 4 - 2)}I", trunk, 8)}
                number = following
        except BrokenError:
            return set()
        return found if len(found) == stated and number == 0 else set()


def pointers(page: bytes, start: int, header: int) -> tuple[int, ...]:
    """Return where the cells of a page begin, as far as the page goes."""
    stated = int.from_bytes(page[start + 3 : start + 5], "big")
    room = max(0, (len(page) - start - header) // 2)
    if not room:
        return ()
    places: tuple[int, ...] = unpack_from(f">{min(stated, room)}H", page, start + header)
    return places


def is_tidy(page: bytes, sizes: list[int], start: int, usable: int) -> bool:
    """Tell whether a leaf page's cells and free blocks fill its content area exactly.

    `sizes` is the bytes each cell takes, 0 for one that isn't sound.
    """
    places = pointers(page, start, _LEAF_HEADER)
    stated = int.from_bytes(page[start + 3 : start + 5], "big")
    if stated != len(sizes) or 0 in sizes:
        return False
    content = int.from_bytes(page[start + 5 : start + 7], "big") or 65536
    taken = list(zip(places, sizes, strict=True))
    taken += _free_blocks(page, int.from_bytes(page[start + 1 : start + 3], "big"))
    taken.sort()
    apart = all(at + size <= following for (at, size), (following, _) in pairwise(taken))
    return apart and sum(size for _, size in taken) + page[start + 7] == usable - content


def _free_blocks(page: bytes, at: int) -> Iterator[tuple[int, int]]:
    previous = 0
    while previous < at <= len(page) - 4:
        following, size = unpack_from(">HH", page, at)
        yield at, size
        previous, at = at, following
