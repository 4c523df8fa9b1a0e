"""The ideas that are placed in the matrix, as rows with words for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from nvworkshop.workshop.ideas import number
from ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

CELLS = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """One idea in the matrix: effect and effort 1–5."""

    id: str
    number: int
    text: str
    effect: int
    effort: int

    @property
    def cell(self) -> tuple[int, int]:
        """Effect and effort."""
        return self.effect, self.effort

    @property
    def spoken(self) -> str:
        """The whole of it in words."""
        said = _tr("Förslag {n}, effekt {effect}, insats {effort}: {text}")
        return said.format(n=self.number, effect=self.effect, effort=self.effort, text=self.text)


def is_placed(idea: Thing) -> bool:
    """Tell whether an idea has both effect and effort."""
    return bool(number(idea, "effect") and number(idea, "effort"))


def placed(idea: Thing) -> Placed:
    """Return an idea as it is drawn; levels that no key gives are brought within."""
    return Placed(
        idea.id,
        number(idea, "number"),
        idea.text("title"),
        within(number(idea, "effect")),
        within(number(idea, "effort")),
    )


def within(level: int) -> int:
    """Return the nearest level, 1–5."""
    return min(CELLS, max(1, level))


class MatrixModel(QAbstractListModel):
    """The placed ideas, cell by cell from the upper left, as one reads."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[Placed] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many ideas are placed."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number, and the words."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(row.number)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(row.spoken)
        return None

    def show_rows(self, rows: Sequence[Placed]) -> None:
        """Show these ideas."""
        wanted = sorted(rows, key=lambda one: (-one.effect, one.effort, one.number))
        if wanted != self.rows:
            self.beginResetModel()
            self.rows = wanted
            self.endResetModel()

    def place_of(self, idea: str) -> int:
        """Return where an idea stands, -1 when it is not there."""
        return next((n for n, one in enumerate(self.rows) if one.id == idea), -1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)
