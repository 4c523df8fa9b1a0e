"""What the room's picture is drawn with: a painter, the theme's colours, and type that fits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.room.fitting import Block, Type
from ui.theme.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in one picture."""

    painter: QPainter
    theme: Theme
    type: Type

    def px(self, lines: float) -> float:
        """Return pixels for lines out of 1,080."""
        return self.type.px(lines)

    def block(self, block: Block, room: QRectF, colour: QColor) -> float:
        """Draw a text from the top of a room; return the height it took."""
        self.painter.setPen(colour)
        block.draw(self.painter, room.topLeft(), room.height())
        return block.height_in(room.height())

    def line(
        self,
        room: QRectF,
        text: str,
        size: int,
        colour: QColor,
        *,
        bold: bool = False,
        to: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Draw one line in the middle of a room, … where it has no place; return its width."""
        font = self.type.font(size, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        metrics = self.painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        flags = int(to) | int(_MIDDLE) | int(Qt.TextFlag.TextDontClip)
        self.painter.drawText(room, flags, shown)
        return float(metrics.horizontalAdvance(shown))

    def more(self, room: QRectF, count: int) -> None:
        """Say at the top of a room how many there was no place for."""
        said = QCoreApplication.translate("Room", "och {n} till").format(n=count)
        place = QRectF(room.left(), room.top(), room.width(), self.more_height)
        self.line(place, said, self.type.least, self.color("muted"), bold=True)

    @property
    def more_height(self) -> float:
        """The pixels that saying how many there was no place for takes."""
        return more_height(self.type)

    def card(self, room: QRectF, bar: QColor, *, marked: bool = False) -> None:
        """Draw a card with a bar to the left; a marked one has a thick edge in the bar's colour."""
        radius = self.px(12)
        path = QPainterPath()
        path.addRoundedRect(room, radius, radius)
        self.painter.fillPath(path, self.color("card"))
        self.painter.save()
        self.painter.setClipPath(path)
        self.painter.fillRect(QRectF(room.left(), room.top(), self.px(14), room.height()), bar)
        self.painter.restore()
        edge = QPen(bar if marked else self.color("line"), self.px(5 if marked else 2))
        self.painter.strokePath(path, edge)

    def fill(self, room: QRectF, colour: QColor, radius: float = 0.0) -> None:
        """Fill a room, with corners rounded by `radius` lines out of 1,080."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(room, self.px(radius), self.px(radius))

    def rule(self, left: QPointF, right: QPointF, token: str = "line") -> None:  # noqa: S107
        """Draw a thin line."""
        self.painter.setPen(QPen(self.color(token), max(1.0, self.px(2))))
        self.painter.drawLine(left, right)

    def color(self, token: str) -> QColor:
        """Return a colour of the theme."""
        return self.theme.color(token)

    def item(self, item: str) -> QColor:
        """Return the colour of a shift; prerequisites and what is of no item have the program's."""
        if not item or item.startswith("F"):
            return self.color("primary")
        return self.theme.shift_color(item)


def more_height(kind: Type) -> float:
    """Return the pixels that saying how many there was no place for takes."""
    return kind.line(kind.least) * 1.2
