"""How the matrix is drawn: four fields named in words, five by five cells, and numbers in them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from ui.theme.theme import Theme
from ui.words import tr
from ui.workshop.matrix_layout import Cell, Frame, Spot
from ui.workshop.matrix_model import CELLS

_SMALLEST = 6
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)


class MatrixPainter:
    """Draws with the theme's colours."""

    def __init__(self, painter: QPainter, theme: Theme, within: Frame) -> None:
        """Draw in a frame."""
        self._painter, self._theme, self._frame = painter, theme, within
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @property
    def name_height(self) -> float:
        """The height of a field's name."""
        return name_height(self._theme)

    def draw_fields(self, *, focus: bool) -> None:
        """Draw the four fields; the one that is to be done now stands out."""
        painter, theme, fields = self._painter, self._theme, self._frame.fields
        names = (tr("Gör nu"), tr("Planera"), tr("Gör om det finns tid"), tr("Avstå"))
        for n, name in enumerate(names):
            field = self._quarter(right=n % 2, under=n // 2)
            painter.fillRect(field, theme.color("card" if n else "primary_soft"))
            place = field.adjusted(theme.px(8), 0, -theme.px(8), 0)
            place.setHeight(self.name_height)
            if n // 2:
                place.moveBottom(field.bottom())
            self._write(place, name, "muted" if n else "primary", _RIGHT if n % 2 else _LEFT)
        self._draw_lines()
        painter.setPen(QPen(theme.color("focus" if focus else "edge"), theme.px(2 if focus else 1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(fields)

    def draw_axes(self, edge: float) -> None:
        """Say what is up and what is to the right, with the figures that keys give."""
        fields, painter = self._frame.fields, self._painter
        half = edge / 2
        for n in range(1, CELLS + 1):
            cell = self._frame.cell(n, n)
            under = QRectF(cell.left(), fields.bottom() + 1, cell.width(), half)
            beside = QRectF(fields.left() - half, cell.top(), half, cell.height())
            for place in (under, beside):
                self._write(place, str(n), "ink", _MIDDLE)
        name = QRectF(fields.left(), fields.bottom() + half, fields.width(), half)
        self._write(name, tr("Insats →"), "muted", _MIDDLE)
        painter.save()
        painter.translate(fields.left() - edge, fields.bottom())
        painter.rotate(-90)
        self._write(QRectF(0, 0, fields.height(), half), tr("Effekt →"), "muted", _MIDDLE)
        painter.restore()

    def draw_target(self, cell: Cell) -> None:
        """Draw where what is held would be put."""
        theme = self._theme
        self._painter.setPen(QPen(theme.color("focus"), theme.px(2), Qt.PenStyle.DashLine))
        self._painter.setBrush(theme.color("hover"))
        self._painter.drawRect(self._frame.cell(*cell))

    def draw_points(self, points: Iterable[tuple[str, Spot]], *, chosen: bool = False) -> None:
        """Draw numbers in discs; one that is chosen is turned inside out, with a thick ring."""
        theme, painter = self._theme, self._painter
        for text, spot in points:
            wide = theme.px(3 if chosen else 1)
            painter.setPen(QPen(theme.color("focus" if chosen else "card"), wide))
            painter.setBrush(theme.color("card" if chosen else "primary"))
            painter.drawEllipse(spot.middle, spot.radius, spot.radius)
            painter.setPen(theme.color("ink" if chosen else "on_primary"))
            painter.setFont(self._fitting(text, 1.6 * spot.radius, 1.2 * spot.radius))
            painter.drawText(spot.rect, _MIDDLE, text)

    def _quarter(self, *, right: int, under: int) -> QRectF:
        fields = self._frame.fields
        wide, high = fields.width() / 2, fields.height() / 2
        return QRectF(fields.left() + right * wide, fields.top() + under * high, wide, high)

    def _draw_lines(self) -> None:
        """Draw the cells faintly, and the fields' edges."""
        fields, cells, painter = self._frame.fields, self._frame.cells, self._painter
        contrast = self._theme.scheme == "contrast"
        line = QPen(self._theme.color("line"), 1)
        line.setStyle(Qt.PenStyle.DotLine if contrast else Qt.PenStyle.SolidLine)
        painter.setPen(line)
        for n in range(1, CELLS):
            x = cells.left() + n * cells.width() / CELLS
            y = cells.top() + n * cells.height() / CELLS
            painter.drawLine(QPointF(x, cells.top()), QPointF(x, cells.bottom()))
            painter.drawLine(QPointF(cells.left(), y), QPointF(cells.right(), y))
        painter.setPen(QPen(self._theme.color("edge"), 1))
        middle = fields.center()
        painter.drawLine(QPointF(middle.x(), fields.top()), QPointF(middle.x(), fields.bottom()))
        painter.drawLine(QPointF(fields.left(), middle.y()), QPointF(fields.right(), middle.y()))

    def _write(self, place: QRectF, text: str, token: str, to: int) -> None:
        self._painter.setFont(self._fitting(text, place.width(), place.height()))
        self._painter.setPen(self._theme.color(token))
        self._painter.drawText(place, to, text)

    def _fitting(self, text: str, wide: float, high: float) -> QFont:
        """Return the largest type in which a text has place."""
        font = self._theme.font("small")
        font.setWeight(QFont.Weight.DemiBold)
        most = font.pixelSize()
        needed = max(1, QFontMetrics(font).horizontalAdvance(text))
        font.setPixelSize(max(_SMALLEST, min(most, int(high), int(most * wide / needed))))
        return font


def name_height(theme: Theme) -> float:
    """Return the height of a field's name."""
    return QFontMetrics(theme.font("small")).lineSpacing() * 1.3


def edge_width(theme: Theme) -> float:
    """Return the room of an axis: its figures, and its name."""
    return QFontMetrics(theme.font("small")).lineSpacing() * 2.1
