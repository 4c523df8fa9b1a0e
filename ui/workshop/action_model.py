"""The plan's actions as a list for the room: what each lacks, and whether all agree on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from nvworkshop.model.kinds import KINDS
from nvworkshop.session.rows import Row
from nvworkshop.workshop.ideas import number
from ui.workshop.idea_model import Index, Role


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: its number, title, who and when, the labels of what it lacks, and consensus."""

    id: str
    number: int
    title: str
    who: str
    missing: tuple[str, ...]
    consensus: str
    mark: str

    @property
    def lacks(self) -> str:
        """What is missing, in words."""
        return _tr("saknar {what}").format(what=", ".join(self.missing)) if self.missing else ""

    @property
    def spoken(self) -> str:
        """The row in words."""
        head = _tr("Åtgärd {n}: {title}").format(n=self.number, title=self.title)
        return ". ".join(filter(None, (head, self.who, self.lacks, self.consensus)))


def action_row(row: Row) -> ActionRow:
    """Return an action as the room's lists show it."""
    texts = row.texts
    who = [texts.get(name, "") for name in ("principal", "function", "end")]
    fields = {one.name: one.sv for one in KINDS["action"].fields}
    return ActionRow(
        row.thing.id,
        number(row.thing, "number"),
        row.thing.text("title") or _tr("(utan rubrik)"),
        " · ".join(filter(None, who)),
        tuple(fields[name].lower() for name in row.missing),
        texts.get("consensus", ""),
        row.thing.text("shift"),
    )


class ActionModel(QAbstractListModel):
    """A list of actions; only what differs is told of."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[ActionRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many actions there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the words for a screen reader, or the row."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Role.ROW:
                return row
        return None

    def show_rows(self, rows: list[ActionRow]) -> None:
        """Show these rows."""
        if [one.id for one in rows] != [one.id for one in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if row != self.rows[place]:
                self.rows[place] = row
                here = self.index(place)
                self.dataChanged.emit(here, here)

    def place_of(self, action: str) -> int:
        """Return where an action stands, -1 when it is not there."""
        return next((n for n, one in enumerate(self.rows) if one.id == action), -1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoomActions", text)
