"""What the field with the focus is for, in a place of its own: nothing moves when it changes."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.editor.box import FieldBox
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr


class HelpStrip(QFrame):
    """Two quiet lines at the bottom of the editor."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing."""
        super().__init__(parent)
        self._always = ""
        set_role(self, "help-strip")
        self.label = PlainLabel("", self)
        self.label.setWordWrap(True)
        set_role(self.label, "small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        lines.addWidget(self.label)
        self.label.setMinimumHeight(2 * self.label.fontMetrics().lineSpacing())
        self.label.setText(
            self.tr("Alt+Ned och Alt+Upp byter åtgärd. Ctrl+. öppnar menyn för ett fält.")
        )

    def say_always(self, text: str) -> None:
        """Say this instead of what the fields are for; "" to tell of the fields again."""
        self._always = text
        if text:
            self.label.setText(text)

    def show_box(self, box: FieldBox) -> None:
        """Say what a field is for."""
        text = ": ".join(tr(one) for one in (box.field.sv, box.field.help) if one)
        self.label.setText(self._always or text)
