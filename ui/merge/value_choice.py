"""One value to choose for a field: who says so, with the words marked that others don't have."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from nvworkshop.session.proposing import Choice
from ui.editor.differing import Mark
from ui.merge.shared_text import SharedText
from ui.merge.suggestion_words import listed
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class ValueChoice(QWidget):
    """A press on any of it chooses it."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.button = QRadioButton("", self)
        self.text = SharedText(theme, self)
        self.who = PlainLabel("", self)
        self.who.setWordWrap(True)
        set_role(self.who, "small")
        self.who.setContentsMargins(theme.px(4), 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.text)
        lines.addWidget(self.who)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.button.toggled.connect(self._on_toggled)

    def show_choice(
        self, place: int, choice: Choice, marks: list[Mark], *, proposed: bool, own: bool = False
    ) -> None:
        """Show a value; `place` is its place in the field, from 1."""
        who = listed(choice.of)
        if own:
            who = self.tr("Skrivet här")
        elif not who:
            who = self.tr("Alla tillsammans")
        said = self.tr("{who} – föreslås").format(who=who) if proposed else who
        self.button.setText(str(place))
        self.button.setAccessibleName(f"{place}: {choice.text} ({said})")
        self.text.setAccessibleName(self.tr("Värde {n}").format(n=place))
        self.text.show_marked(choice.text, marks, "new")
        self.who.setText(said)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        super().mousePressEvent(event)
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)
