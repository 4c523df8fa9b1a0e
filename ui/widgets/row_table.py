"""A table that is chosen row by row, and whose columns share its width."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.theme.theme import Theme


class RowTable(QTableView):
    """Shares the width anew when it, or the letters, are others; `_size` begins that.

    `row_high` are the design pixels of a row, and `least` how many rows are seen at least.
    """

    came = Signal()  # the keys

    row_high: ClassVar[int] = 34
    least: ClassVar[int] = 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty, with nothing to write in."""
        super().__init__(parent)
        self._theme = theme
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        theme.changed.connect(self._size)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell, so that what scrolls shows the table."""
        super().focusInEvent(event)
        self.came.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Share the width anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_anew()

    def _share_anew(self) -> None:
        if self.model() is not None:  # else it is still being made
            self._share()

    def _size(self) -> None:
        """Take the sizes of the theme."""
        high = self._theme.px(self.row_high)
        self.verticalHeader().setDefaultSectionSize(high)
        if self.least:
            self.setMinimumHeight(self._theme.px(self.least * self.row_high))
        self._share()

    def _share(self) -> None:
        """Give each column its width."""
        raise NotImplementedError
