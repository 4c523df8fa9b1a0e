"""Full-text search over things, in memory: never part of a plan file."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

Key = tuple[str, str]
_WORD = re.compile(r"\w+")


class SearchIndex:
    """Finds things by the beginnings of words; å ä ö are letters of their own."""

    def __init__(self) -> None:
        """Start empty."""
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        self._connection.execute(
            "CREATE VIRTUAL TABLE found USING fts5(kind UNINDEXED, entity UNINDEXED, title, text,"
            " tokenize = \"unicode61 remove_diacritics 0\", prefix = '2 3')"
        )

    def put(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """Add things that are not in the index: (kind, id, title, all text)."""
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO found VALUES (?, ?, ?, ?)", rows)
        self._connection.execute("COMMIT")

    def drop(self, keys: Iterable[Key]) -> None:
        """Take things out."""
        self._connection.executemany("DELETE FROM found WHERE kind = ? AND entity = ?", keys)

    def search(self, text: str, *, most: int = 200) -> list[Key]:
        """Return the things that have words beginning with every word of `text`, best first.

        A hit in the title counts more. No words find nothing.
        """
        words = _WORD.findall(text)
        if not words:
            return []
        query = " ".join(f'"{word}"*' for word in words)
        sql = (
            "SELECT kind, entity FROM found WHERE found MATCH ?"
            " ORDER BY bm25(found, 0, 0, 5, 1), rowid LIMIT ?"
        )
        return list(self._connection.execute(sql, (query, most)))
