"""Makes good plan files, crafted ones and damaged ones, with plain sqlite3."""

from __future__ import annotations

import os
import random
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from nvworkshop.model.changes import REDACT, Change, new_change
from nvworkshop.planfile.schema import APPLICATION_ID, CHANGE, FORMAT, LOG_SQL

PLAN = "plan-1"
MIGRATIONS = (
    (
        'CREATE TABLE "_sqlite_migrations" (\n   "id" INTEGER PRIMARY KEY,\n'
        '   "migration_set" TEXT,\n   "name" TEXT,\n   "applied_at" TEXT\n)'
    ),
    (
        'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
        '    ON "_sqlite_migrations" ("migration_set", "name")'
    ),
)
DERIVED = 'CREATE TABLE "action" ("id" TEXT PRIMARY KEY, "title" TEXT, "status" ANY) STRICT'
_INSERT = "INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
_BOMB = "instr(zeroblob(100000000), zeroblob(50000000) || x'01')"


def make_changes(count: int, *, seed: int = 1, longest: int = 90) -> list[Change]:
    """Make a log such as a plan has: texts, lists and numbers about actions."""
    rng = random.Random(seed)
    made: list[Change] = []
    writers = [rng.randbytes(16) for _ in range(3)]
    values = ("Trygg hemgång från sjukhuset", "Mobilt närsjukvårdsteam", "Öppna samtal 😀")
    for n in range(count):
        data: object = [values[n % 3] * rng.randint(1, 1 + longest // 30), n, ["R1", 2.5], None]
        replaced = tuple(c.id for c in rng.sample(made, k=min(len(made), n % 3)))
        entity = PLAN if n == 0 else f"atgard-{n // 8}"
        target = ("action", entity, ("title", "status", "goal")[n % 3])
        made.append(
            new_change(
                writers[n % 3],
                n // 3,
                1_750_000_000_000 + n,
                target,
                salt=rng.randbytes(16),
                data=data if n % 4 else data[0],  # type: ignore[index]
                replaces=replaced,
            )
        )
    return made


def one_change(n: int = 1, *, data: object = "text", entity: str = PLAN, **more: str) -> Change:
    """Make one change; `kind` and `field` can be given."""
    target = (more.get("kind", "action"), entity, more.get("field", "title"))
    return new_change(bytes(16), n, n, target, salt=b"s" * 16, data=data, replaces=())


def redaction(of: Change) -> Change:
    """Make the change that erases another."""
    return one_change(10**6, data=True, entity=of.id.hex(), kind=REDACT)


def write_plan(
    path: Path,
    changes: Iterable[Change],
    *,
    more: Sequence[str] = (),
    pragmas: Sequence[str] = (),
    stated: int | None = None,
) -> Path:
    """Write a plan file; `more` is SQL that runs at the end, `pragmas` run first."""
    rows = [(n, *change) for n, change in enumerate(changes, 1)]
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in pragmas:
            db.execute(f"PRAGMA {pragma}")
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={FORMAT}")
        db.execute("BEGIN")
        for sql in (*LOG_SQL[FORMAT].values(), *MIGRATIONS, DERIVED):
            db.execute(sql)
        db.executemany(_INSERT, rows)
        meta = {"plan": PLAN, "changes": str(len(rows) if stated is None else stated)}
        db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        titles = [(f"a{row[0]}", row[6], row[2].hex()) for row in rows[::8]]
        db.executemany("INSERT INTO action VALUES (?, ?, ?)", titles)
        db.execute("COMMIT")
        for sql in more:
            db.execute(sql)
    return path


def good_plan(path: Path, count: int = 60) -> Path:
    """Write a plan file with `count` changes."""
    return write_plan(path, make_changes(count))


def raw(path: Path, count: int = 60) -> bytearray:
    """Return the bytes of a good plan file, written at `path`."""
    return bytearray(good_plan(path, count).read_bytes())


def _adding(*sql: str, pragmas: Sequence[str] = ()) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        write_plan(path, make_changes(30), more=sql, pragmas=pragmas)

    return make


def _rewriting(name: str, text: str) -> Callable[[Path], None]:
    """Replace a schema text behind SQLite's back."""
    quoted = text.replace("'", "''")
    return _adding(
        "PRAGMA writable_schema=on",
        f"UPDATE sqlite_schema SET sql='{quoted}' WHERE name='{name}'",
        "PRAGMA writable_schema=off",
    )


def _patching(at: int, data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        content = raw(path, 30)
        content[at : at + len(data)] = data
        path.write_bytes(content)

    return make


def _plain(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE note (text)")


def _excel(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(300 << 20)


HOSTILE: dict[str, Callable[[Path], None]] = {
    "trigger": _adding(
        "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM change WHERE id <> new.id; END"
    ),
    "ignore_trigger": _adding(
        "CREATE TRIGGER t BEFORE INSERT ON change BEGIN SELECT raise(IGNORE); END"
    ),
    "view": _adding("CREATE VIEW v AS SELECT hex(zeroblob(900000000)) AS x"),
    "recursive_view": _adding(
        "CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r)"
        " SELECT count(*) FROM r"
    ),
    "view_as_log": _adding(
        "ALTER TABLE change RENAME TO real_change",
        "CREATE VIEW change AS SELECT * FROM real_change",
    ),
    "generated_column": _adding(
        f'CREATE TABLE "idea" ("id" TEXT PRIMARY KEY, "title" TEXT AS ({_BOMB})) STRICT'
    ),
    "check_bomb": _adding(
        f'CREATE TABLE "idea" ("id" TEXT PRIMARY KEY, "title" INTEGER CHECK ({_BOMB} = 0)) STRICT',
        "PRAGMA ignore_check_constraints=on",
        "INSERT INTO idea VALUES ('a', 1)",
    ),
    "check_in_log": _rewriting(
        "change", CHANGE.replace("seq INTEGER NOT NULL", f"seq INTEGER CHECK ({_BOMB} = 0)")
    ),
    "default_in_log": _rewriting(
        "change", CHANGE.replace("salt BLOB", "salt BLOB DEFAULT (randomblob(9))")
    ),
    "expression_index": _adding("CREATE INDEX i ON meta (abs(length(value)))"),
    "partial_index": _adding("CREATE INDEX i ON meta (value) WHERE value > 'a'"),
    "plain_index": _adding("CREATE INDEX i ON meta (value)"),
    "virtual_table": _adding("CREATE VIRTUAL TABLE f USING fts5(x)"),
    "unknown_virtual_table": _adding(
        "PRAGMA writable_schema=on",
        "INSERT INTO sqlite_schema VALUES ('table','f','f',0,'CREATE VIRTUAL TABLE f USING evil')",
    ),
    "foreign_table": _adding("CREATE TABLE other (x)"),
    "fake_schema_text": _rewriting("meta", "CREATE TABLE meta AS SELECT load_extension('x')"),
    "attach_trick": _rewriting("meta", "ATTACH 'neighbour.db' AS n"),
    "nothing_as_schema": _rewriting("change_entity", "x'00'"),
    "many_tables": _adding(
        *(f'CREATE TABLE "t{n}" ("id" TEXT PRIMARY KEY) STRICT' for n in range(300))
    ),
    "statistics": _adding("ANALYZE"),
    "utf16": _adding(pragmas=["encoding='UTF-16le'"]),
    "too_large": _sparse,
}
"""Files with program code or an odd structure in them, by name: each writes one at a path."""

OTHER: dict[str, Callable[[Path], None]] = {
    "empty": _plain(b""),
    "text": _plain("Kom ihåg mjölken\n".encode()),
    "html": _plain(b"<!doctype html><html><body>Logga in</body></html>"),
    "pdf": _plain(b"%PDF-1.7\n%\xe2\xe3\n" + bytes(100)),
    "old_excel": _plain(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    "excel": _excel,
    "zeros": _plain(bytes(20_000)),
    "noise": _plain(random.Random(5).randbytes(20_000)),
    "database": _other_database,
    "folder": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "fifo": os.mkfifo,
}
"""Other things than plan files, by name: each writes one at a path."""


def crafted_journal(plan: Path, neighbour: Path) -> None:
    """Lay a journal beside a plan that would change its pages and delete `neighbour`.

    The layout is that of https://www.sqlite.org/fileformat.html 3; the super-journal's name stands
    at the end.
    """
    page = bytes(4096)
    header = bytes.fromhex("d9d505f920a163d7") + (1).to_bytes(4, "big") + bytes(4)
    header += (3).to_bytes(4, "big") + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    sums = sum(page[at] for at in range(3896, 0, -200)) & 0xFFFFFFFF
    record = (2).to_bytes(4, "big") + page + sums.to_bytes(4, "big")
    name = str(neighbour).encode()
    total = sum(name) & 0xFFFFFFFF
    end = (4097).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    end += total.to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    plan.with_name(plan.name + "-journal").write_bytes(header.ljust(512, b"\0") + record + end)


def flipped(data: bytearray, rng: random.Random) -> bytearray:
    """Return the bytes with one bit changed."""
    damaged = bytearray(data)
    damaged[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return damaged


def zeroed(data: bytearray, rng: random.Random, size: int = 4096) -> bytearray:
    """Return the bytes with one aligned block of `size` set to zero."""
    damaged = bytearray(data)
    at = rng.randrange(len(data) // size) * size
    damaged[at : at + size] = bytes(size)
    return damaged


def cut(data: bytearray, rng: random.Random) -> bytearray:
    """Return the beginning of the bytes."""
    return data[: rng.randrange(1, len(data))]
