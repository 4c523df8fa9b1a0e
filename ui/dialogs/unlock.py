"""Opening a copy with a password: the plan in it becomes an ordinary plan file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.carried import Opened, unsealed
from ui.background import Worker
from ui.dialogs.frame import Dialog
from ui.dialogs.password import PasswordField
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH = 520
_PAINTED = 50
"""Milliseconds in which the words are on the screen."""

_PLAN = ".nvplan"

AskPlace = Callable[[QWidget, str, str, Path], Path | None]
"""Asks where to write a plan file: parent, heading, suggested name and folder."""


class UnlockDialog(Dialog):
    """Asks for the password, then where the plan file is to lie."""

    unlocked = Signal(object)  # Path

    def __init__(
        self, sealed: Path, theme: Theme, ask_place: AskPlace, parent: QWidget | None = None
    ) -> None:
        """Ask for the password of the copy at `sealed`."""
        super().__init__(theme, parent)
        self._sealed, self._ask_place = sealed, ask_place
        self._worker = Worker("unlock", self)
        self.set_heading(self.tr("Lås upp {name}").format(name=sealed.name))
        self._say(self.tr("Planen i kopian skrivs som en vanlig planfil som du väljer plats för."))
        self.password = PasswordField(self.tr("Lösenord"), theme, self)
        self.body.addWidget(self.password)
        self.said = self._say("")
        self.body.addStretch(1)
        self.open_it = self.add_button(self.tr("Lås upp…"), "primary")
        self.open_it.clicked.connect(self._on_open)
        self.password.field.returnPressed.connect(self._on_open)
        self.add_close_button()
        self.set_least_width(_WIDTH)
        self.finished.connect(lambda _: self._worker.stop(0))
        self.password.setFocus()

    def _say(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, "muted")
        self.body.addWidget(label)
        return label

    def _on_open(self) -> None:
        if not self.password.text or not self.open_it.isEnabled():
            return
        name = self._sealed.stem.removesuffix(_PLAN)
        title = self.tr("Var ska planfilen ligga?")
        place = self._ask_place(self, title, name, self._sealed.parent)
        if place is None:
            return
        self.open_it.setEnabled(False)
        self._tell(self.tr("Låser upp … Det tar några sekunder."), "muted")
        QTimer.singleShot(_PAINTED, self, partial(self._begin, place))

    def _begin(self, place: Path) -> None:
        """Open it once the words have been painted: nothing is while the password is stretched."""
        work = partial(unsealed, self._sealed, place, self.password.text)
        self._worker.do(
            work, while_there(self, self._on_opened), while_there(self, self._on_refused)
        )

    def _on_opened(self, done: Opened) -> None:
        self.unlocked.emit(done.place)
        self.close()

    def _on_refused(self, error: PlanError) -> None:
        self.open_it.setEnabled(True)
        self._tell(error.sentence, "danger")
        self.password.field.selectAll()
        self.password.setFocus()

    def _tell(self, text: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(text)
        self.fit()
