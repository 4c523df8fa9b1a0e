"""The agenda as a table: when each step begins, its title, minutes and the group's own question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from nvworkshop.language import marked
from nvworkshop.workshop.hours import clock, minutes_of
from nvworkshop.workshop.steps import OWN, Agenda, Step, within
from ui.widgets.keyed_list import Index
from ui.widgets.labels import plain_tooltip
from ui.words import tr

_MIME = "application/x-nvworkshop-step"


class Column(IntEnum):
    """The columns, from the left."""

    CLOCK = 0
    TITLE = 1
    MINUTES = 2
    QUESTION = 3


class Role(IntEnum):
    """What the table tells besides the texts."""

    FAINT = Qt.ItemDataRole.UserRole + 1  # not the group's own, or not taken part in
    GUIDE = Qt.ItemDataRole.UserRole + 2  # the guide's question


_HEADS: Mapping[Column, str] = {
    Column.CLOCK: marked("Klockan"),
    Column.TITLE: marked("Steg"),
    Column.MINUTES: marked("Min"),
    Column.QUESTION: marked("Egen fråga"),
}


class AgendaModel(QAbstractTableModel):
    """Shows an agenda; what is written is asked for as `edit_asked`, and shown when it is done."""

    edit_asked = Signal(str, dict)  # a step's id, and what to change in it
    move_asked = Signal(str, int)  # a step's id, and how far

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
        """Return a column's name, and to which side it stands."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(Column(section))
        return tr(_HEADS[Column(section)]) if role == Qt.ItemDataRole.DisplayRole else None

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
                own = {Column.QUESTION: step.question, Column.TITLE: step.title}
                found = own.get(column, self._text(step, column))
            case Qt.ItemDataRole.ToolTipRole if column in (Column.TITLE, Column.QUESTION):
                found = plain_tooltip(self._text(step, column))
            case Qt.ItemDataRole.CheckStateRole if column is Column.TITLE:
                found = Qt.CheckState.Unchecked if step.skipped else Qt.CheckState.Checked
            case Qt.ItemDataRole.TextAlignmentRole:
                found = _side(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                found = self._spoken(step, column)
            case Role.FAINT:
                found = step.skipped or (column is Column.QUESTION and not step.question)
            case Role.GUIDE:
                found = self._questions.get(step.id, "")
        return found

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be written in; rows are dragged, and dropped between others."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.writable:
            return flags if index.isValid() else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        column = Column(index.column())
        if column is Column.TITLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        own_title = column is Column.TITLE and self.agenda[index.row()].type in OWN
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
        change = _typed(column, " ".join(str(value).split()))
        if change is None:
            return False
        if any(getattr(step, name) != said for name, said in change.items()):
            self.edit_asked.emit(step.id, change)
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

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Let rows be moved only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Take rows of agendas only."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged step."""
        data = QMimeData()
        if indexes:
            data.setData(_MIME, self.agenda[indexes[0].row()].id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; the view need take nothing away, so it is told that nothing came."""
        places = [one.id for one in self.agenda]
        step = bytes(data.data(_MIME).data()).decode()
        if action == Qt.DropAction.MoveAction and self.writable and step in places:
            here = places.index(step)
            there = len(places) if row < 0 else row
            self.move_asked.emit(step, there - here - (1 if there > here else 0))
        return False

    # Texts

    def _text(self, step: Step, column: Column) -> str:
        match column:
            case Column.CLOCK:
                return "–" if step.skipped else self.begins(step.id)
            case Column.TITLE:
                return tr(step.title)
            case Column.MINUTES:
                return str(step.minutes)
            case Column.QUESTION:
                return step.question or self._questions.get(step.id, "")

    def _spoken(self, step: Step, column: Column) -> str:
        text = self._text(step, column)
        if column is Column.MINUTES:
            text = tr("{n} minuter").format(n=text)
        if column is Column.QUESTION and not step.question:
            text = tr("Vägledningens fråga: {text}").format(text=text)
        skipped = tr("hoppas över") if step.skipped and column is Column.TITLE else ""
        return ", ".join(filter(None, (text, skipped)))


def _typed(column: Column, text: str) -> dict[str, Any] | None:
    """Return what to change for what was typed; None for what can't be used."""
    if column is Column.MINUTES and text.isdecimal():
        return {"minutes": within(int(text[:6]))}
    if column is Column.QUESTION:
        return {"question": text}
    return {"title": text} if column is Column.TITLE and text else None


def _side(column: Column) -> int:
    """Return to which side a column's texts stand: numbers to the right."""
    right = Qt.AlignmentFlag.AlignRight if column is Column.MINUTES else Qt.AlignmentFlag.AlignLeft
    return int(right.value) | int(Qt.AlignmentFlag.AlignVCenter.value)
