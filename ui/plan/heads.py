"""The lines over groups, drawn over the whole width whatever the columns are."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.plan.arrangement import GroupHead
from ui.plan.look import Look
from ui.plan.symbols import draw_fold, draw_status, status_token
from ui.plan.words import group_title


def draw_head(
    painter: QPainter, rect: QRect, head: GroupHead, look: Look, *, focused: bool
) -> None:
    """Draw the line over a group: its colour, whether it is folded, its name and its count."""
    painter.fillRect(rect, look["hover"])
    if head.shift:
        bar = QRect(rect.left(), rect.top(), look.theme.px(6), rect.height())
        painter.fillRect(bar, look.theme.shift_color(head.shift))
    x = rect.left() + look.left
    middle = rect.top() + (rect.height() - look.hair) / 2
    size = look.symbol * 0.9
    painter.save()
    arrow = QRectF(x, middle - size / 2, size, size)
    draw_fold(painter, arrow, look["muted"], collapsed=head.collapsed)
    painter.restore()
    x += round(size) + look.gap
    if head.field == "status" and head.title:
        painter.save()
        sign = QRectF(x, middle - size / 2, size, size)
        draw_status(painter, sign, head.key, look[status_token(head.key)])
        painter.restore()
        x += round(size) + look.gap
    _draw_name(painter, rect.adjusted(x - rect.left(), 0, -look.right, -look.hair), head, look)
    if focused:
        _draw_ring(painter, rect, look)


def _draw_name(painter: QPainter, room: QRect, head: GroupHead, look: Look) -> None:
    count = f" · {head.count}"
    width = look.bold_metrics.horizontalAdvance(count)
    metrics = look.bold_metrics
    name = look.elided(group_title(head), room.width() - width)
    baseline = room.top() + (room.height() + metrics.ascent() - metrics.descent()) // 2
    painter.setFont(look.bold)
    painter.setPen(look["ink"])
    painter.drawText(room.left(), baseline, name)
    painter.setPen(look["muted"])
    painter.drawText(room.left() + metrics.horizontalAdvance(name), baseline, count)


def _draw_ring(painter: QPainter, rect: QRect, look: Look) -> None:
    painter.setPen(look["focus"])
    for place in range(look.ring):
        painter.drawRect(rect.adjusted(place, place, -place - 1, -place - 1 - look.hair))
