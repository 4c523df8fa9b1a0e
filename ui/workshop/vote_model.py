"""The ideas to prioritise as a list that stays where it is while rows come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from ui.widgets.labels import plain_tooltip
from ui.workshop.idea_model import IdeaModel, IdeaRow, Index


class VoteModel(IdeaModel):
    """A list of rows; those that go and those that come last are told of one by one."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the whole text as a tooltip too: a row has two lines."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return plain_tooltip(self.rows[index.row()].text)
        return super().data(index, role)

    def show_rows(self, rows: Sequence[IdeaRow]) -> None:
        """Show these rows; only another order is told as a whole."""
        wanted = [one.id for one in rows]
        stay = set(wanted)
        left = [one.id for one in self.rows if one.id in stay]
        if left != wanted[: len(left)]:
            super().show_rows(rows)
            return
        for place in reversed(range(len(self.rows))):
            if self.rows[place].id not in stay:
                self._remove(place)
        if len(rows) > len(left):
            self.beginInsertRows(QModelIndex(), len(left), len(rows) - 1)
            self.rows += rows[len(left) :]
            self.endInsertRows()
        self._take(rows)

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self.rows[place]
        self.endRemoveRows()
