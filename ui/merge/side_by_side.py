"""A list beside what is chosen in it; above it where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme.theme import Theme

_NARROW = 560
"""Design pixels below which the list stands above."""


class SideBySide(QSplitter):
    """Turns when it gets narrow; neither side can be pushed away."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, narrow: int = _NARROW
    ) -> None:
        """Hold nothing yet; `narrow` is in design pixels."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._narrow = theme, narrow
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when there is another amount of room."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(self._narrow)
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
