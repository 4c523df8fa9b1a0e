"""The chain of decisions as a table: a heading for each level, then a row for everybody in it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import shown
from nvworkshop.session.anchoring import Anchoring, Answer, Level, Party
from nvworkshop.strategy import Strategy
from ui.anchoring.words import level_word, stage_words, who_words
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    WHO = 0
    STAGE = 1
    SENT = 2
    DUE = 3
    ANSWERED = 4
    DATE = 5
    REFERENCE = 6
    REGISTRY = 7


_FIELDS: Mapping[Column, str] = {
    Column.STAGE: "adoption",
    Column.SENT: "sent",
    Column.DUE: "due",
    Column.ANSWERED: "answered",
    Column.DATE: "date",
    Column.REFERENCE: "reference",
    Column.REGISTRY: "registry",
}


_HEADS: Mapping[Column, object] = {
    Column.WHO: QT_TRANSLATE_NOOP("Anchoring", "Vem"),
    Column.STAGE: QT_TRANSLATE_NOOP("Anchoring", "Läge och beslut"),
    Column.SENT: QT_TRANSLATE_NOOP("Anchoring", "Skickad"),
    Column.DUE: QT_TRANSLATE_NOOP("Anchoring", "Svar senast"),
    Column.ANSWERED: QT_TRANSLATE_NOOP("Anchoring", "Svar kom"),
    Column.DATE: QT_TRANSLATE_NOOP("Anchoring", "Beslutat"),
    Column.REFERENCE: QT_TRANSLATE_NOOP("Anchoring", "Paragraf"),
    Column.REGISTRY: QT_TRANSLATE_NOOP("Anchoring", "Diarienr"),
}
"""Shorter than the fields' own names, which are read when one is written in."""


def field_of(column: int) -> Field | None:
    """Return the field of a decision that a column is written in; None for who it is."""
    name = _FIELDS.get(Column(column))
    return FIELDS["decision"][name] if name else None


class AnchoringModel(QAbstractTableModel):
    """Shows a chain; what is written is asked for as `edit_asked`, and shown when it is done."""

    edit_asked = Signal(object, str, str)  # Party, field, text

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: tuple[Level | Answer, ...] = ()
        self.strategy = Strategy.bare("")
        self.writable = True
        self._pending: dict[tuple[Party, str], str] = {}

    def show_chain(self, anchoring: Anchoring, strategy: Strategy, *, writable: bool) -> None:
        """Show a chain; where the keys are is kept when the same people stand in it."""
        rows: list[Level | Answer] = []
        for level in Level:
            answers = anchoring.of(level)
            rows += [level, *answers] if answers else []
        same = list(map(_key, rows)) == list(map(_key, self.rows))
        if not same:
            self.beginResetModel()
        self.rows, self.strategy, self.writable = tuple(rows), strategy, writable
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def show_pending(self, party: Party, field: str, text: str | None) -> None:
        """Show what has been written while the plan takes it in; None when it has."""
        if text is None:
            self._pending.pop((party, field), None)
        else:
            self._pending[party, field] = text
        row = self.row_of(party)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def answer(self, row: int) -> Answer | None:
        """Return who stands in a row, None for the heading of a level."""
        one = self.rows[row] if 0 <= row < len(self.rows) else None
        return one if isinstance(one, Answer) else None

    def owner(self, index: Index) -> Party | None:
        """Return who a row is of, None for the heading of a level."""
        answer = self.answer(index.row())
        return answer.party if answer else None

    def owner_name(self, index: Index) -> str:
        """Return what those of a row are called."""
        answer = self.answer(index.row())
        return tr(answer.party.name) if answer else ""

    def field(self, index: Index) -> Field | None:
        """Return the field of a column."""
        return field_of(index.column())

    def row_of(self, party: Party) -> int:
        """Return the row of somebody, -1 when there is none."""
        places = (row for row, one in enumerate(self.rows) if _key(one) == party)
        return next(places, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, with the headings."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return tr(str(_HEADS[Column(section)]))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but who it is be written in; headings are only read."""
        if self.answer(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.writable and field_of(index.column()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows, what is written in it, and all of it in words."""
        if not index.isValid() or not index.row() < len(self.rows):
            return None
        one = self.rows[index.row()]
        if isinstance(one, Level):
            shown = role in (Role.DisplayRole, Role.AccessibleTextRole) and not index.column()
            return level_word(one) if shown else None
        found: str | None = None
        match role:
            case Role.DisplayRole:
                found = self._shown(one, index.column())
            case Role.EditRole:
                found = self._written(one, index.column())
            case Role.ToolTipRole:
                found = plain_tooltip(self._shown(one, index.column()))
            case Role.AccessibleTextRole:
                found = self._spoken(one, index.column())
        return found

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for a change; nothing is shown until it is under way."""
        answer, field = self.answer(index.row()), field_of(index.column())
        if role != Role.EditRole or answer is None or field is None or not self.writable:
            return False
        self.edit_asked.emit(answer.party, field.name, str(value))
        return True

    def _shown(self, answer: Answer, column: int) -> str:
        field = field_of(column)
        if field is None:
            return who_words(answer)
        pending = self._pending.get((answer.party, field.name))
        if pending is not None:
            return pending
        if column != Column.STAGE:
            return self._written(answer, column)
        return stage_words(answer)

    def _written(self, answer: Answer, column: int) -> str:
        field = field_of(column)
        if field is None or answer.decision is None:
            return ""
        return shown(field, answer.decision[field.name], self.strategy)

    def _spoken(self, answer: Answer, column: int) -> str:
        text = self._shown(answer, column)
        if column == Column.WHO:
            return text
        return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {text or tr('tomt')}"


def _key(row: Level | Answer) -> Level | Party:
    return row if isinstance(row, Level) else row.party
