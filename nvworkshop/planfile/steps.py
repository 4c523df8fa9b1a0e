"""The steps between formats, each a named function that is never edited after release."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from nvworkshop.planfile import schema

STEPS = Migrations("nvworkshop")


@STEPS(name="1 the change log")
def the_change_log(db: Database) -> None:
    """Create the log, its indexes and meta."""
    for sql in schema.LOG_SQL[1].values():
        db.execute(sql)


def apply_steps(connection: sqlite3.Connection) -> None:
    """Run the steps this database lacks, each in its own transaction."""
    STEPS.apply(Database(connection))
