"""A question about an action, with its answer beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel

_WORDS = 188
"""Design pixels of the question."""

TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
"""The keys that go to another action."""


class QuestionRow(QWidget):
    """The question to the left, the answer to the right."""

    answered = Signal(object)  # a value as typed, None for none
    came = Signal()  # the keys
    stepped = Signal(int)  # to the next question, or the one before
    turned = Signal(int)  # to the next action, or the one before

    def __init__(self, name: str, question: str, theme: Theme, parent: QWidget) -> None:
        """Show the question; `name` is the field that holds the answer."""
        super().__init__(parent)
        self.name = name
        self.theme = theme
        self.question = PlainLabel(question, self)
        self.question.setWordWrap(True)
        self.question.setFixedWidth(theme.px(_WORDS))
        self.answer = QVBoxLayout()
        self.answer.setSpacing(theme.px(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.question, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self.answer, 1)

    @property
    def stop(self) -> QWidget:
        """What has the keys when the question is asked."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the keys here."""
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def lock(self, *, locked: bool) -> None:
        """Let nothing be changed."""
        raise NotImplementedError
