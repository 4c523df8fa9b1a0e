"""Small drawn signs: a status, something missing, a conflict, a time that has passed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.plan.cells import Mark

_STATUS_TOKENS = {"delayed": "danger", "done": "ok", "ongoing": "primary"}


def status_token(status: str) -> str:
    """Return the colour of a status sign; the word beside it says the same."""
    return _STATUS_TOKENS.get(status, "muted")


def draw_status(painter: QPainter, box: QRectF, status: str, colour: QColor) -> None:
    """Draw the sign of a status: an empty, half or full ring, a tick, bars, a cross."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = max(1.5, box.width() / 8)
    pen = QPen(colour, thick)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    match status:
        case "done":
            painter.drawPolyline(
                QPolygonF(_points(inner, (0.05, 0.55), (0.38, 0.88), (0.95, 0.15)))
            )
        case "tried":
            painter.drawLine(*_points(inner, (0.15, 0.15), (0.85, 0.85)))
            painter.drawLine(*_points(inner, (0.85, 0.15), (0.15, 0.85)))
        case "paused":
            painter.drawLine(*_points(inner, (0.3, 0.1), (0.3, 0.9)))
            painter.drawLine(*_points(inner, (0.7, 0.1), (0.7, 0.9)))
        case _:
            _draw_ring(painter, inner, status, colour)


def _draw_ring(painter: QPainter, box: QRectF, status: str, colour: QColor) -> None:
    if status == "delayed":
        painter.setBrush(QBrush(colour))
    painter.drawEllipse(box)
    if status == "ongoing":
        painter.setBrush(QBrush(colour))
        painter.drawChord(box, 90 * 16, 180 * 16)


def draw_mark(painter: QPainter, box: QRectF, mark: Mark, colour: QColor, inside: QColor) -> None:
    """Draw the sign of a mark: a triangle, a diamond, or a ring with a stroke."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    match mark:
        case Mark.CONFLICT:
            painter.drawPolygon(QPolygonF(_points(box, (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))))
        case Mark.OVERDUE:
            painter.drawEllipse(box)
            painter.setPen(QPen(inside, max(1.5, box.width() / 7)))
            painter.drawLine(*_points(box, (0.5, 0.22), (0.5, 0.55)))
            painter.drawPoint(_points(box, (0.5, 0.77))[0])
        case _:
            painter.drawPolygon(QPolygonF(_points(box, (0.5, 0.05), (1, 0.95), (0, 0.95))))


def draw_fold(painter: QPainter, box: QRectF, colour: QColor, *, collapsed: bool) -> None:
    """Draw the arrow of a group: down when its rows are shown, to the right when not."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.5, box.width() / 7)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    down = ((0.15, 0.35), (0.5, 0.7), (0.85, 0.35))
    aside = ((0.35, 0.15), (0.7, 0.5), (0.35, 0.85))
    painter.drawPolyline(QPolygonF(_points(box, *(aside if collapsed else down))))


def draw_sort(painter: QPainter, box: QRectF, colour: QColor, *, descending: bool) -> None:
    """Draw the arrow of a sorted column."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    up, down = ((0.5, 0.2), (0.95, 0.8), (0.05, 0.8)), ((0.5, 0.8), (0.95, 0.2), (0.05, 0.2))
    painter.drawPolygon(QPolygonF(_points(box, *(down if descending else up))))


def _points(box: QRectF, *parts: tuple[float, float]) -> list[QPointF]:
    """Return points given as parts of the width and height of a box."""
    return [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in parts]
