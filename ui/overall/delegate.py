"""How a line of the overall plan is drawn: a title, where it comes from, and a word at right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.overall.model import Index, OverallModel
from ui.overall.nodes import Node
from ui.plan.symbols import draw_fold
from ui.theme.theme import Theme

_PAD, _FOLD, _STRIPE = 10, 12, 5
"""Design pixels: at the sides, of the sign that folds, and of a shift's colour."""

_MOST_BADGE = 0.4
"""Of the width: the most that the word to the right takes."""

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_LEFT = _MIDDLE | int(Qt.TextFlag.TextSingleLine)


class LineDelegate(QStyledItemDelegate):
    """Draws every line in the same height, so that thousands are shown at once."""

    def __init__(self, model: OverallModel, theme: Theme, view: QTreeView) -> None:
        """Draw in a theme."""
        super().__init__(view)
        self._model, self._theme, self._view = model, theme, view
        self.wear()

    def wear(self) -> None:
        """Measure anew in the theme's fonts."""
        self._plain = self._theme.font()
        self._small = self._theme.font("small")
        self._bold = QFont(self._plain)
        self._bold.setWeight(QFont.Weight.DemiBold)

    @property
    def height(self) -> int:
        """The height of a line."""
        lines = QFontMetrics(self._bold).height() + QFontMetrics(self._small).height()
        return lines + self._theme.px(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every line."""
        return QSize(self._theme.px(200), self.height)

    def fold_room(self, rect: QRect) -> QRect:
        """Return where the sign that folds stands in a line."""
        side = self._theme.px(_FOLD)
        return QRect(rect.left() + self._theme.px(_PAD), rect.center().y() - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        node = self._model.node(index)
        if node is None:
            return
        painter.save()
        self._draw_ground(painter, option, node)
        if node.children:
            folded = not self._view.isExpanded(index)
            room = QRectF(self.fold_room(option.rect))
            draw_fold(painter, room, self._theme.color("muted"), collapsed=folded)
        self._draw_words(painter, option.rect, node)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, node: Node) -> None:
        theme, state = self._theme, QStyle.StateFlag
        whole = QRect(option.rect)
        whole.setLeft(0)
        chosen = bool(option.state & state.State_Selected)
        hover = bool(option.state & state.State_MouseOver) or (node.is_head and not chosen)
        painter.fillRect(
            whole, theme.color("primary_soft" if chosen else "hover" if hover else "card")
        )
        line = QRect(whole.left(), whole.bottom(), whole.width(), max(1, theme.px(1)))
        painter.fillRect(line, theme.color("line"))
        if node.shift:
            colour = theme.shift_color(node.shift) if node.shift != "none" else theme.color("line")
            stripe = QRect(0, whole.top(), theme.px(_STRIPE), whole.height())
            painter.fillRect(stripe, colour)
        if option.state & state.State_HasFocus:
            painter.setPen(theme.color("focus"))
            for n in range(max(2, theme.px(2))):
                painter.drawRect(whole.adjusted(n, n, -n - 1, -n - 2))

    def _draw_words(self, painter: QPainter, rect: QRect, node: Node) -> None:
        px, theme = self._theme.px, self._theme
        room = rect.adjusted(px(2 * _PAD + _FOLD), px(4), -px(_PAD), -px(5))
        room.setRight(room.right() - self._draw_badge(painter, room, node))
        font = self._bold if node.is_head or node.is_strong else self._plain
        upper = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
        if not node.about:
            upper = room
        self._draw_line(painter, upper, node.title, font, "ink")
        lower = room.adjusted(0, upper.height(), 0, 0)
        if node.about:
            self._draw_line(painter, lower, node.about, self._small, "muted")
        painter.setPen(theme.color("ink"))

    def _draw_line(
        self, painter: QPainter, room: QRect, text: str, font: QFont, token: str
    ) -> None:
        metrics = QFontMetrics(font)
        one_line = " ".join(text.split())
        shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(room, _LEFT, shown)

    def _draw_badge(self, painter: QPainter, room: QRect, node: Node) -> int:
        """Draw the word at right in a frame; return the room it takes."""
        if not node.badge:
            return 0
        px, theme = self._theme.px, self._theme
        metrics = QFontMetrics(self._small)
        most = round(room.width() * _MOST_BADGE)
        text = metrics.elidedText(node.badge, Qt.TextElideMode.ElideRight, most - px(18))
        wide, high = metrics.horizontalAdvance(text) + px(18), metrics.height() + px(5)
        chip = QRect(room.right() - wide, room.center().y() - high // 2, wide, high)
        warns = node.is_undecided or node.warns
        token = "warning" if warns else "primary" if node.entry else "muted"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(token))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, high / 2, high / 2)
        painter.setFont(self._small)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
        return wide + px(12)
