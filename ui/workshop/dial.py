"""The quiet timer: a ring that empties, and the minutes and seconds that are left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme

_SIDE, _RING = 132, 10
_SOON = 120
"""Seconds left from which the time is nearly out."""


def clock_text(seconds: int) -> str:
    """Return minutes and seconds; what is over has a plus."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes:02}:{rest:02}"


def clock_level(seconds: int | None) -> str:
    """Return ok, soon or over."""
    if seconds is None or seconds > _SOON:
        return "ok"
    return "soon" if seconds >= 0 else "over"


class Dial(QWidget):
    """Shows what is left of a step; `show_time` moves it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._seconds: int | None = None
        self._share = 1.0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    def show_time(self, seconds: int | None, allotted: float, words: str) -> None:
        """Show seconds left of those allotted; `words` says paused, silent or over."""
        self._seconds, self._words = seconds, words
        self._share = max(0.0, min(1.0, (seconds or 0) / allotted)) if allotted else 0.0
        said = clock_text(seconds) if seconds is not None else self.tr("inte börjat")
        self.setAccessibleName(
            self.tr("Tid kvar av steget: {time}. {words}").format(time=said, words=words)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, the time and the word."""
        theme, px = self._theme, self._theme.px
        side = min(self.width(), self.height()) - px(_RING) - 2
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        token = {"ok": "primary", "soon": "warning", "over": "danger"}[clock_level(self._seconds)]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("line"), px(_RING)))
            painter.drawEllipse(ring)
            pen = QPen(theme.color(token), px(_RING))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, round(self._share * 360 * 16))
            self._draw_words(painter, ring)

    def _draw_words(self, painter: QPainter, ring: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        font = theme.font("title")
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        middle = int(Qt.AlignmentFlag.AlignCenter)
        shown = clock_text(self._seconds) if self._seconds is not None else "–:–"
        painter.drawText(ring.adjusted(0, 0, 0, -px(8)), middle, shown)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        painter.drawText(ring.adjusted(0, px(44), 0, 0), middle, self._words)


def words_of(*, begun: bool, running: bool, silent: int, seconds: int | None) -> str:
    """Return the word under the time."""
    if not begun:
        return ""
    if silent:
        return QCoreApplication.translate("Dial", "tyst {time}").format(time=clock_text(silent))
    if not running:
        return QCoreApplication.translate("Dial", "pausad")
    return QCoreApplication.translate("Dial", "över tiden") if (seconds or 0) < 0 else ""
