"""Find changes in a damaged file, page by page; only what verifies by its hash counts.

First the cells of every sound table leaf page. Pages whose structure doesn't hold are then
searched for the bytes a change's record begins with. Free pages are left out, and an erased
change stays erased: an older copy of it with its value is never brought back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nvworkshop.model.changes import REDACT, value_digest
from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading.catalogue import Entry
from nvworkshop.planfile.reading.header import PAGE_SIZES, Header
from nvworkshop.planfile.reading.limits import MAX_INNER
from nvworkshop.planfile.reading.records import (
    TABLE_INTERIOR,
    TABLE_LEAF,
    Cell,
    Pages,
    Value,
    is_tidy,
    record,
    serial_types,
)
from nvworkshop.planfile.reading.refusal import BrokenError
from nvworkshop.planfile.reading.sandbox import as_meta
from nvworkshop.planfile.reading.verify import Room, Row, is_intact
from nvworkshop.planfile.schema import META_CHANGES, META_PLAN

_COLUMNS = 12
_META_COLUMNS = 2
_SAMPLE = 1000
_ABOUT = 0.75
_PAGE_TYPES = (0x02, TABLE_INTERIOR, 0x0A, TABLE_LEAF)
_PAGE_HEADER = 8
_BEGINNING = re.compile(rb"[\x0d-\x1f]\x00\x2c\x2c")
"""Header size, then n (kept as the rowid), id and writer: two BLOBs of 16 bytes."""
_SMALLEST = 80
"""Bytes a change takes at the least: bounds how many a file can hold."""


class Finds:
    """What was found so far; `known` is the changes by id, `top` the greatest row number."""

    def __init__(self, pages: Pages, size: int) -> None:
        """Begin with nothing in `pages`; `size` is the file's size in bytes."""
        self.pages = pages
        self.known: dict[bytes, Row] = {}
        self.top = 0
        self._room = Room(size)
        self._most = size // _SMALLEST

    def add(self, row: Row) -> bool:
        """Keep a row if it verifies; the erased version of a change wins."""
        if not is_intact(row):
            return False
        ident, value = row[0], row[8]
        if value is None or ident not in self.known:
            self._room.take(row)
            self.known[ident] = row
        return True

    def number(self, rowid: int) -> None:
        """Remember that the file had this row, if it can have been one."""
        if self.top < rowid <= self._most:
            self.top = rowid

    def rows(self) -> Iterator[Row]:
        """Return the rows, with those erased that another row says are."""
        gone = {bytes(row[5]).decode() for row in self.known.values() if row[4] == REDACT.encode()}
        for ident, row in self.known.items():
            yield _erased(row) if ident.hex() in gone else row


def _erased(row: Row) -> Row:
    if row[8] is None:
        return row
    digest = value_digest(row[7], row[8].decode())
    return (*row[:7], None, None, digest, row[10])


def search(data: bytearray, header: Header, deadline: Deadline) -> Finds:
    """Search the file with its likeliest page size, then with others until changes appear.

    Raises RefusedError when none do.
    """
    for size in _likely_sizes(data, header):
        both = sorted({0, header.reserved if size == header.page_size else 0})
        tries = [_search(data, Pages(data, size, reserved), deadline) for reserved in both]
        best = max(tries, key=lambda finds: len(finds.known))
        if best.known:
            return best
    raise RefusedError("hopeless")


def _likely_sizes(data: bytearray, header: Header) -> list[int]:
    """Return the possible page sizes, the likeliest first.

    The stated one when the header holds together. Else the least that looks about as good as the
    best: a multiple of the true size looks as good, half of it only half as good.
    """
    shares = {size: _share(data, size) for size in PAGE_SIZES}
    enough = max(shares.values()) * _ABOUT
    stated = header.page_size
    sure = stated if header.sound or not enough else 0
    return sorted(PAGE_SIZES, key=lambda size: (size != sure, shares[size] < enough, size))


def _share(data: bytearray, size: int) -> float:
    """Return how many of the pages, of those looked at, begin as a page of a table or index."""
    places = range(size, min(len(data), size * _SAMPLE), size)
    good = sum(
        data[at] in _PAGE_TYPES
        and _PAGE_HEADER <= int.from_bytes(data[at + 5 : at + 7], "big") <= size
        for at in places
    )
    return good / max(len(places), 1)


def _search(data: bytearray, pages: Pages, deadline: Deadline) -> Finds:
    finds, free = Finds(pages, len(data)), pages.free()
    for number in range(1, pages.count + 1):
        if number not in free:
            deadline.check()
            _search_page(finds, pages, number)
    return finds


def _search_page(finds: Finds, pages: Pages, number: int) -> None:
    start = 100 if number == 1 else 0
    page = pages.page(number)
    kind = page[start] if len(page) > start else 0
    if kind == TABLE_LEAF:
        sizes = [_keep(finds, cell) for cell in pages.cells(page, start)]
        if len(page) >= pages.usable and is_tidy(page, sizes, start, pages.usable):
            return
    _carve(finds, pages, page)


def _keep(finds: Finds, cell: Cell | None) -> int:
    """Keep a cell if it is a change; return its size on the page, 0 for one that isn't sound."""
    if cell is None:
        return 0
    try:
        row = record(cell.payload)
    except BrokenError:
        return 0
    if len(row) != _COLUMNS:
        return cell.size
    finds.number(cell.rowid)
    return cell.size if finds.add(row[1:]) or not _is_change_like(row) else 0


def _is_change_like(row: tuple[Value, ...]) -> bool:
    return row[0] is None and isinstance(row[1], bytes) and isinstance(row[2], bytes)


def _carve(finds: Finds, pages: Pages, page: bytes) -> None:
    """Look for changes anywhere on a page; a record's own header says how long it is."""
    for match in _BEGINNING.finditer(page):
        at = match.start()
        try:
            types, _, end = serial_types(page, at)
            if len(types) == _COLUMNS:
                finds.add(record(pages.payload(page, at, end - at)[0])[1:])
        except BrokenError:
            continue


def greatest_row(pages: Pages, root: int) -> int:
    """Return the greatest row number that the log's inner pages name; 0 when unreadable."""
    greatest, waiting, seen = 0, [root], set[int]()
    while waiting:
        number = waiting.pop()
        try:
            page = pages.page(number)
            if number in seen or not page or page[0] != TABLE_INTERIOR or len(seen) > MAX_INNER:
                continue
            children, key = pages.children(page)
        except BrokenError:
            continue
        seen.add(number)
        greatest = max(greatest, key)
        waiting += children
    return greatest


def find_meta(pages: Pages, found: Iterable[Entry]) -> dict[str, str]:
    """Return what `meta` holds where the schema says it lies, else where its two keys lie."""
    roots = [entry.root for entry in found if entry.name == "meta"]
    if roots:
        return as_meta(_rows(pages, roots[0]))
    keys = {META_PLAN, META_CHANGES}
    for number in range(1, pages.count + 1):
        if all(key.encode() in pages.page(number) for key in keys):
            meta = as_meta(_rows(pages, number))
            if keys <= meta.keys():
                return meta
    return {}


def _rows(pages: Pages, root: int) -> Iterator[Row]:
    try:
        page = pages.page(root)
        if page[:1] != bytes((TABLE_LEAF,)):
            return
        for cell in pages.cells(page):
            row = record(cell.payload) if cell else ()
            if len(row) == _META_COLUMNS:
                yield row
    except BrokenError:
        return
