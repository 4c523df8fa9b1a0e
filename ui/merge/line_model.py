"""Lines to choose among: a heading, a line under it, and a word to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to choose; `key` names it. `token` is the colour of the word to the right."""

    key: object
    head: str
    text: str = ""
    word: str = ""
    token: str = "muted"  # noqa: S105 (a colour)


class Role(IntEnum):
    """What a view asks for."""

    LINE = Qt.ItemDataRole.UserRole


class LineModel(QAbstractListModel):
    """Shows lines; the rows that are the same stay where they are."""

    def __init__(self, parent: Any = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; only those that differ are told of, when they are as many."""
        new = list(lines)
        if [one.key for one in new] != [one.key for one in self.lines]:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return
        old, self.lines = self.lines, new
        for row, (was, now) in enumerate(zip(old, new, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: object) -> int:
        """Return the row of a key, -1 when it is not there."""
        return next((row for row, one in enumerate(self.lines) if one.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a line; those who listen get all of it."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        match role:
            case Role.LINE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.head
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(one for one in (line.head, line.text, line.word) if one)
            case _:
                return None
