"""Lines to choose among: a heading, a line under it, and a word to the right."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from ui.widgets.keyed_list import KeyedList


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to choose; `key` names it. `token` is the colour of the word to the right."""

    key: Hashable
    head: str
    text: str = ""
    word: str = ""
    token: str = "muted"  # noqa: S105 (a colour)

    @property
    def spoken(self) -> str:
        """All of it, for those who listen."""
        return ", ".join(one for one in (self.head, self.text, self.word) if one)


class LineModel(KeyedList[Line]):
    """Shows lines."""

    told = {  # noqa: RUF012 (the base says it is the class's)
        Qt.ItemDataRole.DisplayRole: lambda line: line.head,
        Qt.ItemDataRole.AccessibleTextRole: lambda line: line.spoken,
    }

    def key(self, row: Line) -> Hashable:
        """Return what names a line."""
        return row.key
