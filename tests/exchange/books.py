"""Small books for tests of the writers."""

from __future__ import annotations

from datetime import UTC, datetime

from nvworkshop.model.tables import Book, Column, ColumnKind, Role, Row, Table, Value

MADE = datetime(2026, 11, 20, 14, 32, tzinfo=UTC)
ID = Column("Id", 10, ColumnKind.ID)


def book(
    *rows: tuple[Value, Value], kind: ColumnKind = ColumnKind.TEXT, name: str = "Blad"
) -> Book:
    """Return a book of one sheet with an id and one value in each row."""
    made = tuple(Row(cells) for cells in rows)
    columns = (ID, Column("Värde", 20, kind))
    table = Table(name, "Rubrik", columns, made, ("En not.",), Role.PLAN, 1)
    ids = frozenset(str(cells[0]) for cells in rows)
    return Book("Plan", (table,), MADE, "Utkast – arbetsmaterial", "3", actions=ids)


def of_texts(*texts: str) -> Book:
    """Return a book with those texts, one in each row."""
    return book(*((f"id{n}", text) for n, text in enumerate(texts)))
