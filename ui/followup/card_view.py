"""A table on a card: as high as its rows, up to a limit, and each row is opened."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.row_table import RowTable
from ui.widgets.style import set_role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NARROWEST = 160


class CardView(RowTable):
    """Up, down and Enter. `most` are the rows seen at a time, `wide` design pixels it asks for."""

    most: ClassVar[int]
    wide: ClassVar[int]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        set_role(self, "figures")
        self.clicked.connect(self._open)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for the rows."""
        count = self.model().rowCount() if self.model() is not None else 0
        rows = min(self.most, max(1, count)) * self._theme.px(self.row_high)
        high = self.horizontalHeader().sizeHint().height() + rows
        return QSize(self._theme.px(self.wide), high + self._theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it scrolls to the sides where it is narrow."""
        return QSize(self._theme.px(_NARROWEST), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter; the arrows are Qt's."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        """Tell that a row is opened."""
        raise NotImplementedError

    def _size(self) -> None:
        super()._size()
        self.updateGeometry()
