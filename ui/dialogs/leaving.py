"""What is said when a plan is closed with changes that its file lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import changes_word

_WIDTH = 480


class LeavingDialog(Dialog):
    """Tells how much is not in the plan file, why, and that it is kept here; Esc stays."""

    def __init__(self, lacking: int, why: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the sentence and the three ways on."""
        super().__init__(theme, parent)
        text = self.tr("{changes} är inte i planfilen")
        self.set_heading(text.format(changes=changes_word(lacking)))
        self._say(why, "ink")
        self._say(
            self.tr(
                "Det du har skrivit är sparat på den här datorn. Det kommer in i planfilen nästa"
                " gång planen öppnas här och filen går att skriva."
            ),
            "muted",
        )
        self.copy = self.add_button(self.tr("Spara en kopia…"), "primary")
        self.leave = self.add_button(self.tr("Stäng ändå"))
        self.stay = self.add_button(self.tr("Avbryt"))
        self.stay.clicked.connect(self.close)
        for button in (self.copy, self.leave, self.stay):
            button.setAutoDefault(True)
        self.set_least_width(_WIDTH)
        self.copy.setFocus()

    def _say(self, text: str, role: str) -> None:
        if text:
            label = PlainLabel(text, self)
            label.setWordWrap(True)
            set_role(label, role)
            self.body.addWidget(label)
