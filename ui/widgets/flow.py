"""A layout that breaks into lines, as words do: for chips."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Lays things out from left to right, and on a new line when there is no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        """Start empty; `gap` is pixels between things and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget at a place in the order."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Put a thing last."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one thing, or None past the end, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one thing out and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Tell that it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the things."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        shown = [one.sizeHint() for one in self._items if not one.isEmpty()]
        width = sum(one.width() for one in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((one.height() for one in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the size of the largest thing."""
        least = QSize(0, 0)
        for one in self._items:
            if not one.isEmpty():
                least = least.expandedTo(one.minimumSize())
        return least.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height of the lines; things stand in the middle of their line."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.top()
        for number, line in enumerate(self._lines(inner.width())):
            top += self.spacing() if number else 0
            high = max(size.height() for _, size in line)
            left = inner.left()
            for one, size in line:
                if move:
                    place = QPoint(left, top + (high - size.height()) // 2)
                    one.setGeometry(QRect(place, size))
                left += size.width() + self.spacing()
            top += high
        return top - rect.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return what stands on each line, and how large."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = width + 1
        for one in self._items:
            if one.isEmpty():
                continue
            size = one.sizeHint()
            size.setWidth(min(size.width(), max(width, one.minimumSize().width())))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((one, size))
            left += size.width() + self.spacing()
        return lines
