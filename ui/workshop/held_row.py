"""A row about a text that could not be kept: why, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class HeldRow(QFrame):
    """Says why a text is not kept, and what can be done."""

    keep = Signal()
    drop = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "danger")
        self.anyway = QPushButton(self.tr("Spara ändå"), self)
        self.undo = QPushButton(self.tr("Ta bort texten"), self)
        self.anyway.clicked.connect(self.keep)
        self.undo.clicked.connect(self.drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.said, 1)
        for button in (self.anyway, self.undo):
            set_role(button, "secondary")
            row.addWidget(button)
        self.hide()

    def say(self, sentence: str, *, may_keep: bool = False) -> None:
        """Say why; "" when nothing is held. `may_keep` offers to keep it in spite of it."""
        self.said.setText(sentence)
        self.anyway.setVisible(may_keep)
        self.setVisible(bool(sentence))
