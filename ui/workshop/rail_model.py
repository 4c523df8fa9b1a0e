"""The steps of the agenda as a list: which are done, which goes on, which are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.ideas import PARKED
from nvworkshop.workshop.steps import Agenda, place_of
from ui.workshop.idea_model import Index, Role


@dataclass(frozen=True, slots=True)
class RailRow:
    """One step as the rail shows it. `place` is its number, 0 for the parking lot."""

    id: str
    title: str
    place: int
    minutes: int
    state: str
    mark: str = ""
    count: int = 0

    @property
    def spoken(self) -> str:
        """The row in words."""
        words = {
            "done": _tr("klart"),
            "now": _tr("pågår"),
            "coming": "",
            "parked": _tr("{n} förslag").format(n=self.count),
        }
        minutes = _tr("{n} min").format(n=self.minutes) if self.place else ""
        return ", ".join(filter(None, (self.title, minutes, words[self.state])))


def rail_rows(agenda: Agenda, progress: Progress, parked: int) -> list[RailRow]:
    """Return the steps that are taken part in, and the parking lot when something is in it."""
    here, _ = place_of(agenda, progress.step)
    rows = []
    for step in agenda:
        if step.skipped:
            continue
        place, _ = place_of(agenda, step.id)
        state = _state(place, here, ended=progress.ended)
        minutes = step.minutes + progress.extra.get(step.id, 0)
        rows.append(RailRow(step.id, step.title, place, minutes, state, step.item))
    if parked:
        rows.append(RailRow(PARKED, _tr("Parkering"), 0, 0, "parked", count=parked))
    return rows


def _state(place: int, here: int, *, ended: bool) -> str:
    if place == here and not ended:
        return "now"
    return "done" if place <= here else "coming"


class RailModel(QAbstractListModel):
    """The rows of the rail."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[RailRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many rows there are."""
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

    def show_rows(self, rows: list[RailRow]) -> None:
        """Show these rows."""
        if [one.id for one in rows] != [one.id for one in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if row != self.rows[place]:
                self.rows[place] = row
                here = self.index(place)
                self.dataChanged.emit(here, here)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rail", text)
