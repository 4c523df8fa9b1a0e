"""Widgets in lines, as words in a text: a box that is as high as its lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowBox(QWidget):
    """Lays out its parts from left to right and goes on beneath; the last one may fill its line.

    It tells its height by its width as it is, not by height-for-width: a form of many such boxes
    is laid out many times faster so.
    """

    def __init__(self, spacing: int, parent: QWidget | None = None, *, margin: int = 0) -> None:
        """Make it empty; `spacing` between parts and lines, in pixels."""
        super().__init__(parent)
        self._spacing = spacing
        self._margin = margin
        self._parts: list[QWidget] = []
        self._filler: QWidget | None = None
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Iterable[QWidget], filler: QWidget | None = None) -> None:
        """Show these in this order; the others are left as they are, and not laid out."""
        self._parts = list(parts)
        self._filler = filler
        self.arrange()

    def arrange(self) -> None:
        """Lay out anew, as when a part has another size."""
        height = self._place()
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _place(self) -> int:
        """Put each part in its place; return the height they take."""
        room = QRect(self._margin, self._margin, max(1, self.width() - 2 * self._margin), 0)
        x, y, high = room.x(), room.y(), 0
        for part in (*self._parts, *([self._filler] if self._filler else ())):
            hint = part.sizeHint().expandedTo(part.minimumSize())
            width = min(hint.width(), room.width())
            if high and x + width > room.right() + 1:
                x, y, high = room.x(), y + high + self._spacing, 0
            if part is self._filler:
                width = self.width() - x
            tall = _height(part, width, hint)
            part.setGeometry(x, y, width, tall)
            x += width + self._spacing
            high = max(high, tall)
        return y + high + self._margin

    def sizeHint(self) -> QSize:
        """Return the height of the lines in the width there is."""
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the lines; it can be narrow."""
        return QSize(60, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a part has got another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)


def _height(part: QWidget, width: int, hint: QSize) -> int:
    """Return the height of a part; one that is narrower than it wants may break into lines."""
    if width >= hint.width() or not part.hasHeightForWidth():
        return hint.height()
    return max(part.heightForWidth(width), part.minimumHeight())
