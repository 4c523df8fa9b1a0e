"""Draws a line of the palette: icon, title, and at the right what tells it from others."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.palette.finding import Entry
from ui.palette.model import LINE, Line
from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_SIDE, _ICON, _GAP, _MARK = 12, 18, 10, 3
"""Design pixels at the sides, of an icon, between parts, and of the mark of the chosen line."""

_RIGHT = 0.4
"""Of the width: the most that the right part takes."""


class LineDelegate(QStyledItemDelegate):
    """One line of plain text each."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Take colours and sizes from the theme."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for a line, less for a heading."""
        line: Line = index.data(LINE)
        font = self._theme.font("small" if line.is_heading else "body")
        air = 12 if line.is_heading else 14
        return QSize(self._theme.px(80), QFontMetrics(font).height() + self._theme.px(air))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then the line."""
        line: Line = index.data(LINE)
        painter.save()
        if line.is_heading:
            self._draw_heading(painter, option.rect, line.text)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_ground(painter, option.rect, chosen=chosen)
            self._draw_entry(painter, option.rect, str(index.data()), line.entry)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        px = self._theme.px
        font = self._theme.font("small")
        font.setWeight(QFont.Weight.DemiBold)
        inside = rect.adjusted(px(_SIDE), px(6), -px(_SIDE), 0)
        self._write(painter, inside, text, font, "muted")

    def _draw_ground(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        if not chosen:
            return
        painter.fillRect(rect, self._theme.color("selection"))
        mark = QRect(rect.left(), rect.top(), self._theme.px(_MARK), rect.height())
        painter.fillRect(mark, self._theme.color("primary"))

    def _draw_entry(self, painter: QPainter, rect: QRect, text: str, entry: Entry | None) -> None:
        px = self._theme.px
        inside = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        side = px(_ICON)
        icon = QRect(inside.left(), inside.center().y() - side // 2, side, side)
        name = entry.icon if entry else "filter"
        self._theme.icon(name or "list", "muted").paint(painter, icon)
        inside.setLeft(icon.right() + px(_GAP))
        if entry is not None:
            inside.setRight(self._draw_right(painter, inside, entry) - px(_GAP))
        self._write(painter, inside, text, self._theme.font("body"), "ink")

    def _draw_right(self, painter: QPainter, inside: QRect, entry: Entry) -> int:
        """Draw keys or detail at the right; return where they begin."""
        said = entry.keys or entry.detail
        font = self._theme.font("small")
        if entry.keys:
            font.setWeight(QFont.Weight.DemiBold)
        most = round(inside.width() * _RIGHT)
        wide = min(most, QFontMetrics(font).horizontalAdvance(said) + 1) if said else 0
        room = QRect(inside.right() - wide, inside.top(), wide + 1, inside.height())
        self._write(painter, room, said, font, "muted")
        return room.left()

    def _write(self, painter: QPainter, room: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags.value) | int(Qt.TextFlag.TextSingleLine.value), shown)
