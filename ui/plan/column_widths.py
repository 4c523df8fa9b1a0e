"""How wide each column is: as chosen, as its field needs, and one that takes the room left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from nvworkshop.session.rows import Row
from ui.plan.columns import Column
from ui.plan.look import Look
from ui.plan.table_model import TableModel

_REST = 60
"""Milliseconds of rest in a drag before the rows are fitted to the new widths."""


_NUMBER = "number"

_LEAST = 0.8
"""Of its own width: the least a column is made, so that all have room."""


class ColumnWidths(QObject):
    """Widths in design pixels by field name, so that they grow with the text."""

    settled = Signal()
    """The columns have stopped changing; rows may need another height."""

    def __init__(self, view: QTableView, model: TableModel, look: Look) -> None:
        """Follow a table's header."""
        super().__init__(view)
        self.look = look
        self.chosen: dict[str, int] = {}
        self._view = view
        self._model = model
        self._fitting = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.settled)
        view.horizontalHeader().sectionResized.connect(self._on_resized)
        view.horizontalHeader().sectionHandleDoubleClicked.connect(self._on_edge_pressed_twice)

    def take(self, chosen: Mapping[str, int]) -> None:
        """Take widths that were chosen before."""
        self.chosen = {name: width for name, width in chosen.items() if width > 0}
        self.fit()

    def fit(self) -> bool:
        """Give every column its width; tell whether any changed."""
        header = self._view.horizontalHeader()
        wanted = self._wanted()
        changed = [place for place, one in enumerate(wanted) if header.sectionSize(place) != one]
        self._fitting = True
        for place in changed:
            header.resizeSection(place, wanted[place])
        self._fitting = False
        return bool(changed)

    def _wanted(self) -> list[int]:
        columns = self._model.columns
        wanted = [self._own(one) for one in columns]
        free = [n for n, one in enumerate(columns) if one.name not in self.chosen]
        flexible = [n for n in free if columns[n].flexible][:1]
        room = self._view.viewport().width()
        for places in (flexible, free):
            _shrink(wanted, places, sum(wanted) - room)
        for place in flexible:
            wanted[place] += max(0, room - sum(wanted))
        return wanted

    def _own(self, column: Column) -> int:
        chosen = self.chosen.get(column.name)
        if chosen:
            return self.look.theme.px(chosen)
        return self.look.width_of(column.chars + (self._beside if column.name == _NUMBER else 0))

    @property
    def _beside(self) -> int:
        """The characters that stand before the numbers: the longest name of a länsdel."""
        rows = (one for one in self._model.entries if isinstance(one, Row))
        return max((len(one.where) for one in rows), default=0)

    def _on_resized(self, place: int, _old: int, new: int) -> None:
        """Remember what a person dragged an edge to, and fit the others to it."""
        if self._fitting or place >= len(self._model.columns):
            return
        scale = self.look.theme.px(1_000) / 1_000
        self.chosen[self._model.columns[place].name] = max(1, round(new / scale))
        self.fit()
        self._rest.start()

    def _on_edge_pressed_twice(self, place: int) -> None:
        """Give a column its ordinary width back."""
        self.chosen.pop(self._model.columns[place].name, None)
        self.fit()
        self._rest.start()


def _shrink(widths: list[int], places: Sequence[int], excess: int) -> None:
    """Take what is too much from some columns, in proportion; none gives more than its share."""
    most = {place: widths[place] - round(widths[place] * _LEAST) for place in places}
    taking = min(max(0, excess), sum(most.values()))
    for place, room in most.items():
        taken = -(-taking * room // max(1, sum(most.values())))
        widths[place] -= min(taken, room)
