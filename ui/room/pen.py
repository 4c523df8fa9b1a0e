"""What the room's picture is drawn with: a painter, the theme, and sizes that follow the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.room.fitting import flags_of, height_of, sized
from ui.theme.theme import Theme

LEAST = 28.0
"""Pixels of the smallest type in a picture 1,080 lines high: read from eight metres."""

_LINES = 1_080


class Pen:
    """Draws in one picture."""

    def __init__(self, painter: QPainter, theme: Theme, height: int) -> None:
        """Take sizes from the picture's height."""
        self.painter = painter
        self.theme = theme
        self.unit = height / _LINES
        self._font = theme.font()

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the font in a size of lines out of 1,080."""
        return sized(self._font, size * self.unit, bold=bold)

    def px(self, lines: float) -> float:
        """Return pixels for lines out of 1,080."""
        return lines * self.unit

    def height(self, text: str, size: float, width: float, *, bold: bool = False) -> float:
        """Return the pixels a text is high in a width of pixels."""
        return height_of(text, self.font(size, bold=bold), width)

    def text(
        self, room: QRectF, text: str, size: float, colour: str = "ink", *, bold: bool = False
    ) -> float:
        """Draw a text from the top of a room; return its height."""
        font = self.font(size, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(self.color(colour))
        flags = flags_of(text, QFontMetricsF(font), room.width())
        self.painter.drawText(room, flags, text)
        return height_of(text, font, room.width())

    def line(
        self,
        room: QRectF,
        text: str,
        size: float,
        colour: str = "ink",
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        """Draw a text on one line in the middle of a room's height; … where it has no place."""
        font = self.font(size, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(self.color(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(room, int(side) | int(Qt.AlignmentFlag.AlignVCenter), shown)

    def card(self, room: QRectF, mark: str, *, new: bool = False) -> None:
        """Draw a card with a bar in the colour of a shift; the newest has a thicker edge."""
        colour = self.shift(mark)
        self.painter.setPen(colour if new else self.color("line"))
        pen = self.painter.pen()
        pen.setWidthF(self.px(4 if new else 2))
        self.painter.setPen(pen)
        self.painter.setBrush(self.color("card"))
        radius = self.px(12)
        self.painter.drawRoundedRect(room, radius, radius)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        bar = QRectF(
            room.left() + self.px(10),
            room.top() + self.px(10),
            self.px(8),
            room.height() - self.px(20),
        )
        self.painter.drawRoundedRect(bar, self.px(4), self.px(4))

    def fill(self, room: QRectF, colour: str) -> None:
        """Fill a room."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(colour))
        self.painter.drawRect(room)

    def color(self, token: str) -> QColor:
        """Return a colour of the theme."""
        return self.theme.color(token)

    def shift(self, item: str) -> QColor:
        """Return the colour of a shift; others have the program's own."""
        return self.theme.shift_color(item) if item.startswith("R") else self.color("primary")
