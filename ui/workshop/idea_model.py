"""The ideas of a step as a list: the newest first, each with whose it is and what it became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from nvworkshop.model.things import Thing
from nvworkshop.workshop.ideas import number, said_by

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the list tells of an idea besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """One idea as it is shown. `action` is the number of the action it has become, or 0."""

    id: str
    number: int
    text: str
    parties: tuple[str, ...] = ()
    votes: int = 0
    action: int = 0
    mark: str = ""

    @property
    def spoken(self) -> str:
        """The whole of it in words."""
        parts = [_tr("Förslag {n}: {text}").format(n=self.number, text=self.text)]
        if self.parties:
            parts.append(_tr("Från {who}").format(who=", ".join(self.parties)))
        if self.votes:
            parts.append(_tr("{n} röster").format(n=self.votes))
        if self.action:
            parts.append(_tr("Åtgärd {n}").format(n=self.action))
        return ". ".join(parts)


def idea_row(idea: Thing, names: Mapping[str, str], become: Mapping[str, Thing]) -> IdeaRow:
    """Return an idea as it is shown; `names` are the parties' short names."""
    action = become.get(idea.id)
    return IdeaRow(
        idea.id,
        number(idea, "number"),
        idea.text("title"),
        tuple(names.get(one, one) for one in said_by(idea)),
        number(idea, "votes"),
        number(action, "number") if action else 0,
        idea.text("shift") or next(iter(idea.items("prerequisites")), ""),
    )


class IdeaRows:
    """Makes rows of ideas, and keeps those whose idea and action are the same as before."""

    def __init__(self) -> None:
        """Start without any."""
        self._names: Mapping[str, str] = {}
        self._made: dict[str, tuple[Thing, Thing | None, IdeaRow]] = {}

    def of(
        self, ideas: Sequence[Thing], names: Mapping[str, str], become: Mapping[str, Thing]
    ) -> list[IdeaRow]:
        """Return ideas as they are shown."""
        if names != self._names:
            self._names = names
            self._made.clear()
        return [self._row(one, become) for one in ideas]

    def _row(self, idea: Thing, become: Mapping[str, Thing]) -> IdeaRow:
        action = become.get(idea.id)
        made = self._made.get(idea.id)
        if made is None or made[0] is not idea or made[1] is not action:
            made = idea, action, idea_row(idea, self._names, become)
            self._made[idea.id] = made
        return made[2]


class IdeaModel(QAbstractListModel):
    """A list of rows; only what differs is told of."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[IdeaRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many ideas there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the words for a screen reader, or the whole row."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Role.ROW:
                return row
        return None

    def show_rows(self, rows: Sequence[IdeaRow]) -> None:
        """Show these rows, moving as little as possible."""
        new = len(rows) - len(self.rows)
        if new > 0 and _ids(rows[new:]) == _ids(self.rows):
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self.rows[:0] = rows[:new]
            self.endInsertRows()
        elif _ids(rows) != _ids(self.rows):
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
        self._take(rows)

    def place_of(self, idea: str) -> int:
        """Return where an idea stands, -1 when it is not there."""
        return next((n for n, one in enumerate(self.rows) if one.id == idea), -1)

    def _take(self, rows: Sequence[IdeaRow]) -> None:
        for place, row in enumerate(rows):
            if self.rows[place] != row:
                self.rows[place] = row
                here = self.index(place)
                self.dataChanged.emit(here, here)


def _ids(rows: Sequence[IdeaRow]) -> list[str]:
    return [one.id for one in rows]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ideas", text)
