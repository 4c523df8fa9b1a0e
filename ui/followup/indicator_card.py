"""The card of indicators: a table with a small line for how each has gone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nvworkshop.followup.series import Standing, number_in
from nvworkshop.session.standing import Measured, Standings
from ui.followup.card import Card
from ui.followup.card_view import CardView
from ui.followup.indicator_model import Column, Index, IndicatorModel
from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_ROW, _MOST = 40, 6
_NUMBER, _LINE, _TITLE = 68, 124, 170
"""Design pixels, and most rows seen at a time."""

_ALIKE = 1e-9


class LineDelegate(QStyledItemDelegate):
    """Draws how an indicator has gone: a line through its values, and the target as dashes."""

    def __init__(self, model: IndicatorModel, theme: Theme, parent: QWidget) -> None:
        """Remember what to draw."""
        super().__init__(parent)
        self._model, self._theme = model, theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        if index.column() != Column.LINE:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("selection"))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._draw(painter, option.rect, self._model.indicators[index.row()])
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, one: Measured) -> None:
        theme = self._theme
        if not one.points:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("muted"))
            wrapped = int((Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap).value)
            painter.drawText(rect, wrapped, self._model.standing_word(one))
            return
        target = number_in(one.target)
        levels = [point.value for point in one.points] + ([target] if target is not None else [])
        room = QRectF(rect).adjusted(theme.px(2), theme.px(9), -theme.px(26), -theme.px(9))
        low, high = min(levels), max(levels)

        def _y(value: float) -> float:
            if high - low < _ALIKE:
                return room.center().y()
            return room.bottom() - (value - low) / (high - low) * room.height()

        if target is not None:
            painter.setPen(QPen(theme.color("warning"), theme.px(1.5), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(room.left(), _y(target)), QPointF(room.right(), _y(target)))
        days = [date.fromisoformat(point.date).toordinal() for point in one.points]
        wide = max(1, days[-1] - days[0])
        line = [
            QPointF(room.left() + (day - days[0]) / wide * room.width(), _y(point.value))
            for day, point in zip(days, one.points, strict=True)
        ]
        painter.setPen(QPen(theme.color("primary"), theme.px(2)))
        painter.drawPolyline(QPolygonF(line))
        painter.setBrush(theme.color("card" if one.points[-1].few else "primary"))
        painter.drawEllipse(line[-1], theme.px(3), theme.px(3))
        self._draw_sign(painter, rect, one.standing)

    def _draw_sign(self, painter: QPainter, rect: QRect, standing: Standing) -> None:
        """Draw a sign for where it stands, so that nobody must judge by the line."""
        looks = {
            Standing.REACHED: ("check", "ok"),
            Standing.ON_WAY: ("arrow_right", "ok"),
            Standing.NOT_ON_WAY: ("warning", "danger"),
            Standing.UNKNOWN: ("help", "muted"),
        }
        side = self._theme.px(16)
        if standing in looks:
            place = QRect(0, 0, side, side)
            place.moveCenter(QRect(rect.right() - side, rect.top(), side, rect.height()).center())
            self._theme.icon(*looks[standing]).paint(painter, place)


class IndicatorView(CardView):
    """A row an indicator."""

    row_high, most, wide = _ROW, _MOST, 300

    opened = Signal(object)  # Among: one indicator

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.lines = IndicatorModel(self)
        self.setModel(self.lines)
        self.drawing = LineDelegate(self.lines, theme, self)
        self.setItemDelegate(self.drawing)
        self.setAccessibleName(self.tr("Indikatorer. Retur öppnar indikatorn."))
        self.setWordWrap(True)
        self._size()

    def show_standings(self, of: Standings) -> None:
        """Show the rows."""
        self.lines.show_indicators(of.indicators)
        self.updateGeometry()

    def _open(self, index: QModelIndex) -> None:
        one = self.lines.indicators[index.row()]
        self.opened.emit(Among(one.title, frozenset((one.id,))))

    def _share(self) -> None:
        """Give the numbers what they need, and the titles what is left."""
        px = self._theme.px
        left = self.viewport().width() - 3 * px(_NUMBER) - px(_LINE)
        for column in (Column.BASELINE, Column.NOW, Column.TARGET):
            self.setColumnWidth(column, px(_NUMBER))
        self.setColumnWidth(Column.LINE, px(_LINE))
        self.setColumnWidth(Column.TITLE, max(px(_TITLE), left))


class IndicatorCard(Card):
    """The heading with the view, or what to do where there are none."""

    indicators_asked = Signal(object)  # Among

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(self.tr("Indikatorer"), theme, parent, tabled=False)
        self.view = IndicatorView(theme, self)
        self.none = PlainLabel(
            self.tr(
                "Planen har inga indikatorer än. Med ett utgångsvärde och ett mål går det att se "
                "om det blir bättre."
            ),
            self,
        )
        self.none.setWordWrap(True)
        set_role(self.none, "muted")
        self.begin = QPushButton(self.tr("Till indikatorerna"), self)
        self.lines.addWidget(self.view)
        self.lines.addWidget(self.none)
        self.lines.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines.addStretch(1)
        self.view.opened.connect(self.indicators_asked)
        self.begin.clicked.connect(lambda: self.indicators_asked.emit(Among("", frozenset())))

    def show_standings(self, of: Standings) -> None:
        """Show the rows."""
        self.view.show_standings(of)
        there = bool(of.indicators)
        self.view.setVisible(there)
        self.none.setVisible(not there)
        self.begin.setVisible(not there)
