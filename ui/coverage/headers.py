"""The headings of the map: shifts above, prerequisites or huvudmän to the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.coverage.look import MapLook, draw_column_head, draw_row_head
from ui.coverage.model import CoverageModel


class MapHeader(QHeaderView):
    """Draws names with what the group has rated; the map decides how large they are."""

    def __init__(
        self,
        orientation: Qt.Orientation,
        model: CoverageModel,
        look: MapLook,
        parent: QWidget,
    ) -> None:
        """Stand beside a map."""
        super().__init__(orientation, parent)
        self.look = look
        self.extent = 0
        self._map = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        """Return the height of the shifts' names, or the width of the rows'."""
        across = self.orientation() == Qt.Orientation.Horizontal
        return QSize(0, self.extent) if across else QSize(self.extent, 0)

    def sectionSizeFromContents(self, logical: int) -> QSize:
        """Return the least room of a name: its longest word, or its height when it is a row's."""
        room = self.extent - self.look.gap - self.look.pad
        head = self._map.heading(logical, self.orientation())
        wide, high = self.look.head_size(head, max(1, room))
        return QSize(wide + 2 * self.look.pad + self.look.gap, high + self.look.gap)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one name."""
        head = self._map.heading(logical, self.orientation())
        across = self.orientation() == Qt.Orientation.Horizontal
        (draw_column_head if across else draw_row_head)(painter, rect, head, self.look)
