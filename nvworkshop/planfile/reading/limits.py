"""How large anything in a plan file from outside may be."""

from __future__ import annotations

MIB = 1 << 20

MAX_FILE = 256 * MIB
"""Bytes in a file. A whole county's plan with 140,000 changes takes about 35 MiB; 256 MiB leaves
room for a plan seven times that, and the child still fits in a small laptop's memory."""

HEAP = MAX_FILE + 64 * MIB
"""Bytes SQLite may use: its own copy of the file, and its caches."""

ADDRESS_SPACE = 2048 * MIB
"""Bytes the child may use: the file, SQLite's copy of it, and the answer."""

MAX_NAME = 100
"""Characters in a kind, an entity or a field."""

MAX_VALUE = 16 * MIB
"""Bytes in a value. A receipt that names 300,000 openings of plans takes about 13 MiB."""

MAX_REPLACED = 65_536
"""Changes that one change replaces."""

MAX_ROW = MAX_VALUE + 16 * MAX_REPLACED + 16_384
"""Bytes in a row of the log."""

MAX_ROWS = 5_000_000
"""Changes in a file."""

MAX_INNER = 2_000
"""Pages that are followed from page to page in one table."""

MAX_OBJECTS = 300
"""Tables and indexes in a file."""

MAX_DEPTH = 50
"""Lists and objects within each other in a value."""
