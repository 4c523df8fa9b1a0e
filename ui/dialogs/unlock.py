"""Opening a copy with a password: the plan in it becomes an ordinary plan file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.session.carried import Opened, Unlocked, unlocked
from ui.dialogs.frame import Dialog
from ui.dialogs.password import PasswordField
from ui.dialogs.sealing import Sealing
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH = 520
_PLAN = ".nvplan"

AskPlace = Callable[[QWidget, str, str, Path], Path | None]
"""Asks where to write a plan file: parent, heading, suggested name and folder."""


class UnlockDialog(Dialog):
    """Asks for the password, and when it is the right one where the plan file is to lie."""

    unlocked = Signal(object)  # Path

    def __init__(
        self, sealed: Path, theme: Theme, ask_place: AskPlace, parent: QWidget | None = None
    ) -> None:
        """Ask for the password of the copy at `sealed`."""
        super().__init__(theme, parent)
        self._sealed, self._ask_place = sealed, ask_place
        self._inside: Unlocked | None = None
        self.set_heading(self.tr("Lås upp {name}").format(name=sealed.name))
        self._say(
            self.tr(
                "Skriv lösenordet. Sedan väljer du var planen i kopian ska ligga, som en vanlig"
                " planfil."
            )
        )
        self.password = PasswordField(self.tr("Lösenord"), theme, self)
        self.password.field.textEdited.connect(self._on_edited)
        self.body.addWidget(self.password)
        self.body.addStretch(1)
        self.sealing = Sealing(self)
        self.sealing.failed.connect(self._on_refused)
        self.said = self.sealing.said
        self.open_it = self.add_button(self.tr("Lås upp…"), "primary")
        self.open_it.clicked.connect(self._on_open)
        self.password.field.returnPressed.connect(self._on_open)
        self.add_close_button()
        self.set_least_width(_WIDTH)
        self.password.setFocus()

    def _say(self, text: str) -> None:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, "muted")
        self.body.addWidget(label)

    def _on_edited(self) -> None:
        self._inside = None

    def _on_open(self) -> None:
        if not self.password.text or not self.open_it.isEnabled():
            return
        if self._inside is not None:
            self._on_inside(self._inside)
            return
        self.open_it.setEnabled(False)
        work = partial(unlocked, self._sealed, self.password.text)
        self.sealing.do(work, self._on_inside, self.tr("Låser upp …"))

    def _on_inside(self, inside: Unlocked) -> None:
        """Ask where it shall lie, now that the password is known to be right."""
        self._inside = inside
        self.open_it.setEnabled(True)
        self.sealing.tell(self.tr("Lösenordet är rätt. Välj var planfilen ska ligga."))
        name = self._sealed.stem.removesuffix(_PLAN)
        title = self.tr("Var ska planfilen ligga?")
        place = self._ask_place(self, title, name, self._sealed.parent)
        if place is not None:
            self.open_it.setEnabled(False)
            work = partial(inside.write, place)
            self.sealing.do_whole(work, self._on_opened, self.tr("Skriver planfilen …"))

    def _on_opened(self, done: Opened) -> None:
        self.unlocked.emit(done.place)
        self.close()

    def _on_refused(self, error: PlanError) -> None:
        self.open_it.setEnabled(True)
        role = "muted" if isinstance(error, CancelledError) else "danger"
        self.sealing.tell(error.sentence, role)
        if self._inside is None:
            self.password.field.selectAll()
            self.password.setFocus()
