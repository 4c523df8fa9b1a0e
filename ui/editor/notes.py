"""The lines beneath a field: why it is needed, what went wrong, what somebody else wrote."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.text import shorten
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_SHOWN = 300
"""Most characters shown of what somebody else wrote; the whole is there once it is taken."""


class Notes(QWidget):
    """The lines there are something to say in; each is made when it is first needed."""

    take = Signal()  # take what was written elsewhere

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing."""
        super().__init__(parent)
        self._theme = theme
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(4))
        self._said: dict[str, PlainLabel] = {}
        self._button: QPushButton | None = None
        self.hide()

    @property
    def text(self) -> str:
        """Everything that is said, for those who listen."""
        return " ".join(one.text() for one in self._said.values() if not one.isHidden())

    def show_error(self, sentence: str) -> None:
        """Say why what is typed can't be set; "" when it can."""
        self._say("danger", sentence)

    def show_why(self, sentence: str) -> None:
        """Say why a field that is empty is needed; "" when it is not."""
        self._say("warning", sentence)

    def show_elsewhere(self, value: str | None) -> None:
        """Say what the field was changed to elsewhere meanwhile; None when it was not."""
        shown = shorten(value, _SHOWN) if value else self.tr("tomt")
        text = self.tr("Ändrad på annat håll: {value}").format(value=shown)
        self._say("elsewhere", text if value is not None else "")
        if value is not None and self._button is None:
            self._button = QPushButton(self.tr("Ta den"), self)
            self._button.setAccessibleName(self.tr("Ta det som skrevs på annat håll"))
            set_role(self._button, "small-button")
            self._button.clicked.connect(self.take)
            self._lines.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        if self._button is not None:
            show_if(self._button, value is not None)

    def _say(self, role: str, sentence: str) -> None:
        label = self._said.get(role)
        if label is None:
            if not sentence:
                return
            label = self._said[role] = PlainLabel("", self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(label, f"note-{role}")
            self._lines.addWidget(label)
        label.setText(sentence)
        show_if(label, bool(sentence))
        show_if(self, any(not one.isHidden() for one in self._said.values()))
