"""The map as everyone in the room sees it: as large as there is room for, nothing to press."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nvworkshop.workshop.coverage import Coverage
from ui.coverage.look import Heading, MapLook, draw_cell, draw_column_head, draw_row_head
from ui.coverage.words import cell_words
from ui.theme.theme import Theme

_LARGEST, _SMALLEST = 0.055, 9
"""The largest text as a share of the height, and the smallest in pixels."""

_NAMES = 0.17
"""The share of the width that the names of the rows have."""

_SAID = 0.16
"""The most of the height that the sentences have."""


class CoverageMap(QWidget):
    """Shifts across, prerequisites down, and what the map says in words beneath."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._coverage = Coverage()
        self._look: MapLook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show a map."""
        self._coverage = coverage
        self._look = None
        self.setAccessibleName(self.tr("Täckning"))
        self.setAccessibleDescription(" ".join((*coverage.sentences, *self._told())))
        self.update()

    @property
    def text_size(self) -> int:
        """The height of the smallest text, in pixels; 0 before there is a map."""
        return self._look.text.pixelSize() if self._look else 0

    def sizeHint(self) -> QSize:
        """Return a size of the usual shape; it fits itself to any."""
        return QSize(self._theme.px(960), self._theme.px(540))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        if not self._coverage.shifts or not self._coverage.prerequisites:
            return
        look = self._look = self._look or self._fitting()
        painter = QPainter(self)
        said = self._said_height(look)
        heads, names = self._heads_height(look), self._names_width()
        columns, rows = self._coverage.shifts, self._coverage.prerequisites
        wide = (self.width() - names) // len(columns)
        high = (self.height() - heads - said) // len(rows)
        for place, head in enumerate(self._headings(columns)):
            rect = QRect(names + place * wide, 0, wide, heads)
            draw_column_head(painter, rect, head, look)
        for place, head in enumerate(self._headings(rows)):
            draw_row_head(painter, QRect(0, heads + place * high, names, high), head, look)
        for place, cell in enumerate(self._coverage.cells):
            row, column = divmod(place, len(columns))
            left, top = names + column * wide, heads + row * high
            draw_cell(painter, QRect(left, top, wide, high), cell, look)
        self._draw_key(painter, QRect(0, 0, names - look.pad, heads - look.gap), look)
        self._draw_said(painter, look, said)
        painter.end()

    def _draw_key(self, painter: QPainter, room: QRect, look: MapLook) -> None:
        """Say in the corner what the numbers under the names are."""
        if self._coverage.ratings:
            painter.setFont(look.text)
            painter.setPen(self._theme.color("muted"))
            align = _WRAP | int(Qt.AlignmentFlag.AlignBottom.value)
            painter.drawText(room, align, self.tr("Vår skattning under namnen"))

    def _draw_said(self, painter: QPainter, look: MapLook, high: int) -> None:
        painter.setFont(look.text)
        painter.setPen(self._theme.color("ink"))
        room = QRect(0, self.height() - high, self.width(), high)
        painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignBottom.value), self._said)

    # What fits

    def _fitting(self) -> MapLook:
        """Return the largest look that has room for every name."""
        largest = max(_SMALLEST, round(self.height() * _LARGEST))
        looks = (MapLook(self._theme, size, tight=True) for size in range(largest, _SMALLEST, -1))
        return next(filter(self._fits, looks), MapLook(self._theme, _SMALLEST, tight=True))

    def _fits(self, look: MapLook) -> bool:
        columns, rows = self._coverage.shifts, self._coverage.prerequisites
        names, said = self._names_width(), self._said_height(look)
        inside = (self.width() - names) // len(columns) - look.gap - 2 * look.pad
        high = (self.height() - self._heads_height(look) - said) // len(rows)
        if high < look.cell_height(1) or said > self.height() * _SAID:
            return False
        across = [look.head_size(one, max(1, inside)) for one in self._headings(columns)]
        room = names - look.gap - look.pad
        down = [look.head_size(one, max(1, room)) for one in self._headings(rows)]
        return (
            all(wide <= inside for wide, _ in across)
            and all(wide <= room and tall <= high - look.gap for wide, tall in down)
            and self._names_fit(look, inside)
        )

    def _names_fit(self, look: MapLook, inside: int) -> bool:
        """Tell whether the longest name of a huvudman has room on a line."""
        metrics = QFontMetrics(look.text)
        said = [f"{name} {n}" for cell in self._coverage.cells for name, n in cell.by]
        return all(metrics.horizontalAdvance(one) <= inside for one in said)

    def _names_width(self) -> int:
        return round(self.width() * _NAMES)

    def _heads_height(self, look: MapLook) -> int:
        wide = (self.width() - self._names_width()) // len(self._coverage.shifts)
        room = max(1, wide - look.gap - 2 * look.pad)
        heads = self._headings(self._coverage.shifts)
        tallest = max(look.head_size(one, room)[1] for one in heads)
        return tallest + look.stripe + look.gap + look.pad

    def _said_height(self, look: MapLook) -> int:
        if not self._said:
            return 0
        metrics = QFontMetrics(look.text)
        needs = metrics.boundingRect(QRect(0, 0, self.width(), 100_000), _WRAP, self._said)
        return needs.height() + look.gap

    # What it says

    @property
    def _said(self) -> str:
        return " ".join(self._coverage.sentences)

    def _headings(self, labels: tuple[tuple[str, str], ...]) -> list[Heading]:
        return [Heading(one, label, self._coverage.rating(one)) for one, label in labels]

    def _told(self) -> list[str]:
        """Return every cell in words, for who listens."""
        columns, rows = dict(self._coverage.shifts), dict(self._coverage.prerequisites)
        cells = self._coverage.cells
        return [f"{cell_words(one, columns[one.shift], rows[one.row])}." for one in cells]

    def resizeEvent(self, _: object) -> None:
        """Fit to another size."""
        self._look = None

    @Slot()
    def _on_theme_changed(self) -> None:
        self._look = None
        self.update()


_WRAP = int(Qt.TextFlag.TextWordWrap.value)
