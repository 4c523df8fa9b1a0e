"""Rows under the lines of their groups: what is shown where, what is chosen, what is in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.desk import Desk
from ui.plan.arrangement import GroupHead
from ui.plan.cell_delegate import CellDelegate
from ui.plan.column_widths import ColumnWidths
from ui.plan.header import TableHeader
from ui.plan.heights import RowHeights
from ui.plan.look import Look
from ui.plan.table_model import TableModel
from ui.widgets.style import set_role

_CHOOSE = QItemSelectionModel.SelectionFlag
_NEAR = 50
"""Lines looked through for a row to land on."""


class RowsView(QTableView):
    """A table whose rows are known by id, whatever happens to their order."""

    def __init__(
        self, model: TableModel, look: Look, desk: Desk, parent: QWidget | None = None
    ) -> None:
        """Show a model."""
        super().__init__(parent)
        self.look = look
        self.header = TableHeader(look, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.table = model
        self.delegate = CellDelegate(model, look, desk, self)
        self.setItemDelegate(self.delegate)
        self.widths = ColumnWidths(self, model, look)
        self.heights = RowHeights(self, model, look)
        self._set_up()

    def _set_up(self) -> None:
        set_role(self, "inside")
        self.setAccessibleName(self.tr("Åtgärder"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))
        self.verticalHeader().hide()
        self.header.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.widths.settled.connect(self.refit)
        self.table.rowsInserted.connect(lambda _, first, last: self.heights.fit(first, last))
        self.table.rowsMoved.connect(
            lambda _, first, last, __, to: self.heights.fit(min(first, to), max(last, to))
        )
        self.table.dataChanged.connect(lambda top, end: self.heights.fit(top.row(), end.row()))

    def wear(self, look: Look) -> None:
        """Take another look: the theme has changed, or how dense the rows are."""
        self.look = self.delegate.look = self.header.look = look
        self.widths.look = self.heights.look = look
        self.widths.fit()
        self.refit()
        self.header.updateGeometry()
        self.viewport().update()

    def refit(self) -> None:
        """Give every row its height anew; the row at the top stays there."""
        top = self.rowAt(0)
        offset = self.rowViewportPosition(top)
        self.heights.start_afresh(max(0, top))
        if top >= 0:
            self._put_at(top, offset)

    # Where one is

    @property
    def here(self) -> QModelIndex:
        """The cell the keys are on."""
        return self.currentIndex()

    @property
    def _column(self) -> int:
        """The column the keys are on; from the start the one people know rows by."""
        if self.here.column() >= 0:
            return self.here.column()
        places = (place for place, one in enumerate(self.table.columns) if one.flexible)
        return next(places, 0)

    @property
    def key_here(self) -> str:
        """The key of the row or group the keys are on, "" when nowhere."""
        return self.table.key_at(self.here.row())

    @property
    def head_here(self) -> GroupHead | None:
        """The line over a group that the keys are on."""
        return self.table.head_at(self.here.row())

    @property
    def top(self) -> tuple[str, int]:
        """What stands uppermost in the view, and how far above its edge it begins."""
        place = self.rowAt(0)
        if place < 0:
            return "", 0
        return self.table.key_at(place), self.rowViewportPosition(place)

    def selected_ids(self) -> list[str]:
        """Return the ids of the chosen rows, from the top."""
        places: set[int] = set()
        for one in self.selectionModel().selection().toList():
            places.update(range(one.top(), one.bottom() + 1))
        rows = (self.table.row_at(place) for place in sorted(places))
        return [row.thing.id for row in rows if row is not None]

    def choose(self, ids: Iterable[str], here: str = "", column: int = -1) -> None:
        """Choose rows by id, those that are shown, and put the keys on one of them.

        With none to choose the keys stay on the line over a group, and go from any row.
        """
        places = sorted(place for place in map(self.table.place_of, ids) if place is not None)
        column = min(column if column >= 0 else self._column, self._last_column)
        at_key = self.table.place_of(here) if here else None
        model = self.selectionModel()
        model.select(self._stretches(places), _CHOOSE.ClearAndSelect | _CHOOSE.Rows)
        fits = at_key in places if places else self._is_head(at_key)
        current = at_key if fits else places[0] if places else None
        at = QModelIndex() if current is None else self.table.index(current, column)
        model.setCurrentIndex(at, _CHOOSE.NoUpdate)

    def _is_head(self, place: int | None) -> bool:
        return place is not None and self.table.head_at(place) is not None

    @property
    def _last_column(self) -> int:
        return max(0, len(self.table.columns) - 1)

    def _stretches(self, places: Sequence[int]) -> QItemSelection:
        """Return rows as a selection, those beside each other as one."""
        chosen, start = QItemSelection(), 0
        for at, place in enumerate(places):
            if at + 1 == len(places) or places[at + 1] != place + 1:
                first = self.table.index(places[start], 0)
                chosen.select(first, self.table.index(place, self._last_column))
                start = at + 1
        return chosen

    @property
    def is_torn(self) -> bool:
        """Whether the keys are on a row that is not chosen, or rows are chosen elsewhere."""
        row = self.table.row_at(self.here.row())
        if row is not None:
            return not self.selectionModel().isRowSelected(self.here.row())
        return self.head_here is None and self.selectionModel().hasSelection()

    def reveal(self, key: str) -> None:
        """Scroll a row or group into view; the first row of a group with the line over it."""
        place = self.table.place_of(key)
        if place is None:
            return
        column = max(0, self.here.column())
        if self.table.head_at(place - 1) is not None:
            self.scrollTo(self.table.index(place - 1, column))
        self.scrollTo(self.table.index(place, column))

    def sees(self, key: str) -> bool:
        """Tell whether some of a row or group is in view."""
        place = self.table.place_of(key)
        if place is None:
            return False
        top = self.rowViewportPosition(place)
        return -self.rowHeight(place) < top < self.viewport().height()

    def show_top(self, top: tuple[str, int]) -> None:
        """Scroll so that what stood uppermost does so again."""
        place = self.table.place_of(top[0])
        if place is not None:
            self._put_at(place, top[1])

    def step(self, by: int) -> bool:
        """Choose the next or the previous row, past the lines of groups; tell whether there is."""
        place = self.here.row() + by
        while 0 <= place < len(self.table.entries):
            row = self.table.row_at(place)
            if row is not None:
                self.choose([row.thing.id], row.thing.id)
                self.reveal(row.thing.id)
                return True
            place += by
        return False

    def land_near(self, place: int) -> None:
        """Choose the row at a place, or the nearest to it: what was there is gone."""
        entries = range(len(self.table.entries))
        nearest = sorted(entries, key=lambda one: (abs(one - place), -one))
        row = next((row for row in map(self.table.row_at, nearest[:_NEAR]) if row), None)
        if row is not None:
            self.choose([row.thing.id], row.thing.id)
            self.reveal(row.thing.id)

    def _put_at(self, place: int, offset: int) -> None:
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(place) - offset)
