"""The plan file's format: its marks, the log's tables and the steps between versions.

Format history (`user_version`)
1  The change log, `meta`, and one derived table per kind.
"""

from __future__ import annotations

APPLICATION_ID = 0x4E56504C
"""`NVPL` in ASCII: marks an SQLite file as a plan file."""

FORMAT = 1
"""The `user_version` this program writes. A higher one was written by a newer program."""

CHANGE = (
    "CREATE TABLE change (\n"
    "  n INTEGER PRIMARY KEY,\n"
    "  id BLOB NOT NULL,\n"
    "  writer BLOB NOT NULL,\n"
    "  seq INTEGER NOT NULL,\n"
    "  at INTEGER NOT NULL,\n"
    "  kind TEXT NOT NULL,\n"
    "  entity TEXT NOT NULL,\n"
    "  field TEXT NOT NULL,\n"
    "  salt BLOB,\n"
    "  value TEXT,\n"
    "  digest BLOB,\n"
    "  replaces BLOB NOT NULL\n"
    ") STRICT"
)
CHANGE_ID = "CREATE UNIQUE INDEX change_id ON change (id)"
CHANGE_ENTITY = "CREATE INDEX change_entity ON change (entity)"
META = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"
LOG_SQL = {
    1: {
        "change": CHANGE,
        "change_id": CHANGE_ID,
        "change_entity": CHANGE_ENTITY,
        "meta": META,
    },
}
"""Per format, the exact CREATE texts a plan file must have, by object name."""

_NAME = '"[a-z][a-z0-9_]{0,59}"'
DERIVED_SQL = (
    rf'CREATE TABLE {_NAME} \("id" TEXT PRIMARY KEY(, {_NAME} (TEXT|INTEGER|REAL|ANY)){{0,200}}\)'
    r" STRICT"
)
"""What the CREATE text of a derived table may look like (full match): names and types, no code."""

LOG_COLUMNS = "id, writer, seq, at, kind, entity, field, salt, value, digest, replaces"
"""The log's columns in the order of `model.changes.Change`."""

META_PLAN = "plan"
"""The id of the plan this file is; once merged, a plan file holds other plans too."""

META_CHANGES = "changes"
"""How many changes the file held when published: tells how many a damaged file has lost."""
