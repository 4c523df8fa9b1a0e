"""The agenda as a table: when each step begins, its title, minutes and the group's own question."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, Signal

from nvworkshop.workshop.hours import clock, minutes_of
from nvworkshop.workshop.steps import Agenda, Step, StepType, within
from ui.workshop.idea_model import Index

_FREE = (StepType.FREE, StepType.BREAK)


class Column(IntEnum):
    """The columns, from the left."""

    CLOCK = 0
    TITLE = 1
    MINUTES = 2
    QUESTION = 3


_HEADS: Mapping[Column, str] = {
    Column.CLOCK: "Klockan",
    Column.TITLE: "Steg",
    Column.MINUTES: "Min",
    Column.QUESTION: "Fråga",
}


class AgendaModel(QAbstractTableModel):
    """Shows an agenda; what is written is asked for as `edit_asked`, and shown when it is done."""

    edit_asked = Signal(str, dict)  # a step's id, and what to change in it

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.agenda: Agenda = ()
        self._starts = ""
        self._questions: Mapping[str, str] = {}
        self.writable = True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many steps there are."""
        return 0 if parent.isValid() else len(self.agenda)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return _tr(_HEADS[Column(section)]) if 0 <= section < len(Column) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, what is edited in it, or whether the step is taken part in."""
        if not index.isValid() or not 0 <= index.row() < len(self.agenda):
            return None
        step, column = self.agenda[index.row()], Column(index.column())
        found: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found = self._text(step, column)
            case Qt.ItemDataRole.EditRole:
                found = self._value(step, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.TITLE:
                found = Qt.CheckState.Unchecked if step.skipped else Qt.CheckState.Checked
            case Qt.ItemDataRole.TextAlignmentRole if column is Column.MINUTES:
                found = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.AccessibleTextRole:
                skipped = _tr("hoppas över") if step.skipped else ""
                found = ", ".join(filter(None, (self._text(step, column), skipped)))
        return found

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be written in."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or not self.writable:
            return flags
        step, column = self.agenda[index.row()], Column(index.column())
        if column is Column.TITLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        own_title = column is Column.TITLE and step.type in _FREE
        if own_title or column in (Column.MINUTES, Column.QUESTION):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; nothing is shown until it is done."""
        if not index.isValid() or not self.writable:
            return False
        step, column = self.agenda[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole:
            skipped = Qt.CheckState(value) == Qt.CheckState.Unchecked
            self.edit_asked.emit(step.id, {"skipped": skipped})
            return True
        text = str(value).strip()
        if column is Column.MINUTES and text.isdecimal():
            self.edit_asked.emit(step.id, {"minutes": within(int(text[:6]))})
        elif column is Column.QUESTION:
            self.edit_asked.emit(step.id, {"question": text})
        elif column is Column.TITLE and text:
            self.edit_asked.emit(step.id, {"title": text})
        else:
            return False
        return True

    def show_agenda(self, agenda: Agenda, starts: str, questions: Mapping[str, str]) -> None:
        """Show an agenda; `questions` are the guide's, by step."""
        same = [one.id for one in agenda] == [one.id for one in self.agenda]
        if not same:
            self.beginResetModel()
        self.agenda, self._starts, self._questions = agenda, starts, questions
        if same and agenda:
            last = self.index(len(agenda) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        elif not same:
            self.endResetModel()

    def begins(self, step: str) -> str:
        """Return when a step begins: "13.25", or "+25" minutes when nobody has said a time."""
        gone = 0
        for one in self.agenda:
            if one.id == step:
                break
            gone += 0 if one.skipped else one.minutes
        start = minutes_of(self._starts)
        return clock(start + gone) if start is not None else f"+{gone}"

    def _text(self, step: Step, column: Column) -> str:
        match column:
            case Column.CLOCK:
                return "–" if step.skipped else self.begins(step.id)
            case Column.TITLE:
                return step.title
            case Column.MINUTES:
                return str(step.minutes)
            case Column.QUESTION:
                return step.question or self._questions.get(step.id, "")

    def _value(self, step: Step, column: Column) -> str:
        return step.question if column is Column.QUESTION else self._text(step, column)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Agenda", text)
