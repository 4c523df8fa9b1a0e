"""What stands where nothing is yet: what it is for, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_ICON = 40
_WIDEST = 420


class EmptyState(QScrollArea):
    """An icon, a heading, a sentence and at most one button, in the middle of its room.

    In a small room the icon gives way; in a smaller one it scrolls.
    """

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        button_text: str = "",
        on_button: Callable[[], object] | None = None,
        *,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Lay it out."""
        super().__init__(parent)
        self._theme = theme
        self._name = icon
        self._icon = QLabel(self)
        self.title = PlainLabel(title, self)
        self.text = PlainLabel(text, self)
        self.button = QPushButton(button_text, self)
        set_role(self.title, "heading")
        set_role(self.text, "muted")
        set_role(self.button, "secondary")
        self._on_button = on_button
        self.button.clicked.connect(self._on_clicked)
        self._lay_out()
        self.say(title, text, button_text)
        self._show_icon()
        theme.changed.connect(self._show_icon)

    def say(self, title: str, text: str = "", button_text: str = "") -> None:
        """Say something else; a part with no text is not there."""
        for part, said in ((self.title, title), (self.text, text), (self.button, button_text)):
            part.setText(said)
            part.setVisible(bool(said))

    def _lay_out(self) -> None:
        middle = QWidget(self)
        middle.setMaximumWidth(self._theme.px(_WIDEST))
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(8))
        lines.addStretch(2)
        for label in (self._icon, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(label)
        for label in (self.title, self.text):
            label.setWordWrap(True)
        lines.addSpacing(self._theme.px(8))
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(3)
        inside = QWidget()
        row = QHBoxLayout(inside)
        margin = self._theme.px(16)
        row.setContentsMargins(margin, margin, margin, margin)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def _show_icon(self) -> None:
        side = self._theme.px(_ICON)
        self._icon.setPixmap(self._theme.icon(self._name, "muted").pixmap(side, side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where there is room for the words only."""
        super().resizeEvent(event)
        shown = (self.title, self.text, self.button)
        wide = min(self.width(), self._theme.px(_WIDEST)) - self._theme.px(32)
        words = sum(_height(one, wide) + self._theme.px(8) for one in shown if not one.isHidden())
        self._icon.setVisible(self.height() > words + self._theme.px(_ICON + 48))

    def _on_clicked(self) -> None:
        if self._on_button is not None:
            self._on_button()


def _height(widget: QWidget, wide: int) -> int:
    return widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.sizeHint().height()
