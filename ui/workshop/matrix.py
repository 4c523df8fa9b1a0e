"""Effect against effort: five by five, by keys and by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index
from ui.workshop.matrix_layout import Cell, Frame, Spot, frame, spots
from ui.workshop.matrix_model import MatrixModel, Placed
from ui.workshop.matrix_painter import MatrixPainter, edge_width, name_height

_SIDE, _LEAST, _LARGEST, _SMALLEST = 400, 150, 15, 8
_MOVES = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FIGURES = tuple("12345")


class MatrixView(QListView):
    """Draws the points where they are placed; each can be chosen, and moved with the arrows."""

    moved = Signal(str, int, int)  # the idea, effect, effort; 0, 0 takes it out
    stepped = Signal(str, int, int)  # the idea, how much more effect and effort
    figured = Signal(str, str)  # the idea, a figure
    entered = Signal(str)
    lettered = Signal(str)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.points = MatrixModel(self)
        self.setModel(self.points)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("role", "bare")
        for turn in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            turn(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Effekt och insats"))
        self._spots: list[Spot] = []
        self._held = ""
        self._pressed: QPoint | None = None
        self.target: Cell | None = None
        self.selectionModel().currentChanged.connect(self.chosen)
        theme.changed.connect(self._arrange)

    @property
    def frame_of_cells(self) -> Frame:
        """Where the cells are now."""
        size = QSizeF(self.viewport().size())
        return frame(size, edge_width(self._theme), name_height(self._theme))

    @property
    def row(self) -> Placed | None:
        """The chosen point."""
        return self.points.row(self.currentIndex().row())

    def show_points(self, points: Sequence[Placed]) -> None:
        """Show what is placed; the chosen one stays so, or the one that took its place."""
        here, before = self.row, self.currentIndex().row()
        self.points.set_items(points)
        self._arrange()
        if here is not None and not self.choose(here.id):
            self._choose_place(min(before, len(self.points.rows) - 1))

    def choose(self, idea: str) -> bool:
        """Choose the point of an idea; tell whether it is placed."""
        place = self.points.place_of(idea)
        self._choose_place(place)
        return place >= 0

    def go(self, by: int) -> None:
        """Choose the next point as one reads, or the one before."""
        last = len(self.points.rows) - 1
        self._choose_place(min(last, max(0, self.currentIndex().row() + by)))

    def _choose_place(self, place: int) -> None:
        if place >= 0 and place != self.currentIndex().row():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.points.index(place), flag)

    # What is done by keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place, move, take out or choose a point."""
        key, row = event.key(), self.row
        if key in _TURNS:
            self.go(_TURNS[Qt.Key(key)])
        elif event.text().isalpha() and not event.modifiers():
            self.lettered.emit(event.text().lower())
        elif row is None or not self._about(row, event):
            event.ignore()

    def _about(self, row: Placed, event: QKeyEvent) -> bool:
        """Take a key that is about the chosen point; tell whether it was."""
        key = event.key()
        if event.text() in FIGURES:
            self.figured.emit(row.id, event.text())
        elif key in _MOVES:
            self.stepped.emit(row.id, *_MOVES[Qt.Key(key)])
        elif key in _OUT:
            self.moved.emit(row.id, 0, 0)
        elif key in _ENTER:
            self.entered.emit(row.id)
        else:
            return False
        return True

    # What is done by the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the pointer."""
        here = self.indexAt(event.position().toPoint())
        if here.isValid():
            self._choose_place(here.row())
            self._held = self.points.rows[here.row()].id
            self._pressed = event.position().toPoint()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where what is held would be put."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self.target is not None or far >= QApplication.startDragDistance():
            self.hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put what is held where it is let go; beside the matrix it is taken out."""
        held, dragged = self._held, self.target is not None or self._outside(event.position())
        self._held, self._pressed = "", None
        cell = self.drop(event.position())
        if held and dragged:
            self.moved.emit(held, *(cell or (0, 0)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do as Enter does."""
        here = self.indexAt(event.position().toPoint())
        if here.isValid():
            self.entered.emit(self.points.rows[here.row()].id)

    def hover(self, place: QPointF) -> None:
        """Show the cell at a place as one where something would be put."""
        self.target = self.frame_of_cells.cell_at(place)
        self.viewport().update()

    def drop(self, place: QPointF) -> Cell | None:
        """End showing where something would be put; return the cell at a place."""
        self.target = None
        self.viewport().update()
        return self.frame_of_cells.cell_at(place)

    def _outside(self, place: QPointF) -> bool:
        return not self.viewport().rect().contains(place.toPoint())

    # What is drawn

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """Return the least square that numbers have place in."""
        return QSize(self._theme.px(_LEAST), self._theme.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the points anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the fields, the points, and the chosen one over the others."""
        here = self.currentIndex().row()
        shown = [(str(row.number), spot) for row, spot in self._rows_and_spots()]
        with QPainter(self.viewport()) as painter:
            drawn = MatrixPainter(painter, self._theme, self.frame_of_cells)
            drawn.draw_fields(focus=self.hasFocus())
            drawn.draw_axes(edge_width(self._theme))
            if self.target is not None:
                drawn.draw_target(self.target)
            drawn.draw_points(one for n, one in enumerate(shown) if n != here)
            drawn.draw_points(shown[here : here + 1] if here >= 0 else (), chosen=True)

    def _rows_and_spots(self) -> list[tuple[Placed, Spot]]:
        return list(zip(self.points.rows, self._spots, strict=False))

    def _arrange(self) -> None:
        px = self._theme.px
        where = self.frame_of_cells
        self._spots = spots(self.points.rows, where, px(_LARGEST), px(_SMALLEST))
        self.viewport().update()

    # What a view of Qt's is asked

    def visualRect(self, index: Index) -> QRect:
        """Return where a point is."""
        place = index.row()
        return self._spots[place].rect.toRect() if 0 <= place < len(self._spots) else QRect()

    def indexAt(self, place: QPoint) -> Any:
        """Return the point at a place; the chosen one lies over the others."""
        here = self.currentIndex()
        order = [here.row(), *reversed(range(len(self._spots)))]
        at = QPointF(place)
        for n in order:
            if 0 <= n < len(self._spots):
                away = at - self._spots[n].middle
                if away.x() ** 2 + away.y() ** 2 <= self._spots[n].radius ** 2:
                    return self.points.index(n)
        return self.points.index(-1)

    def scrollTo(
        self, index: Index, hint: Any = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Do nothing: all is seen."""

    def horizontalOffset(self) -> int:
        """Return none: all is seen."""
        return 0

    def verticalOffset(self) -> int:
        """Return none: all is seen."""
        return 0

    def doItemsLayout(self) -> None:
        """Lay nothing out as a list."""

    def visualRegionForSelection(self, selection: Any) -> QRegion:
        """Return all: points lie over one another."""
        return QRegion(self.viewport().rect())
