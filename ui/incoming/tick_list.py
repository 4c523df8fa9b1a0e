"""Lines to go through, each ticked or not: space and a press on the box turn it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.merge.line_list import LineDelegate, LineList
from ui.merge.line_model import Line, LineModel
from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index

_BOX, _ROOM, _MARGIN = 18, 38, 12
"""Design pixels: the box, the room it has, and what is to its left."""


class TickModel(LineModel):
    """Lines of which some are ticked."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.ticked: frozenset[object] = frozenset()

    def show_ticked(self, keys: Collection[object]) -> None:
        """Show which lines are ticked."""
        self.ticked = frozenset(keys)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return whether a line is ticked, too."""
        row = self.row(index.row())
        if row is None or role not in (
            Qt.ItemDataRole.CheckStateRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return super().data(index, role)
        ticked = row.key in self.ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return f"{self.tr('Vald') if ticked else self.tr('Inte vald')}: {row.spoken}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a line can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


class TickDelegate(LineDelegate):
    """Draws a box before each line."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the box, and the line in what room is left."""
        theme, px = self._theme, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.color("selection" if chosen else "card"))
        rest = QStyleOptionViewItem(option)
        rest.rect = option.rect.adjusted(px(_ROOM - _MARGIN), 0, 0, 0)
        super().paint(painter, rest, index)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._draw_box(painter, self.box(option.rect), ticked=ticked, chosen=chosen)

    def box(self, row: QRect) -> QRect:
        """Return where the box of a line is."""
        px = self._theme.px
        middle = row.center().y() - px(_BOX) // 2
        return QRect(row.left() + px(_MARGIN), middle, px(_BOX), px(_BOX))

    def _draw_box(self, painter: QPainter, box: QRect, *, ticked: bool, chosen: bool) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("on_selection" if chosen else "primary" if ticked else "muted")
        painter.setPen(QPen(ink, theme.px(2) if ticked else theme.px(1)))
        painter.setBrush(theme.color("card") if not chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.restore()
        if ticked:
            token = "on_selection" if chosen else "primary"
            theme.icon("check", token).paint(painter, box.adjusted(2, 2, -2, -2))


class TickList(LineList):
    """Shows lines with boxes."""

    turned = Signal(object, bool)  # the key of a line, and whether it is to be ticked

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty; `name` is for those who listen."""
        super().__init__(name, theme, parent)
        self._theme = theme
        self.ticks = TickModel(self)
        self.take_model(self.ticks, TickDelegate(theme, self))
        self.setAccessibleDescription(self.tr("Mellanslag väljer raden eller väljer bort den."))

    def show_rows(self, lines: Sequence[Line], ticked: Collection[object]) -> None:
        """Show lines, and which are ticked."""
        self.ticks.show_ticked(ticked)
        self.show_lines(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the line on space."""
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn the line whose box is pressed."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        here = self.indexAt(place)
        if here.isValid() and self._is_box(place, here):
            self._turn(here)

    def _is_box(self, place: QPoint, here: QModelIndex) -> bool:
        row = self.visualRect(here)
        return place.x() < row.left() + self._theme.px(_ROOM)

    def _turn(self, here: QModelIndex) -> None:
        row = self.ticks.row(here.row())
        if row is not None:
            self.turned.emit(row.key, row.key not in self.ticks.ticked)
