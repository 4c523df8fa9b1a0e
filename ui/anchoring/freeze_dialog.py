"""Freezing a version: its name, where the plan then stands, and a note."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.choices import CHOICES
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.versions import freeze, next_name
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import ask, while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.field_block import FieldBlock, LinesEdit

_WIDTH = 520
_NOTE = 78
"""Design pixels of the dialog and of the note."""


class FreezeDialog(Dialog):
    """Three fields with something in them already; it can be undone."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the form; the name is suggested."""
        super().__init__(theme, parent)
        self._desk = desk
        self.set_heading(self.tr("Frys en version"))
        text = self.tr(
            "Planen sparas som den är nu, så att den alltid går att läsa och jämföra med. Du kan "
            "fortsätta att ändra i planen. Det går att ångra."
        )
        intro = PlainLabel(text, self)
        intro.setWordWrap(True)
        set_role(intro, "muted")
        self.name = QLineEdit(self)
        states = [(one.id, tr(one.sv)) for one in CHOICES["state"]]
        self.state = SegmentedChoice(states, self.tr("Planens läge"), self)
        state = desk.plan.text("state") if desk.plan else ""
        self.state.choose(state if state in dict(states) else "draft")
        self.note = LinesEdit(self)
        self.note.setPlaceholderText(self.tr("Till exempel: den version som går till POLSAM."))
        self.note.setFixedHeight(theme.px(_NOTE))
        self.block = FieldBlock(self.tr("&Version"), self.name, theme, self)
        self.body.addWidget(intro)
        self.body.addWidget(self.block)
        self.body.addWidget(FieldBlock(self.tr("Planens läge"), self.state, theme, self))
        self.body.addWidget(FieldBlock(self.tr("&Om versionen"), self.note, theme, self))
        self._build_buttons()
        self.set_least_width(_WIDTH)
        self.name.setFocus()
        ask(desk, self, next_name, self._suggest)

    def _build_buttons(self) -> None:
        self.anyway = self.add_button(self.tr("Frys ändå"))
        self.anyway.hide()
        self.add_button(self.tr("Avbryt")).clicked.connect(self.close)
        self.go_on: QPushButton = self.add_button(self.tr("Frys versionen"), "primary")
        self.go_on.setDefault(True)
        self.anyway.clicked.connect(lambda: self._freeze(anyway=True))
        self.go_on.clicked.connect(lambda: self._freeze(anyway=False))

    def _suggest(self, name: str) -> None:
        if not self.name.text():
            self.name.setText(name)
            self.name.selectAll()

    def _freeze(self, *, anyway: bool) -> None:
        name, state, note = self.name.text(), str(self.state.value or ""), self.note.toPlainText()
        change = partial(_frozen, name, state, note)
        self.go_on.setEnabled(False)
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, self._on_frozen),
            while_there(self, self._on_refused),
        )

    def _on_frozen(self, _: Delta) -> None:
        self.close()

    def _on_refused(self, error: PlanError) -> None:
        self.go_on.setEnabled(True)
        self.block.say(error.sentence)
        self.anyway.setVisible(isinstance(error, PersonalNumberError))
        self.name.setFocus()


def _frozen(name: str, state: str, note: str, session: Session) -> Outcome:
    return freeze(session, name, state=state, note=note)
