"""The line of column names: click or press Enter to sort, drag to move, drag an edge to widen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.plan.arrangement import Sort
from ui.plan.look import Look
from ui.plan.symbols import draw_sort

_WIDER = 16
"""Design pixels a column grows or shrinks by a key."""


class TableHeader(QHeaderView):
    """Column names that can be reached and used by keyboard as well."""

    sort_asked = Signal(int)  # column
    left = Signal()
    move_asked = Signal(int, int)  # from, to
    menu_asked = Signal(int, object)  # column, QPoint on the screen

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Stand over a table."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = look
        self.sort = Sort()
        self._names: tuple[str, ...] = ()
        self._current = 0
        self._putting_back = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.theme.px(32))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Kolumner"))
        self.sectionClicked.connect(self._on_clicked)
        self.sectionMoved.connect(self._on_moved)

    def show_columns(self, names: tuple[str, ...], sort: Sort) -> None:
        """Take the names in code of the columns, and which one is sorted by."""
        self._names, self.sort = names, sort
        self._current = min(self._current, max(0, len(names) - 1))
        self._speak()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of the small text with air around it."""
        height = QFontMetrics(self.look.small).lineSpacing() + 2 * self.look.theme.px(7)
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw a column's name, its arrow when it is sorted by, and the ring of the keys."""
        look = self.look
        painter.save()
        painter.fillRect(rect, look["card"])
        hair = QRect(rect.left(), rect.bottom() + 1 - look.hair, rect.width(), look.hair)
        painter.fillRect(hair, look["line"])
        room = rect.adjusted(look.left, 0, -look.right, -look.hair)
        sorted_by = bool(self.sort.field) and self._name(logical) == self.sort.field
        metrics = QFontMetrics(look.small)
        size = metrics.ascent() * 0.8
        width = room.width()
        if sorted_by:  # the arrow may stand in the margin: a narrow column keeps its name
            width += look.right - round(size) - look.gap // 2
        title = str(self.model().headerData(logical, Qt.Orientation.Horizontal) or "")
        text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(0, width))
        painter.setFont(look.small)
        painter.setPen(look["ink" if sorted_by else "muted"])
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if sorted_by:
            x = room.left() + metrics.horizontalAdvance(text) + look.gap // 2
            box = QRectF(x, room.center().y() - size / 2 + 1, size, size)
            draw_sort(painter, box, look["ink"], descending=self.sort.descending)
        painter.restore()
        if self.hasFocus() and logical == self._current:
            painter.setPen(look["focus"])
            for place in range(look.ring):
                painter.drawRect(rect.adjusted(place, place, -place - 1, -place - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between columns, sort, move and widen them by keyboard."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if step and alt:
            self._move(step)
        elif step and shift:
            self._widen(step)
        elif step:
            self._go_to(self._current + step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else self.count() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_asked.emit(self._current)
        elif key == Qt.Key.Key_Down:
            self.left.emit()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the column under the mouse, or of the one the keys are on."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            left = self.sectionViewportPosition(self._current)
            self.menu_asked.emit(self._current, self.mapToGlobal(QPoint(left, self.height())))
        else:
            self.menu_asked.emit(self.logicalIndexAt(event.pos()), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._speak()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take away the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _name(self, column: int) -> str:
        return self._names[column] if 0 <= column < len(self._names) else ""

    def _go_to(self, column: int) -> None:
        self._current = max(0, min(column, self.count() - 1))
        self._speak()
        self.viewport().update()

    def _move(self, step: int) -> None:
        to = self._current + step
        if 0 <= to < self.count():
            came, self._current = self._current, to
            self.move_asked.emit(came, to)

    def _widen(self, step: int) -> None:
        size = self.sectionSize(self._current) + step * self.look.theme.px(_WIDER)
        self.resizeSection(self._current, max(self.minimumSectionSize(), size))

    def _speak(self) -> None:
        """Say which column the keys are on, and how it is sorted."""
        if self.model() is None or not self.count():
            return
        title = str(self.model().headerData(self._current, Qt.Orientation.Horizontal) or "")
        how = ""
        if self.sort.field and self._name(self._current) == self.sort.field:
            how = self.tr("fallande") if self.sort.descending else self.tr("stigande")
        said = self.tr("Kolumn {title}").format(title=title)
        self.setAccessibleName(f"{said}, {how}" if how else said)

    def _on_clicked(self, column: int) -> None:
        self._current = column
        self.sort_asked.emit(column)

    def _on_moved(self, logical: int, old: int, new: int) -> None:
        """Put the column back here, and ask for it to be moved in the table itself."""
        if self._putting_back:
            return
        self._putting_back = True
        self.moveSection(new, old)
        self._putting_back = False
        self.move_asked.emit(old, new)
