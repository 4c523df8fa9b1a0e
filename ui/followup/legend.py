"""What colours and patterns mean, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.followup.patterns import fill, readable_on, rounded
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox

_SWATCH = 14


class Meaning(NamedTuple):
    """A token or a shift's id, a pattern, and what they stand for."""

    token: str
    pattern: str
    word: str


class Legend(FlowBox):
    """A swatch and a word for each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(theme.px(14), parent)
        self._theme = theme
        self._entries: dict[Meaning, LegendEntry] = {}

    def show_meanings(self, meanings: Sequence[Meaning]) -> None:
        """Show these, in this order."""
        for one in meanings:
            if one not in self._entries:
                self._entries[one] = LegendEntry(one, self._theme, self)
        for one, entry in self._entries.items():
            entry.setVisible(one in meanings)
        self.set_parts(self._entries[one] for one in meanings)


class LegendEntry(QWidget):
    """One swatch with its word."""

    def __init__(self, meaning: Meaning, theme: Theme, parent: QWidget) -> None:
        """Take what it shows."""
        super().__init__(parent)
        self._theme, self._meaning = theme, meaning
        self.setAccessibleName(meaning.word)

    def sizeHint(self) -> QSize:
        """Return room for both."""
        self.setFont(self._theme.font("small"))
        metrics = self.fontMetrics()
        side = self._theme.px(_SWATCH)
        wide = side + self._theme.px(6) + metrics.horizontalAdvance(self._meaning.word)
        return QSize(wide, max(side, metrics.height()) + self._theme.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        theme, (token, pattern, word) = self._theme, self._meaning
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_SWATCH)
        ground = theme.mark_color(token)
        swatch = rounded(QRectF(0.5, (self.height() - side) / 2, side, side), theme.px(3))
        fill(painter, swatch, ground, pattern, readable_on(ground, theme))
        painter.strokePath(swatch, QPen(theme.color("edge"), 1))
        painter.setPen(theme.color("muted"))
        room = self.rect().adjusted(side + theme.px(6), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
