"""History as a table: who changed which field when, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nvworkshop.model.text import shorten
from nvworkshop.session.history_lines import HistoryLine
from nvworkshop.session.rows import words_of
from nvworkshop.session.summary import moment
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Index = QModelIndex | QPersistentModelIndex

_LINE = 200
_TIP = 1_000
"""Characters of a cell and of its tooltip; the whole text is read in the boxes beneath."""


class Column(IntEnum):
    """The columns of the table."""

    WHEN = 0
    WHO = 1
    WHAT = 2
    FIELD = 3
    BEFORE = 4
    AFTER = 5


class HistoryModel(QAbstractTableModel):
    """Changes, newest first; those that match what is searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._all: list[HistoryLine] = []
        self._shown: list[HistoryLine] = []
        self._words: tuple[str, ...] = ()

    def set_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show other changes."""
        self._all = list(lines)
        self._filter()

    def search(self, text: str) -> None:
        """Show the changes with words beginning somewhere in them as typed."""
        words = words_of(text)
        if words != self._words:
            self._words = words
            self._filter()

    def line(self, row: int) -> HistoryLine | None:
        """Return the change of a row, None outside the table."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            one for one in self._all if all(word in one.found_by for word in self._words)
        ]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of changes shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("När"),
            self.tr("Vem"),
            self.tr("Vad"),
            self.tr("Fält"),
            self.tr("Före"),
            self.tr("Efter"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a cell on one line; its tooltip has more of it."""
        one = self.line(index.row()) if index.isValid() else None
        if one is None:
            return None
        text = _cell(one, Column(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return shorten(text, _LINE)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text[:_TIP])
        return None


def _cell(one: HistoryLine, column: Column) -> str:
    match column:
        case Column.WHEN:
            return said_at(one)
        case Column.WHO:
            return one.who
        case Column.WHAT:
            return one.title
        case Column.FIELD:
            return tr(one.label)
        case Column.BEFORE:
            return one.before
        case Column.AFTER:
            return one.after


def said_at(one: HistoryLine) -> str:
    """Return when a change was made, "" when no calendar has it."""
    when = moment(one.at)
    return f"{when:%Y-%m-%d %H:%M}" if when else ""
