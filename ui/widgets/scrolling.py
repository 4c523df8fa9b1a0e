"""Parts beneath each other that scroll where text is large and room is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.style import set_role


class Scrolling(QScrollArea):
    """A column; Tab goes through its parts as if nothing scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; add to `lines`."""
        super().__init__(parent)
        inside = QWidget()
        set_role(inside, "ground")
        self.lines = QVBoxLayout(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
