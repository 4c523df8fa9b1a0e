"""A card with one figure: what it is, the number, and what is to be known beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.followup.number import Number
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_INSET = 6
"""Design pixels: words begin where the numbers do, which have room for a ring around them."""


class FigureCard(QFrame):
    """A caption, a large number, and a line of smaller ones or of words."""

    def __init__(self, caption: str, theme: Theme, parent: QWidget, *, notes: int = 1) -> None:
        """Lay out the card, with so many smaller numbers."""
        super().__init__(parent)
        self._theme = theme
        set_role(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.caption = PlainLabel(caption, self)
        set_role(self.caption, "small")
        self.caption.setWordWrap(True)
        self.number = Number("figure", self)
        self.line = FlowBox(theme.px(8), self)
        self.notes = [Number("figure-note", self.line) for _ in range(notes)]
        self.words = PlainLabel("", self)
        self.words.setWordWrap(True)
        set_role(self.words, "small")
        self._lines = QVBoxLayout(self)
        for part in (self.caption, self.number, self.line, self.words):
            self._lines.addWidget(part)
        self._lines.addStretch(1)
        self._space()
        theme.changed.connect(self._space)

    def _space(self) -> None:
        px = self._theme.px
        self._lines.setContentsMargins(px(10), px(12), px(10), px(10))
        self._lines.setSpacing(px(2))
        for words in (self.caption, self.words):
            words.setContentsMargins(px(_INSET), 0, px(_INSET), 0)

    def say(self, words: str) -> None:
        """Say something beneath the numbers; nothing when there is nothing to say."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def settle(self) -> None:
        """Lay out the smaller numbers that have something to show."""
        shown = [one for one in self.notes if one.text()]
        self.line.set_parts(shown)
        self.line.setVisible(bool(shown))
