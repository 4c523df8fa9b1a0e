"""How a row of the timeline is drawn: when it begins and ends, its milestones, and today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nvworkshop.followup.bars import Bar
from ui.followup.patterns import fill, readable_on, rounded
from ui.followup.time_scale import TimeScale
from ui.followup.timeline_model import Column, Index, TimelineModel
from ui.theme.theme import Theme

SHIFT_TOKENS = ("R1", "R2", "R3", "R4")
PATTERNS = ("", "///", "...", "xxx")
"""The look of each shift, by its place in the strategy."""

_THICK, _THIN, _MARK = 14, 4, 5
_LEAST = 44
"""Design pixels: what is sure, an interval at either end, a milestone; between marks of months."""

_FAINT = 0.4
"""How much of the lines of the months is seen behind the bars."""


class TimelineDelegate(QStyledItemDelegate):
    """Draws the time of an action; the other cells are text."""

    def __init__(self, model: TimelineModel, theme: Theme, parent: QWidget) -> None:
        """Remember what to draw."""
        super().__init__(parent)
        self._model, self._theme = model, theme
        self.scale = TimeScale(date.min, date.min)

    @property
    def today(self) -> date:
        """The day the line stands on."""
        return self._model.today

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        if index.column() != Column.TIME:
            super().paint(painter, option, index)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        if selected:
            painter.fillRect(option.rect, self._theme.color("selection"))
        self._draw_marks(painter, option.rect)
        self._draw_bar(painter, option.rect, self._model.bars[index.row()])
        self._draw_today(painter, option.rect)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let what is late stand out in the column of statuses, where it also says so."""
        super().initStyleOption(option, index)
        if index.column() == Column.STATE and self._model.bars[index.row()].late:
            option.palette.setColor(option.palette.ColorRole.Text, self._theme.color("danger"))
            option.font.setBold(True)

    def _draw_marks(self, painter: QPainter, rect: QRect) -> None:
        faint = self._theme.color("line")
        painter.setPen(QPen(faint, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        faint.setAlphaF(_FAINT)
        painter.setPen(QPen(faint, 1))
        for x, _ in self.scale.marks(rect.width(), self._theme.px(_LEAST)):
            painter.drawLine(
                QPointF(rect.x() + x, rect.top()), QPointF(rect.x() + x, rect.bottom())
            )

    def _draw_today(self, painter: QPainter, rect: QRect) -> None:
        x = rect.x() + self.scale.at(self._model.today, rect.width())
        painter.setPen(QPen(self._theme.color("danger"), self._theme.px(2)))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))

    def _draw_bar(self, painter: QPainter, rect: QRect, bar: Bar) -> None:
        begins, ends = bar.begins or bar.ends, bar.ends or bar.begins
        if begins is None or ends is None:
            return
        colour = self._colour(bar)
        last = self.scale.last if bar.ongoing else max(ends[1], begins[0])
        outer = self._strip(rect, begins[0], last, _THIN)
        painter.fillPath(rounded(outer, outer.height() / 2), colour)
        if bar.ongoing:
            self._draw_onward(painter, outer, colour)
        if begins[1] <= ends[0]:
            sure = self._strip(rect, begins[1], ends[0], _THICK)
            pattern = PATTERNS[bar.shift % len(PATTERNS)] if bar.shift >= 0 else "---"
            shape = rounded(sure, min(self._theme.px(4), sure.width() / 2))
            fill(painter, shape, colour, pattern, readable_on(colour, self._theme))
        for day in bar.milestones:
            self._draw_milestone(painter, rect, day)

    def _draw_onward(self, painter: QPainter, strip: QRectF, colour: QColor) -> None:
        """Draw the head of an arrow: it goes on beyond what is shown."""
        x, y, side = strip.right(), strip.center().y(), self._theme.px(_MARK)
        head = QPolygonF([QPointF(x - side, y - side), QPointF(x, y), QPointF(x - side, y + side)])
        painter.setPen(QPen(colour, self._theme.px(2)))
        painter.drawPolyline(head)

    def _strip(self, rect: QRect, first: date, last: date, thick: int) -> QRectF:
        left, right = self.scale.span(first, last, rect.width())
        high = self._theme.px(thick)
        return QRectF(
            rect.x() + left, rect.center().y() - high / 2 + 0.5, max(3.0, right - left), high
        )

    def _draw_milestone(self, painter: QPainter, rect: QRect, day: date) -> None:
        x = rect.x() + self.scale.at(day, rect.width())
        y, side = rect.center().y() + 0.5, self._theme.px(_MARK)
        points = [QPointF(x, y - side), QPointF(x + side, y), QPointF(x, y + side)]
        diamond = QPolygonF([*points, QPointF(x - side, y)])
        painter.setPen(QPen(self._theme.color("ink"), self._theme.px(1.5)))
        painter.setBrush(self._theme.color("card"))
        painter.drawPolygon(diamond)

    def _colour(self, bar: Bar) -> QColor:
        return self._theme.color(
            SHIFT_TOKENS[bar.shift % len(SHIFT_TOKENS)] if bar.shift >= 0 else "muted"
        )


class TimeHeader(QHeaderView):
    """The headings; over the time the months stand."""

    def __init__(self, delegate: TimelineDelegate, theme: Theme, parent: QWidget) -> None:
        """Take the scale from the delegate."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._delegate, self._theme = delegate, theme
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the months where the time is, with today among them."""
        if section != Column.TIME:
            super().paintSection(painter, rect, section)
            return
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.color("card"))
        painter.setClipRect(rect)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        metrics = painter.fontMetrics()
        base = rect.bottom() - theme.px(6)
        word, gap = self.tr("i dag"), theme.px(3)
        wide = metrics.horizontalAdvance(word)
        x = rect.x() + self._delegate.scale.at(self._delegate.today, rect.width())
        left = min(max(x - wide / 2, rect.left()), rect.right() - wide)
        for mark, label in self._delegate.scale.marks(rect.width(), theme.px(_LEAST)):
            begins = rect.x() + mark + gap
            clear = left - 2 * gap, left + wide + 2 * gap
            if begins > clear[1] or begins + metrics.horizontalAdvance(label) < clear[0]:
                painter.drawText(QPointF(begins, base), label)
        painter.setPen(theme.color("danger"))
        painter.drawText(QPointF(left, base), word)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
