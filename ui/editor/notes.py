"""The lines beneath a field: why it is needed, what went wrong, what somebody else wrote."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
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
    keep = Signal()  # set what is typed in spite of what is said

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing."""
        super().__init__(parent)
        self._theme = theme
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(4))
        self._said: dict[str, PlainLabel] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.hide()

    @property
    def text(self) -> str:
        """Everything that is said, for those who listen."""
        return " ".join(one.text() for one in self._said.values() if not one.isHidden())

    def show_error(self, sentence: str, *, may_keep: bool = False) -> None:
        """Say why what is typed is not set; "" when it is. `may_keep` offers to set it anyway."""
        self._say("danger", sentence)
        name = self.tr("Spara texten som den är")
        self._offer("danger", may_keep, self.tr("Spara ändå"), name, self.keep)

    def show_why(self, sentence: str) -> None:
        """Say why a field that is empty is needed; "" when it is not."""
        self._say("warning", sentence)

    def show_elsewhere(self, value: str | None) -> None:
        """Say what the field was changed to elsewhere meanwhile; None when it was not."""
        shown = shorten(value, _SHOWN) if value else self.tr("tomt")
        text = self.tr("Ändrad på annat håll: {value}").format(value=shown)
        self._say("elsewhere", text if value is not None else "")
        name = self.tr("Ta det som skrevs på annat håll")
        self._offer("elsewhere", value is not None, self.tr("Ta den"), name, self.take)

    def _offer(
        self, role: str, offered: bool, text: str, name: str, chosen: SignalInstance
    ) -> None:
        """Show a button beneath the line of a role, or hide it."""
        button = self._buttons.get(role)
        if button is None:
            if not offered:
                return
            button = self._buttons[role] = QPushButton(text, self)
            button.setAccessibleName(f"{text}: {name}")
            set_role(button, "small-button")
            button.clicked.connect(chosen)
            place = self._lines.indexOf(self._said[role]) + 1
            self._lines.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignLeft)
        show_if(button, offered)

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
