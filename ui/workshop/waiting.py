"""The ideas that wait to be placed: by two figures, or dragged into the matrix."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme
from ui.workshop.matrix import FIGURES
from ui.workshop.votes import IdeaChoice


class WaitingList(IdeaChoice):
    """Figures are told with the idea they are about; so is where one is dragged."""

    figured = Signal(str, str)  # the idea, a figure
    dragged = Signal(QPoint)  # on the screen
    dropped = Signal(str, QPoint)  # the idea, on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent, narrow=True)
        self.setAccessibleName(self.tr("Förslag att placera"))
        self._pressed: QPoint | None = None
        self._dragging = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of figures."""
        if event.text() in FIGURES and self.chosen_id:
            self.figured.emit(self.chosen_id, event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an idea, which may then be dragged."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        self._pressed = at if self.indexAt(at).isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = self.chosen_id
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        idea, self._dragging, self._pressed = self._dragging, "", None
        if idea:
            self.viewport().unsetCursor()
            self.dropped.emit(idea, event.globalPosition().toPoint())
