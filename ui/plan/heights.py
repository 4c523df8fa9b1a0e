"""How high each row is: one line, or two when a text needs it, without measuring thousands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from nvworkshop.session.rows import Row
from ui.plan.look import Look
from ui.plan.table_model import TableModel

_MEASURED = 1_500
"""With more rows than this the need of a second line is reckoned from the number of letters."""

_AT_ONCE = 1_500
"""Most rows fitted in one go; the rest follow while nothing else is waiting."""

_SIGNED = ("status", "start", "end")
"""Columns whose texts most often have a sign before them."""


class RowHeights(QObject):
    """Sets the heights of the rows of one table; what is seen stays where it is."""

    def __init__(self, view: QTableView, model: TableModel, look: Look) -> None:
        """Remember the table."""
        super().__init__(view)
        self.look = look
        self._view = view
        self._model = model
        self._waiting: range = range(0)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)

    def start_afresh(self, near: int) -> None:
        """Give all rows the least height, those around `near` their own; the rest follow."""
        header = self._view.verticalHeader()
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(self.look.row_height(1))
        count = len(self._model.entries)
        self._fit(range(max(0, near - _NEAR), min(count, near + _NEAR)))
        self._waiting = range(count)
        if count <= _AT_ONCE:
            self._go_on()
        else:
            self._soon.start()

    def fit(self, first: int, last: int) -> None:
        """Set the heights of some rows; all at once when they are not too many."""
        count = len(self._model.entries)
        wanted = range(max(0, first), min(last + 1, count))
        if len(wanted) <= _AT_ONCE:
            self._keeping_place(wanted)
            return
        top = max(0, self._view.rowAt(0))
        self._fit(range(top, min(count, top + _NEAR)))
        self._waiting = range(count)
        self._soon.start()

    def _go_on(self) -> None:
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        now = range(now.start, min(now.stop, len(self._model.entries)))
        self._keeping_place(now)
        if self._waiting:
            self._soon.start()

    def _keeping_place(self, places: Iterable[int]) -> None:
        """Fit rows, and let the row at the top of the view stay there."""
        view = self._view
        top = view.rowAt(0)
        before = view.rowViewportPosition(top) if top >= 0 else 0
        if self._fit(places) and top >= 0:
            bar = view.verticalScrollBar()
            view.updateGeometries()
            bar.setValue(bar.value() + view.rowViewportPosition(top) - before)

    def _fit(self, places: Iterable[int]) -> int:
        """Set the heights of some rows; return how many changed."""
        header, entries, look = self._view.verticalHeader(), self._model.entries, self.look
        head, one, two = look.head_height, look.row_height(1), look.row_height(look.most_lines)
        rooms, exact = self._rooms(), len(entries) <= _MEASURED
        size, resize, changed = header.sectionSize, header.resizeSection, 0
        header.setUpdatesEnabled(False)
        for place in places:
            entry = entries[place]
            if not isinstance(entry, Row):
                wanted = head
            elif one != two and self._needs_two(entry, rooms, exact=exact):
                wanted = two
            else:
                wanted = one
            if size(place) != wanted:
                resize(place, wanted)
                changed += 1
        header.setUpdatesEnabled(True)
        return changed

    def _rooms(self) -> list[tuple[str, int]]:
        """Return each column's name and the width its texts have."""
        look, view = self.look, self._view
        sign = look.symbol + look.gap
        rooms = []
        for place, column in enumerate(self._model.columns):
            room = view.columnWidth(place) - look.left - look.right
            rooms.append((column.name, room - (sign if column.name in _SIGNED else 0)))
        return rooms

    def _needs_two(self, row: Row, rooms: list[tuple[str, int]], *, exact: bool) -> bool:
        texts = row.texts
        for name, room in rooms:
            text = texts.get(name)
            if text is not None and self.look.needs_two(text, room, exact=exact):
                return True
        return False


_NEAR = 120
"""Rows on each side that are fitted first: more than a screen."""
