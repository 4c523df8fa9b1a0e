"""A picture of the plan drawn away from the window, as wide as there is room for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.background import Worker
from ui.editor.asking import while_there
from ui.theme.theme import Theme

_WIDEST = 900
_LEAST = 300
"""Design pixels."""

Drawn = Callable[[str], tuple[bytes, str]]
"""Draws in a scheme of colours; returns PNG, and what it shows in words."""


class PictureView(QWidget):
    """Shows the picture asked for last; what it shows is also told in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._theme = theme
        self._worker: Worker | None = None
        self._draw: Drawn | None = None
        self._asked = 0
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._ask)

    def show_picture(self, draw: Drawn | None) -> None:
        """Show a picture as soon as it is drawn; nothing for None."""
        self._draw = draw
        if draw is None:
            self._asked += 1
            self._image = QImage()
            self.updateGeometry()
        self.setVisible(draw is not None)
        self._ask()

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture."""
        return not self._image.isNull()

    def close_picture(self) -> None:
        """Let the thread end."""
        if self._worker is not None:
            self._worker.stop(0)
            self._worker = None

    def _ask(self) -> None:
        draw, scheme = self._draw, self._theme.scheme
        if draw is None:
            return
        self._asked += 1
        number = self._asked
        if self._worker is None:
            self._worker = Worker("picture", self)

        def _on_drawn(drawn: tuple[bytes, str]) -> None:
            if number == self._asked:
                self._show(*drawn)

        self._worker.do(lambda: draw(scheme), while_there(self, _on_drawn))

    def _show(self, png: bytes, said: str) -> None:
        self._image = QImage.fromData(png)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the picture's shape."""
        if not self.is_drawn:
            return self._theme.px(_LEAST)
        wide = min(width, self._theme.px(_WIDEST))
        return wide * self._image.height() // self._image.width()

    def hasHeightForWidth(self) -> bool:
        """Say that the height goes by the width."""
        return True

    def sizeHint(self) -> QSize:
        """Return room for it at a width that is good to read."""
        wide = self._theme.px(2 * _LEAST)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture to the left, in its own shape."""
        painter = QPainter(self)
        if self.is_drawn:
            wide = min(self.width(), self._theme.px(_WIDEST))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            ratio = self.devicePixelRatioF()
            size = QSize(round(wide * ratio), round(self.heightForWidth(wide) * ratio))
            scaled = self._image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QRect(0, 0, wide, self.heightForWidth(wide)), scaled)
        else:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Ritar…"))
