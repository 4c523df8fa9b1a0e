"""Paper cards typed back: a number and what stands on it, a line each."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.session import workshops
from nvworkshop.session.cards import keep_cards
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.steps import TAKES_IDEAS, Step, taken_part
from nvworkshop.workshop.tags import Names
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH, _HEIGHT = 620, 220


class CardsDialog(Dialog):
    """Asks which step the cards are of, and takes many lines at once."""

    def __init__(
        self, desk: Desk, workshop: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the field."""
        super().__init__(theme, parent)
        self._desk, self._workshop = desk, workshop
        self.set_heading(self.tr("Skriv in kort"))
        thing = desk.rows["workshop"][workshop].thing
        self.step = QComboBox(self)
        for step in taken_part(workshops.agenda(thing)):
            if step.type in TAKES_IDEAS:
                self.step.addItem(step.title, step)
        self.step.setAccessibleName(self.tr("Steg"))
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Kort, ett per rad"))
        self.text.setPlaceholderText(self.tr("12 Gemensam rutin för hemgång @pi\n13 Prover i byn"))
        self.text.setMinimumHeight(theme.px(_HEIGHT))
        form = QFormLayout()
        label = PlainLabel(self.tr("&Steg"), self)
        label.setBuddy(self.step)
        form.addRow(label, self.step)
        self.said = PlainLabel(self.tr("Kortets nummer först, sedan det som står på kortet."), self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        self.body.addLayout(form)
        self.body.addWidget(self.said)
        self.body.addWidget(self.text, 1)
        self.anyway = self.add_button(self.tr("Spara ändå"))
        self.anyway.hide()
        self.keep = self.add_button(self.tr("Spara korten"), "primary")
        self.keep.clicked.connect(lambda: self._send(anyway=False))
        self.anyway.clicked.connect(lambda: self._send(anyway=True))
        self.add_close_button()
        self.set_least_width(_WIDTH)

    def _send(self, *, anyway: bool) -> None:
        step: Step = self.step.currentData()
        thing = self._desk.rows["workshop"][self._workshop].thing
        names = workshops.parties_of(self._desk.strategy, thing)
        change = partial(_kept, self.text.toPlainText(), step, self._workshop, names)
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, self._on_kept),
            while_there(self, self._on_refused),
        )

    def _on_kept(self, delta: Delta) -> None:
        """Say what was kept; what was not stands in the notes, which the window shows too."""
        kept = sum(1 for kind, _ in delta.touched if kind == "idea")
        said = [self.tr("{n} kort sparade.").format(n=kept), *delta.notes]
        self.said.setText(" ".join(said))
        self.text.clear()
        self.anyway.hide()

    def _on_refused(self, error: PlanError) -> None:
        self.said.setText(error.sentence)
        self.anyway.setVisible(isinstance(error, PersonalNumberError))


def _kept(text: str, step: Step, workshop: str, names: Names, session: Session) -> Outcome:
    return keep_cards(session, text, step, workshop, names)
