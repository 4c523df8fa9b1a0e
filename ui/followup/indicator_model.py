"""Indicators as rows: where each began, where it is now, and where it is to go."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from nvworkshop.followup.judging import number_text
from nvworkshop.followup.series import number_in
from nvworkshop.session.standing import Measured
from ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands where; how it has gone is drawn."""

    TITLE = 0
    BASELINE = 1
    NOW = 2
    TARGET = 3
    LINE = 4


class IndicatorModel(QAbstractTableModel):
    """One row an indicator."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.indicators: Sequence[Measured] = ()
        self._heads = {
            Column.TITLE: self.tr("Indikator"),
            Column.BASELINE: self.tr("Start"),
            Column.NOW: self.tr("Nu"),
            Column.TARGET: self.tr("Mål"),
            Column.LINE: self.tr("Utveckling"),
        }

    def show_indicators(self, indicators: Sequence[Measured]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.indicators = indicators
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.indicators)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the drawn one says where the indicator stands."""
        one = self.indicators[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.LINE:
            return self.standing_word(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tip(one))
        return None

    def _text(self, one: Measured, column: int) -> str:
        if column == Column.TITLE:
            return one.title
        if column == Column.BASELINE:
            return figure(one.baseline, one.unit)
        if column == Column.TARGET:
            return figure(one.target, one.unit)
        if column == Column.NOW and one.judged.now is not None:
            few = self.tr(" (få)") if one.points[-1].few else ""
            return f"{with_unit(one.judged.now, one.unit)}{few}"
        return "–" if column == Column.NOW else ""

    def standing_word(self, one: Measured) -> str:
        """Return where an indicator stands, in words."""
        return self.tr(one.judged.word)

    def _tip(self, one: Measured) -> str:
        lines = [one.title, self.standing_word(one)]
        lines += [self.tr("Start: {text}").format(text=one.baseline)] if one.baseline else []
        lines += [self.tr("Mål: {text}").format(text=one.target)] if one.target else []
        lines += [one.judged.why, *one.judged.cautions]
        if one.judged.date:
            lines.append(self.tr("Mätt {day}").format(day=one.judged.date))
        return "\n".join(lines)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and shown:
            return self._heads[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def figure(text: str, unit: str) -> str:
    """Return the number in a text with its unit, or a dash; the tooltip has all of it."""
    number = number_in(text)
    return "–" if number is None else with_unit(number, unit)


def with_unit(value: float, unit: str) -> str:
    """Return "31 %", "2,1 besök"; only short units have room."""
    number = number_text(value)
    if unit.casefold() in ("procent", "%"):
        return f"{number} %"
    return number
