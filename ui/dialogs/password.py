"""Passwords in dialogs: a new one written twice, or one that is to open something."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nvworkshop.session.carried import LEAST_PASSWORD
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class PasswordField(QWidget):
    """One line with its label, hidden unless the person wants to see it."""

    def __init__(self, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(label)
        name = PlainLabel(label, self)
        name.setBuddy(self.field)
        set_role(name, "field-label")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        lines.addWidget(name)
        lines.addWidget(self.field)
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """What is written."""
        return self.field.text()

    def show_text(self, shown: bool) -> None:
        """Show what is written, or hide it."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)


class NewPassword(QWidget):
    """A new password, twice; empty means none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty: no password."""
        super().__init__(parent)
        self.first = PasswordField(self.tr("Lösenord, om kopian ska vara låst"), theme, self)
        self.second = PasswordField(self.tr("Lösenordet en gång till"), theme, self)
        self.seen = QCheckBox(self.tr("Visa lösenordet"), self)
        warning = PlainLabel(
            self.tr(
                "Ett glömt lösenord går inte att få tillbaka: då är kopian förlorad, men inte din"
                " plan. Flera ord efter varandra är lätta att minnas och svåra att gissa."
            ),
            self,
        )
        warning.setWordWrap(True)
        set_role(warning, "muted")
        both = QHBoxLayout()
        both.setSpacing(theme.px(16))
        for field in (self.first, self.second):
            both.addWidget(field)
            self.seen.toggled.connect(field.show_text)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        lines.addLayout(both)
        lines.addWidget(self.seen)
        lines.addWidget(warning)
        self.setFocusProxy(self.first)

    @property
    def text(self) -> str:
        """The password, "" for none."""
        return self.first.text

    def problem(self) -> str:
        """Return why it can't be used, "" when it can."""
        if self.first.text != self.second.text:
            return self.tr("Lösenorden är inte lika. Skriv samma två gånger.")
        if self.text and len(self.text) < LEAST_PASSWORD:
            text = self.tr("Lösenordet behöver minst {n} tecken.")
            return text.format(n=LEAST_PASSWORD)
        return ""
