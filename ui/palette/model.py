"""What is found as a list: a heading for each group, its best, and a way to see them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nvworkshop.language import several
from nvworkshop.model.text import shorten
from ui.palette.finding import Entry, Found, Group
from ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
_LONGEST = 300
"""Characters of a title that are shown; a palette is one line high."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a heading, an entry, or (with `all_of`) the way to see all."""

    text: str
    entry: Entry | None = None
    all_of: Group | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the line only names what follows."""
        return self.entry is None and self.all_of is None


class FoundModel(QAbstractListModel):
    """The lines; groups that answer better stand first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._lines: list[Line] = []
        self.total = 0

    def show_found(self, found: Mapping[Group, Found[Entry]]) -> None:
        """Show other results."""
        self.beginResetModel()
        there = [(group, one) for group, one in found.items() if one.total]
        there.sort(key=lambda pair: (pair[1].rank, pair[0]))
        self._lines = [line for group, one in there for line in self._lines_of(group, one)]
        self.total = sum(one.total for _, one in there)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line of a row, None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def next_row(self, row: int, by: int) -> int:
        """Return the next row in a direction that can be chosen, or the same when none can."""
        there = row + by
        while 0 <= there < len(self._lines):
            if not self._lines[there].is_heading:
                return there
            there += by
        return row

    def _lines_of(self, group: Group, found: Found[Entry]) -> list[Line]:
        lines = [Line(self._name(group))]
        lines += [Line(one.title or self.tr("Utan rubrik"), one) for one in found.best]
        if found.total > len(found.best) and group in (Group.ACTION, Group.JOINT_ACTION):
            more = self.tr("Visa alla {n} i tabellen").format(n=found.total)
            lines.append(Line(more, all_of=group))
        return lines

    def _name(self, group: Group) -> str:
        return {
            Group.ACTION: self.tr("Åtgärder"),
            Group.JOINT_ACTION: self.tr("Gemensamma åtgärder"),
            Group.IDEA: several("Förslag"),
            Group.COMMAND: self.tr("Kommandon"),
            Group.HELP: self.tr("Hjälp"),
        }[group]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if line.is_heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a line, all of it for screen readers, or the line itself."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return shorten(line.text, _LONGEST)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(line.text)
        return said(line) if role == Qt.ItemDataRole.AccessibleTextRole else None


def said(line: Line) -> str:
    """Return what a screen reader says of a line."""
    entry = line.entry
    parts = (line.text, entry.detail, entry.keys) if entry else (line.text,)
    return ", ".join(one for one in parts if one)
