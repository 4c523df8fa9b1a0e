"""The map in the window: a table of cards to go through with the arrows, and to open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nvworkshop.workshop.coverage import Coverage
from ui.coverage.headers import MapHeader
from ui.coverage.look import MapLook, draw_cell
from ui.coverage.model import PREREQUISITE, PRINCIPAL, CoverageModel, Index
from ui.theme.theme import Theme
from ui.widgets.style import set_role

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ROOMIEST = 128
"""Design pixels of a row where there is all the room one could want."""


class CellDelegate(QStyledItemDelegate):
    """Draws a cell, and the ring where the keys are."""

    def __init__(self, model: CoverageModel, look: MapLook, parent: QWidget) -> None:
        """Remember what to draw, and how."""
        super().__init__(parent)
        self.look = look
        self.can_add = False
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        state = QStyle.StateFlag
        cell = self._model.cell(index)
        here = bool(option.state & (state.State_MouseOver | state.State_HasFocus))
        offer = self.tr("Ny åtgärd här") if here and self.can_add and cell.is_gap else ""
        draw_cell(painter, option.rect, cell, self.look, offer)
        if option.state & state.State_HasFocus:
            self._draw_ring(painter, option.rect)

    def _draw_ring(self, painter: QPainter, rect: QRect) -> None:
        theme = self.look.theme
        wide = theme.px(3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        card = self.look.card(rect).adjusted(wide // 2, wide // 2, -wide // 2, -wide // 2)
        painter.drawRoundedRect(card, self.look.radius, self.look.radius)
        painter.restore()


class MapView(QTableView):
    """All rows are seen; what is around it scrolls up and down, it scrolls to the sides."""

    opened = Signal(object)  # QModelIndex: a press or Enter in a cell
    menu_asked = Signal(object, object)  # QModelIndex, QPoint on the screen
    moved = Signal(object)  # QRect in the map: where the keys are now

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.theme = theme
        self.map = CoverageModel(self)
        look = MapLook(theme, theme.px(13))
        self.cells = CellDelegate(self.map, look, self)
        self.columns = MapHeader(Qt.Orientation.Horizontal, self.map, look, self)
        self.lines = MapHeader(Qt.Orientation.Vertical, self.map, look, self)
        self.setModel(self.map)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.lines)
        self._behave()
        self.clicked.connect(self.opened.emit)
        theme.changed.connect(self._on_theme_changed)

    def _behave(self) -> None:
        set_role(self, "map")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def show_coverage(self, coverage: Coverage, axis: str, *, can_add: bool) -> None:
        """Show a map; the keys stay where they are as far as it is there."""
        at = self.here
        kept = (
            (self.map.columns[at.column()][0], self.map.rows[at.row()][0]) if at.isValid() else ()
        )
        self.cells.can_add = can_add
        self.map.show_coverage(coverage, axis)
        names = {
            PREREQUISITE: self.tr("Täckning per riktning och förutsättning"),
            PRINCIPAL: self.tr("Täckning per riktning och huvudman"),
        }
        self.setAccessibleName(names[axis])
        self._arrange()
        place = self.map.place_of(*kept) if kept else QModelIndex()
        if self.map.rows and self.map.columns:
            self.setCurrentIndex(place if place.isValid() else self.map.index(0, 0))

    @property
    def here(self) -> QModelIndex:
        """The cell the keys are in."""
        return self.currentIndex()

    def minimumSizeHint(self) -> QSize:
        """Return room for the names and every row."""
        return QSize(self.theme.px(240), self._height(self._least_row()))

    def sizeHint(self) -> QSize:
        """Return the same: more room than the least is shared among the rows."""
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space; the arrows are Qt's."""
        if event.key() in _OPENING and self.here.isValid():
            self.opened.emit(self.here)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a cell, by mouse or by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.here if by_key else self.indexAt(event.pos())
        if at.isValid():
            corner = self.visualRect(at).center() if by_key else event.pos()
            self.menu_asked.emit(at, self.viewport().mapToGlobal(corner))

    def corner_of(self, index: Index) -> QPoint:
        """Return where on the screen what belongs to a cell comes up: inside it, at its foot."""
        card = self.cells.look.card(self.visualRect(index))
        return self.viewport().mapToGlobal(card.bottomLeft())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keys have gone."""
        super().currentChanged(current, previous)
        rect = self.visualRect(current)
        self.moved.emit(rect.translated(self.viewport().pos()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the keys are when they come here."""
        super().focusInEvent(event)
        self.moved.emit(self.visualRect(self.here).translated(self.viewport().pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "lines"):
            self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        look = MapLook(self.theme, self.theme.px(13))
        for part in (self.cells, self.columns, self.lines):
            part.look = look
        self._arrange()
        self.viewport().update()

    # Sizes

    def _arrange(self) -> None:
        """Give the names what they need and share the rest among columns and rows."""
        columns, rows = len(self.map.columns), len(self.map.rows)
        if not columns or not rows:
            return
        whole = self.width()
        self.lines.extent = self._names_width(whole)
        least = max(self.columns.sectionSizeFromContents(n).width() for n in range(columns))
        wide = max(least, (whole - self.lines.extent) // columns)
        self.columns.extent = self._heads_height(wide)
        self.columns.setDefaultSectionSize(wide)
        high = self._least_row()
        roomiest = max(high, self.theme.px(_ROOMIEST))
        self.setMaximumHeight(self._height(roomiest))
        self.lines.setDefaultSectionSize(
            max(high, min(roomiest, (self.height() - self._height(0)) // rows))
        )
        self.updateGeometries()
        self.updateGeometry()

    def _names_width(self, whole: int) -> int:
        """Return the width of the rows' names: a fifth, but no word is broken."""
        self.lines.extent = self.theme.px(_NAMES)
        rows = range(len(self.map.rows))
        longest = max(self.lines.sectionSizeFromContents(n).width() for n in rows)
        return max(longest - self.cells.look.pad, min(self.theme.px(_NAMES), whole // 5))

    def _heads_height(self, wide: int) -> int:
        look = self.cells.look
        room = wide - 2 * look.pad - look.gap
        across = Qt.Orientation.Horizontal
        heads = [self.map.heading(n, across) for n in range(len(self.map.columns))]
        heights = [look.head_size(one, max(1, room))[1] for one in heads]
        return max(heights) + look.stripe + look.gap + round(look.pad * 1.4)

    def _least_row(self) -> int:
        """Return the least height of a row: a number with two lines under it, or the row's name."""
        rows = range(len(self.map.rows))
        names = max((self.lines.sectionSizeFromContents(n).height() for n in rows), default=0)
        return max(names, self.cells.look.cell_height(2))

    def _height(self, row: int) -> int:
        """Return the height of the whole map with rows so high."""
        wide = self.lines.extent + self.columns.length()
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() else 0
        return self.columns.extent + row * len(self.map.rows) + bar


_NAMES = 220
"""Design pixels of the rows' names where there is room."""
