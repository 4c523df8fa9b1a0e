"""What a line of the huvudman's part says in whole: every field that is filled in, to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.own.lines import Story
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_PAD, _GAP, _BETWEEN = 16, 2, 10


class StoryPanel(QScrollArea):
    """A title and the fields of a row beneath each other. Nothing is written here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Om åtgärden"))
        set_role(self, "inside")
        self.show_story("", (), "")

    def show_story(self, title: str, story: Story, about: str) -> None:
        """Show a row: `about` says what it is, under its title."""
        px = self._theme.px
        inside = QWidget(self)
        set_role(inside, "panel")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(*(px(_PAD),) * 4)
        lines.setSpacing(px(_GAP))
        lines.addWidget(self._label(title, "heading"))
        if about:
            lines.addWidget(self._label(about, "muted"))
        for name, text in story:
            lines.addSpacing(px(_BETWEEN))
            lines.addWidget(self._label(name, "small"))
            lines.addWidget(self._label(text, ""))
        lines.addStretch(1)
        self.setWidget(inside)

    def _label(self, text: str, role: str) -> PlainLabel:
        label = PlainLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        return label
