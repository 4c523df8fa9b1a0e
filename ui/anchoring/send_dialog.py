"""Sending the plan out for answers: to whom, when, and by when they answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.anchoring import Anchoring, Level, Party, send
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.anchoring.words import level_word
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.field_block import FieldBlock

_WIDTH = 480


class SendDialog(Dialog):
    """Writes down that the plan has been sent; it sends nothing by itself."""

    def __init__(
        self, chain: Anchoring, desk: Desk, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the form; the huvudmän are chosen, and the day is today."""
        super().__init__(theme, parent)
        self._desk = desk
        self._chain = chain
        self.set_heading(self.tr("Skicka på remiss"))
        text = self.tr(
            "Skriv in att planen har skickats, till flera på en gång. Programmet skickar inget. De "
            "som redan har fått den här versionen hoppas över."
        )
        intro = PlainLabel(text, self)
        intro.setWordWrap(True)
        set_role(intro, "muted")
        self.body.addWidget(intro)
        self.boxes = {level: self._box(level) for level in Level if chain.of(level)}
        for box in self.boxes.values():
            self.body.addWidget(box)
        self.sent = QLineEdit(desk.surroundings.today().isoformat(), self)
        self.due = QLineEdit(self)
        self.due.setPlaceholderText(self.tr("15 jan 2027"))
        self.block = FieldBlock(self.tr("&Skickad"), self.sent, theme, self)
        self.due_block = FieldBlock(self.tr("Svar s&enast"), self.due, theme, self)
        self.body.addWidget(self.block)
        self.body.addWidget(self.due_block)
        self.add_button(self.tr("Avbryt")).clicked.connect(self.close)
        self.go_on = self.add_button(self.tr("Skriv in"), "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._on_go_on)
        self.set_least_width(_WIDTH)
        self.due.setFocus()

    def _box(self, level: Level) -> QCheckBox:
        count = len(self._chain.of(level))
        box = QCheckBox(f"{level_word(level)} ({count})", self)
        box.setChecked(level is Level.PRINCIPAL)
        box.toggled.connect(self._on_toggled)
        return box

    @property
    def asked(self) -> tuple[Party, ...]:
        """Those who are chosen."""
        levels = [level for level, box in self.boxes.items() if box.isChecked()]
        return tuple(one.party for level in levels for one in self._chain.of(level))

    def _on_toggled(self) -> None:
        self.go_on.setEnabled(bool(self.asked))

    def _on_go_on(self) -> None:
        self.go_on.setEnabled(False)
        for block in (self.block, self.due_block):
            block.say("")
        self._desk.edit(
            partial(_sent, self.asked, self.sent.text(), self.due.text()),
            while_there(self, self._on_sent),
            while_there(self, self._on_refused),
        )

    def _on_sent(self, _: Delta) -> None:
        self.close()

    def _on_refused(self, error: PlanError) -> None:
        """Say it under the field it is about: its sentence begins with the field's name."""
        self.go_on.setEnabled(True)
        late = error.title.startswith(self.tr("Svar senast"))
        block = self.due_block if late else self.block
        block.say(error.sentence)
        block.field.setFocus()


def _sent(asked: Sequence[Party], sent: str, due: str, session: Session) -> Outcome:
    return send(session, asked, {"sent": sent, "due": due})
