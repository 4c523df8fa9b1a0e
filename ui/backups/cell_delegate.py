"""Draws cells with air around, and boxes to tick that grow with the text."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP = 10, 5
_BOX, _GAP = 16, 8
"""Design pixels around a text, of a box, and between them."""

_LEAST, _MOST = 80, 320
"""Design pixels that a cell asks for."""

_CHECK = Qt.ItemDataRole.CheckStateRole


class CellDelegate(QStyledItemDelegate):
    """One line of plain text in each cell; in a tree a box before it, and things stand out."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Take colours and sizes from the theme."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for a line and a box; a long text is cut, for its tooltip has all of it."""
        px = self._theme.px
        metrics = QFontMetrics(self._theme.font("body"))
        text = metrics.horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        height = max(metrics.height(), px(_BOX)) + 2 * px(_TOP)
        return QSize(min(max(px(_LEAST), text + 2 * px(_SIDE) + 1), px(_MOST)), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then box and text."""
        self.initStyleOption(option, index)
        option.text = ""
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        px = self._theme.px
        inside = option.rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.save()
        if index.data(_CHECK) is not None:
            self._draw_box(painter, self._box(option.rect), on=self._is_on(index))
            inside.setLeft(self._box(option.rect).right() + px(_GAP))
        self._draw_text(painter, inside, index)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with a click on the box; the space bar is the style's own way."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        inside = self._box(option.rect).contains(event.position().toPoint())
        if event.type() != QEvent.Type.MouseButtonRelease or not inside:
            return False
        if index.data(_CHECK) is None:
            return False
        on = Qt.CheckState.Unchecked if self._is_on(index) else Qt.CheckState.Checked
        return model.setData(index, on.value, _CHECK)

    @staticmethod
    def _is_on(index: Index) -> bool:
        return Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked

    def _box(self, rect: QRect) -> QRect:
        side = self._theme.px(_BOX)
        top = rect.top() + (rect.height() - side) // 2
        return QRect(rect.left() + self._theme.px(4), top, side, side)

    def _draw_box(self, painter: QPainter, box: QRect, *, on: bool) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("primary" if on else "edge"), theme.px(1)))
        painter.setBrush(theme.color("primary" if on else "card"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if on:
            theme.icon("check", "on_primary").paint(painter, box)

    def _draw_text(self, painter: QPainter, where: QRect, index: Index) -> None:
        font = self._theme.font("body")
        if index.data(_CHECK) is not None:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
