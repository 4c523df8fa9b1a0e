"""The page reader sees what SQLite sees."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nvworkshop.planfile.reading import catalogue
from nvworkshop.planfile.reading.records import Pages, record
from nvworkshop.planfile.reading.refusal import BrokenError

VALUES = (None, 0, 1, -1, 127, -128, 40_000, -(1 << 23), 1 << 40, -(1 << 62), 1.5, "å", b"", "")


def database(path: Path, page_size: int) -> list[tuple[object, ...]]:
    rng = random.Random(page_size)
    rows: list[tuple[object, ...]] = [
        (rng.choice(VALUES), rng.choice(VALUES), rng.randbytes(rng.choice((0, 9, 480, 5000))))
        for _ in range(300)
    ]
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA page_size={page_size}")
        db.execute("CREATE TABLE t (a, b, c)")
        db.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
    return rows


def shown(cell: object) -> object:
    return cell.decode() if isinstance(cell, bytearray) else cell


@pytest.mark.parametrize("page_size", [512, 4096, 65536])
def test_every_row_is_read(tmp_path: Path, page_size: int) -> None:
    rows = database(tmp_path / "db", page_size)
    pages = Pages(bytearray((tmp_path / "db").read_bytes()), page_size)
    leaves = [pages.page(n) for n in range(2, pages.count + 1) if pages.page(n)[0] == 0x0D]
    cells = [cell for page in leaves for cell in pages.cells(page)]
    found = {cell.rowid: record(cell.payload) for cell in cells if cell}
    assert [tuple(map(shown, found[n])) for n in range(1, 301)] == rows


def test_the_schema_is_read_over_many_pages(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "db")) as db:
        db.execute("PRAGMA page_size=512")
        for n in range(120):
            db.execute(f"CREATE TABLE t{n} (a, b TEXT DEFAULT '{'x' * n * 9}')")
        expected = db.execute("SELECT name, rootpage, sql FROM sqlite_schema").fetchall()
    pages = Pages(bytearray((tmp_path / "db").read_bytes()), 512)
    assert [(e.name, e.root, e.sql) for e in catalogue.entries(pages)] == expected


@pytest.mark.parametrize(
    "payload", [b"", b"\x02", b"\x02\x01", b"\x02\x0a", b"\x05\x00", b"\x02\x08x", b"\xff" * 9]
)
def test_a_payload_that_is_no_record_is_broken(payload: bytes) -> None:
    with pytest.raises(BrokenError):
        record(payload)


def test_overflow_pages_in_a_ring_end(tmp_path: Path) -> None:
    ring = bytearray(2 * 512)
    ring[512:516] = (2).to_bytes(4, "big")
    start = bytes(40) + (2).to_bytes(4, "big") + bytes(468)
    payload, _ = Pages(ring, 512).payload(start, 0, 548)
    assert len(payload) == 548
