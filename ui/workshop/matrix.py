"""Effect against effort: five by five, by keys and by dragging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nvworkshop.workshop.content import Point
from ui.theme.theme import Theme

_CELLS = 5
_RADIUS, _EDGE = 14, 30
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class MatrixView(QWidget):
    """Draws the points that are placed, and tells where one is put."""

    placed = Signal(int, int, int)  # the idea's number, effect, effort; 0, 0 takes it out
    chosen = Signal(int)
    turned = Signal()  # M

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.points: Sequence[Point] = ()
        self.number = 0
        self._dragged: QPointF | None = None
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Effekt och insats"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = self._theme.px(380)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the least square that numbers have place in."""
        side = self._theme.px(220)
        return QSize(side, side)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show what is placed."""
        self.points = points
        self._tell()
        self.update()

    def choose(self, number: int) -> None:
        """Mark an idea; keys are about it, placed or not."""
        self.number = number
        self._typed = ""
        self._tell()
        self.update()

    def grid(self) -> QRectF:
        """Return where the five by five cells are."""
        edge = self._theme.px(_EDGE)
        side = min(self.width(), self.height()) - edge - 2
        return QRectF(edge, 1, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Two figures place the idea: effect, then effort; arrows move it a step."""
        key = event.key()
        moves = {
            Qt.Key.Key_Up: (1, 0),
            Qt.Key.Key_Down: (-1, 0),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
        }
        if self.number and event.text() in tuple("12345"):
            self._type(event.text())
        elif self.number and key in moves:
            self._move(*moves[Qt.Key(key)])
        elif self.number and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.placed.emit(self.number, 0, 0)
        elif event.text().lower() == "m" and not event.modifiers():
            self.turned.emit()
        else:
            super().keyPressEvent(event)

    def type_figure(self, figure: str) -> None:
        """Take a figure typed where the ideas are listed."""
        self._type(figure)

    def _type(self, figure: str) -> None:
        self._typed += figure
        if len(self._typed) == 2:  # noqa: PLR2004 (effect and effort)
            effect, effort = map(int, self._typed)
            self._typed = ""
            self.placed.emit(self.number, effect, effort)
        self.update()

    def _move(self, effect: int, effort: int) -> None:
        here = next((one for one in self.points if one.number == self.number), None)
        stands = (here.effect, here.effort) if here else (3, 3)
        there = (_within(stands[0] + effect), _within(stands[1] + effort))
        self.placed.emit(self.number, *(there if here else stands))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the point under the pointer."""
        found = self._at(event.position())
        if found is not None:
            self.choose(found.number)
            self.chosen.emit(found.number)
            self._dragged = event.position()
        elif self.number and self.grid().contains(event.position()):
            self._put(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self._dragged is not None:
            self._dragged = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it where it was let go; outside the cells it is taken out."""
        if self._dragged is None:
            return
        self._dragged = None
        if self.grid().contains(event.position()):
            self._put(event.position())
        else:
            self.placed.emit(self.number, 0, 0)
        self.update()

    def _put(self, place: QPointF) -> None:
        grid = self.grid()
        effort = int((place.x() - grid.left()) / grid.width() * _CELLS) + 1
        effect = _CELLS - int((place.y() - grid.top()) / grid.height() * _CELLS)
        self.placed.emit(self.number, _within(effect), _within(effort))

    def _at(self, place: QPointF) -> Point | None:
        radius = self._theme.px(_RADIUS)
        for one, middle in reversed(self._middles()):
            if (place - middle).manhattanLength() <= radius * 1.4:
                return one
        return None

    # What is drawn

    def _middles(self) -> list[tuple[Point, QPointF]]:
        """Return where each point stands; those of one cell stand beside each other."""
        grid, apart = self.grid(), self._theme.px(_RADIUS) * 1.7
        cell = grid.width() / _CELLS
        alike = Counter((one.effort, one.effect) for one in self.points)
        seen: Counter[tuple[int, int]] = Counter()
        placed = []
        for one in self.points:
            key = (one.effort, one.effect)
            n, columns = seen[key], min(3, alike[key])
            seen[key] += 1
            x = grid.left() + (one.effort - 0.5) * cell + (n % 3 - (columns - 1) / 2) * apart
            y = grid.bottom() - (one.effect - 0.5) * cell + n // 3 * apart * 0.7
            placed.append((one, QPointF(x, y)))
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, what the corners mean, and the points."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_cells(painter)
            for one, middle in self._middles():
                held = self._dragged if one.number == self.number else None
                self._draw_point(painter, one, held or middle)

    def _draw_cells(self, painter: QPainter) -> None:
        grid, theme = self.grid(), self._theme
        half = grid.width() / 2
        painter.setFont(theme.font("small"))
        names = (
            self.tr("Gör nu"),
            self.tr("Planera"),
            self.tr("Gör om det finns tid"),
            self.tr("Avstå"),
        )
        for place, name in enumerate(names):
            x, y = grid.left() + place % 2 * half, grid.top() + place // 2 * half
            painter.setPen(theme.color("line"))
            painter.setBrush(theme.color("card"))
            painter.drawRect(QRectF(x, y, half, half))
            painter.setPen(theme.color("muted"))
            painter.drawText(QRectF(x + 8, y + 6, half - 12, half), 0, name)
        painter.setPen(theme.color("focus" if self.hasFocus() else "edge"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(grid)
        painter.setPen(theme.color("muted"))
        edge = theme.px(_EDGE)
        under = QRectF(grid.left(), grid.bottom(), grid.width(), edge)
        painter.drawText(under, _MIDDLE, self.tr("Insats: lätt → svårt"))
        painter.save()
        painter.rotate(-90)
        beside = QRectF(-grid.bottom(), 0, grid.height(), edge)
        painter.drawText(beside, _MIDDLE, self.tr("Effekt: liten → stor"))
        painter.restore()

    def _draw_point(self, painter: QPainter, one: Point, middle: QPointF) -> None:
        theme, radius = self._theme, self._theme.px(_RADIUS)
        chosen = one.number == self.number
        painter.setPen(theme.color("focus_on_primary" if chosen else "card"))
        pen = painter.pen()
        pen.setWidth(theme.px(3 if chosen else 1))
        painter.setPen(pen)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(theme.color("on_primary"))
        painter.setFont(theme.font("small"))
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(around, _MIDDLE, str(one.number))

    def _tell(self) -> None:
        """Say in words where the marked idea is."""
        here = next((one for one in self.points if one.number == self.number), None)
        if here is None:
            said = self.tr("Förslag {n} är inte placerat").format(n=self.number)
        else:
            said = self.tr("Förslag {n}, effekt {effect}, insats {effort}").format(
                n=here.number, effect=here.effect, effort=here.effort
            )
        self.setAccessibleDescription(said if self.number else "")


def _within(value: int) -> int:
    return min(_CELLS, max(1, value))
