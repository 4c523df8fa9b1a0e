"""The map as everyone in the room sees it: as large as there is room for, nothing to press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nvworkshop.workshop.breaking import breakable
from nvworkshop.workshop.coverage import Coverage
from ui.coverage.look import (
    Heading,
    MapLook,
    draw_cell,
    draw_column_head,
    draw_flat,
    draw_row_head,
    flat_width,
)
from ui.coverage.words import cell_words, gap_word
from ui.theme.theme import Theme

_LARGEST, _SMALLEST = 0.055, 9
"""The largest text as a share of the height, and the smallest in pixels."""

_SAID = 0.16
"""The most of the height that the sentences have."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to draw the map.

    `names` is the share of the width that the names of the rows have. Names may be `broken` in
    long words, and `brief`; a `flat` cell has a number and a word, and no names of huvudmän.
    """

    names: float = 0.17
    broken: bool = False
    brief: bool = False
    flat: bool = False


_WAYS = (
    _Way(),
    _Way(0.21),
    *(
        _Way(names, broken=True, brief=brief, flat=flat)
        for flat in (False, True)
        for brief in (False, True)
        for names in (0.17, 0.21)
    ),
)
"""The ways, those that leave nothing out first."""


class CoverageMap(QWidget):
    """Shifts across, prerequisites down, and what the map says in words beneath."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._coverage = Coverage()
        self._look: MapLook | None = None
        self._least = _SMALLEST
        self._way = _WAYS[0]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    def show_coverage(self, coverage: Coverage, least: int = _SMALLEST) -> None:
        """Show a map, in type of at least so many pixels if anything can be done about it."""
        self._coverage, self._least = coverage, least
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
        inside = wide - look.gap - 2 * look.pad
        also = all(flat_width(one, look) <= inside for one in self._coverage.cells)
        for place, head in enumerate(self._across()):
            rect = QRect(names + place * wide, 0, wide, heads)
            draw_column_head(painter, rect, head, look)
        for place, head in enumerate(self._down()):
            draw_row_head(painter, QRect(0, heads + place * high, names, high), head, look)
        for place, cell in enumerate(self._coverage.cells):
            row, column = divmod(place, len(columns))
            left, top = names + column * wide, heads + row * high
            room = QRect(left, top, wide, high)
            if self._way.flat:
                draw_flat(painter, room, cell, look, also=also)
            else:
                draw_cell(painter, room, cell, look)
        self._draw_key(painter, QRect(0, 0, names - look.pad, heads - look.gap), look)
        self._draw_said(painter, look, said)
        painter.end()

    def _draw_key(self, painter: QPainter, room: QRect, look: MapLook) -> None:
        """Say in the corner what the numbers under the names are."""
        if self._coverage.ratings:
            painter.setFont(look.text)
            painter.setPen(self._theme.color("muted"))
            align = _WRAP | int(Qt.AlignmentFlag.AlignBottom.value)
            painter.drawText(room, align, self._key)

    def _draw_said(self, painter: QPainter, look: MapLook, high: int) -> None:
        painter.setFont(look.text)
        painter.setPen(self._theme.color("ink"))
        room = QRect(0, self.height() - high, self.width(), high)
        painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignBottom.value), self._said)

    # What fits

    def _fitting(self) -> MapLook:
        """Return the largest look that has room for every name, in the first way that is read."""
        for self._way in _WAYS:
            if self._fits(self._look_of(self._least)):
                break
        largest = max(_SMALLEST, round(self.height() * _LARGEST))
        looks = map(self._look_of, range(largest, _SMALLEST, -1))
        return next(filter(self._fits, looks), self._look_of(_SMALLEST))

    def _look_of(self, size: int) -> MapLook:
        return MapLook(self._theme, size, tight=True)

    def _fits(self, look: MapLook) -> bool:
        columns, rows = self._coverage.shifts, self._coverage.prerequisites
        names, said = self._names_width(), self._said_height(look)
        inside = (self.width() - names) // len(columns) - look.gap - 2 * look.pad
        high = (self.height() - self._heads_height(look) - said) // len(rows)
        if high < look.cell_height(0 if self._way.flat else 1) or said > self.height() * _SAID:
            return False
        across = [look.head_size(one, max(1, inside)) for one in self._across()]
        room = names - look.gap - look.pad
        down = [look.head_size(one, max(1, room)) for one in self._down()]
        return (
            all(wide <= inside for wide, _ in across)
            and all(wide <= room and tall <= high - look.gap for wide, tall in down)
            and self._cells_fit(look, inside)
            and self._key_fits(look)
        )

    def _key_fits(self, look: MapLook) -> bool:
        """Tell whether there is room in the corner for what the numbers are."""
        if not self._coverage.ratings:
            return True
        room = QRect(0, 0, self._names_width() - look.pad, self._heads_height(look) - look.gap)
        needs = QFontMetrics(look.text).boundingRect(room, _WRAP, self._key)
        return room.height() >= needs.height() and room.width() >= needs.width()

    def _cells_fit(self, look: MapLook, inside: int) -> bool:
        """Tell whether what stands in the cells has room on its line."""
        if self._way.flat:
            return QFontMetrics(look.text).horizontalAdvance(gap_word()) <= inside
        return self._names_fit(look, inside)

    def _names_fit(self, look: MapLook, inside: int) -> bool:
        """Tell whether the longest name of a huvudman has room on a line."""
        metrics = QFontMetrics(look.text)
        said = [f"{name} {n}" for cell in self._coverage.cells for name, n in cell.by]
        return all(metrics.horizontalAdvance(one) <= inside for one in said)

    def _names_width(self) -> int:
        return round(self.width() * self._way.names)

    def _heads_height(self, look: MapLook) -> int:
        wide = (self.width() - self._names_width()) // len(self._coverage.shifts)
        room = max(1, wide - look.gap - 2 * look.pad)
        tallest = max(look.head_size(one, room)[1] for one in self._across())
        return tallest + look.stripe + look.gap + look.pad

    def _said_height(self, look: MapLook) -> int:
        if not self._said:
            return 0
        metrics = QFontMetrics(look.text)
        needs = metrics.boundingRect(QRect(0, 0, self.width(), 100_000), _WRAP, self._said)
        return needs.height() + look.gap

    # What it says

    @property
    def _key(self) -> str:
        return self.tr("Vår skattning under namnen")

    @property
    def _said(self) -> str:
        return " ".join(self._coverage.sentences)

    def _across(self) -> list[Heading]:
        return [self._heading(one, label) for one, label in self._coverage.shifts]

    def _down(self) -> list[Heading]:
        brief = self._coverage.brief if self._way.brief else {}
        rows = self._coverage.prerequisites
        return [self._heading(one, brief.get(one, label)) for one, label in rows]

    def _heading(self, item: str, label: str) -> Heading:
        said = breakable(label) if self._way.broken else label
        return Heading(item, said, self._coverage.rating(item))

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
