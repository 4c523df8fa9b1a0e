"""Chips: a small thing with a word, that can be chosen or taken away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.style import set_role

_SIDE = 11
_DOT = 8
_GAP = 6
_MARK = 14
"""Design pixels: room at the sides, the colour dot, between parts, the tick and the cross."""

_MNEMONIC = int(Qt.TextFlag.TextHideMnemonic.value)
"""A doubled & in the text of a button is one & to read."""


class Chip(QPushButton):
    """A word in a rounded frame: checkable to choose, removable by Del or its cross."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        checkable: bool = False,
        removable: bool = False,
        dot: str = "",
    ) -> None:
        """Show the word; `dot` is a token or a shift's id, a colour beside the word."""
        super().__init__(parent)
        self._theme = theme
        self._dot = dot
        self._removable = removable
        self.setCheckable(checkable)
        self.setAutoDefault(False)  # Enter elsewhere in a dialog is not about a chip
        self.show_word(text)
        if removable:
            self.setAccessibleDescription(self.tr("Ta bort med Del"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_role(self, "chip")

    def show_word(self, text: str) -> None:
        """Show a word as it stands; `setText` would take a & for a shortcut."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return room for all parts, the word as wide as when it is chosen."""
        metrics = QFontMetrics(self._font(bold=self.isCheckable()))
        word = metrics.size(_MNEMONIC, self.text()).width()
        left, right = self._sides()
        return QSize(
            left + word + right, max(self._theme.px(26), metrics.height() + self._theme.px(6))
        )

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters; a long word is cut with a sign."""
        hint = self.sizeHint()
        left, right = self._sides()
        least = left + right + self.fontMetrics().horizontalAdvance("mmmm…")
        return QSize(min(hint.width(), least), hint.height())

    @property
    def elided(self) -> bool:
        """Whether some of the word is hidden."""
        return self.width() < self.sizeHint().width()

    def _sides(self) -> tuple[int, int]:
        """Return the room left and right of the word."""
        px = self._theme.px
        left = right = px(_SIDE)
        left += px(_MARK + _GAP) if self.isCheckable() else 0
        left += px(_DOT + _GAP) if self._dot else 0
        right += px(_MARK + _GAP) if self._removable else 0
        return left, right

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as a button, then tick, dot, word and cross."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        token = ("primary" if self.isChecked() else "ink") if self.isEnabled() else "faint"
        px = self._theme.px
        left, right = self._sides()
        if self.isCheckable():
            tick = self._theme.icon("check" if self.isChecked() else "add", token)
            tick.paint(painter, self._square(px(_SIDE)))
        if self._dot:
            self._draw_dot(painter, left - px(_DOT + _GAP))
        if self._removable:
            self._theme.icon("close", token).paint(painter, self._cross())
        font = self._font(bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        room = QRect(left, 0, self.width() - left - right, self.height())
        align = int(Qt.AlignmentFlag.AlignVCenter) | _MNEMONIC
        painter.drawText(room, align, self._shown(QFontMetrics(font), room.width()))

    def _shown(self, metrics: QFontMetrics, room: int) -> str:
        right = Qt.TextElideMode.ElideRight
        return metrics.elidedText(self.text(), right, room, _MNEMONIC)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; take away on Del and Backspace."""
        key = event.key()
        if self._removable and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take away when the cross was pressed."""
        if self._removable and self.isDown() and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _square(self, left: int) -> QRect:
        side = self._theme.px(_MARK)
        return QRect(left, (self.height() - side) // 2, side, side)

    def _cross(self) -> QRect:
        return self._square(self.width() - self._theme.px(_SIDE) - self._theme.px(_MARK))

    def _draw_dot(self, painter: QStylePainter, left: int) -> None:
        side = self._theme.px(_DOT)
        painter.save()
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.mark_color(self._dot))
        painter.drawEllipse(QRectF(QPointF(left, (self.height() - side) / 2), QSize(side, side)))
        painter.restore()
