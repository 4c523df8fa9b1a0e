"""The timeline as rows: each action with its status and its time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from nvworkshop.followup.bars import Bar
from ui.followup.words import status_word
from ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands where; the time is drawn, and its ends are there to read as well."""

    NAME = 0
    STATE = 1
    TIME = 2
    BEGINS = 3
    ENDS = 4
    MILESTONES = 5


class TimelineModel(QAbstractTableModel):
    """One row an action."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.bars: Sequence[Bar] = ()
        self.today = date.min
        self._heads = {
            Column.NAME: self.tr("Åtgärd"),
            Column.STATE: self.tr("Status"),
            Column.TIME: self.tr("Tid"),
            Column.BEGINS: self.tr("Börjar"),
            Column.ENDS: self.tr("Klar"),
            Column.MILESTONES: self.tr("Delmål"),
        }

    def show_bars(self, bars: Sequence[Bar], today: date) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.bars, self.today = bars, today
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.bars)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the drawn one says its time to those who listen."""
        bar = self.bars[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(bar, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.TIME:
            return self.aloud(bar)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{bar.name}\n{self.aloud(bar)}")
        return None

    def _text(self, bar: Bar, column: int) -> str:
        if column == Column.NAME:
            return bar.name
        if column == Column.STATE:
            return self.state(bar)
        if column in (Column.BEGINS, Column.ENDS):
            return bar.said[column - Column.BEGINS] or "–"
        if column == Column.MILESTONES:
            return "; ".join(self._milestones(bar)) or "–"
        return ""

    def state(self, bar: Bar) -> str:
        """Return the status in words; what is late is said to be, whatever its status."""
        return status_word("delayed") if bar.late else bar.state or status_word("")

    def aloud(self, bar: Bar) -> str:
        """Return the time of an action as a sentence."""
        begins, ends = bar.said
        if not bar.begins and not bar.ends:
            return self.tr("Ingen tid satt")
        said = self.tr("Börjar {begins}, klar {ends}").format(
            begins=begins or "–", ends=ends or "–"
        )
        if milestones := self._milestones(bar):
            said += self.tr(". Delmål {days}").format(days="; ".join(milestones))
        return said

    def _milestones(self, bar: Bar) -> list[str]:
        """Return the days there are, and what has none."""
        days = ", ".join(day.isoformat() for day in bar.milestones)
        undated = self.tr("utan datum: {milestones}").format(milestones=", ".join(bar.undated))
        return [*([days] if days else []), *([undated] if bar.undated else [])]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
