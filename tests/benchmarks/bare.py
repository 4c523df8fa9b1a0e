"""What plain sqlite3 does with the same rows: the same table, indexes and pragmas, no more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from nvworkshop.planfile.connection import connect
from nvworkshop.planfile.schema import CHANGE, CHANGE_ENTITY, CHANGE_ID, LOG_COLUMNS

INSERT = f"INSERT INTO change ({LOG_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
_COPY = f"INSERT INTO change ({LOG_COLUMNS}) SELECT {LOG_COLUMNS} FROM source{{}}.change"
_MOST = 10
"""Databases that SQLite lets one attach at a time."""


@contextmanager
def database(place: Path) -> Iterator[sqlite3.Connection]:
    """Make an empty log on disk; it is removed afterwards."""
    connection = connect(place)
    try:
        for sql in (CHANGE, CHANGE_ID, CHANGE_ENTITY):
            connection.execute(sql)
        yield connection
    finally:
        connection.close()
        place.unlink()


def copy_all(connection: sqlite3.Connection, sources: Sequence[Path]) -> None:
    """Copy the logs of plan files that share no change: one commit for every ten files."""
    for start in range(0, len(sources), _MOST):
        some = sources[start : start + _MOST]
        for number, source in enumerate(some):
            connection.execute(f"ATTACH ? AS source{number}", (str(source),))
        connection.execute("BEGIN IMMEDIATE")
        for number in range(len(some)):
            connection.execute(_COPY.format(number))
        connection.execute("COMMIT")
        for number in range(len(some)):
            connection.execute(f"DETACH source{number}")
