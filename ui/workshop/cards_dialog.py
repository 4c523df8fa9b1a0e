"""Paper cards typed back: a number and what stands on it, a line each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.session import workshops
from nvworkshop.session.cards import Read, keep_cards, read_cards, taken_cards
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
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import SpokenLabel
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.field_block import FieldBlock, LinesEdit

_WIDTH, _HEIGHT = 620, 220


class CardsDialog(Dialog):
    """Asks which step the cards are of, and takes many lines at once."""

    def __init__(
        self, desk: Desk, workshop: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the fields."""
        super().__init__(theme, parent)
        self._desk, self._workshop = desk, workshop
        self.set_heading(self.tr("Skriv in kort"))
        agenda = taken_part(workshops.agenda(desk.rows["workshop"][workshop].thing))
        offered = [(one, tr(one.title)) for one in agenda if one.type in TAKES_IDEAS]
        self.step = ChoiceCombo(offered, self)
        self.text = LinesEdit(self)
        self.text.setPlaceholderText(self.tr("12 Gemensam rutin för hemgång @pi\n13 Prover i byn"))
        self.text.setMinimumHeight(theme.px(_HEIGHT))
        self.said = SpokenLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        self.body.addWidget(FieldBlock(self.tr("&Steg"), self.step, theme, self))
        lines = self.tr("&Kort: numret först, sedan det som står på kortet, ett kort per rad")
        self.body.addWidget(FieldBlock(lines, self.text, theme, self), 1)
        self.body.addWidget(self.said)
        self._build_buttons()
        self.set_least_width(_WIDTH)
        if not offered:
            self.said.setText(self.tr("Dagordningen har inget steg där förslag skrivs."))
            self.keep.setEnabled(False)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_buttons(self) -> None:
        self.anyway = self.add_button(self.tr("Spara ändå"))
        self.anyway.hide()
        self.anyway.clicked.connect(lambda: self._send(anyway=True))
        self.add_close_button()
        self.keep = self.add_button(self.tr("Spara korten"), "primary")
        self.keep.clicked.connect(lambda: self._send(anyway=False))

    def _send(self, *, anyway: bool) -> None:
        step, text = self.step.value, self.text.toPlainText()
        if not isinstance(step, Step):
            return
        thing = self._desk.rows["workshop"][self._workshop].thing
        names = workshops.parties_of(self._desk.strategy, thing)
        ideas = (row.thing for row in self._desk.rows["idea"].values())
        read = read_cards(text, names, taken_cards(ideas, self._workshop))
        change: Callable[[Session], Outcome] = partial(_kept, text, step, self._workshop, names)
        self.keep.setEnabled(False)
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, partial(self._on_kept, read)),
            while_there(self, self._on_refused),
        )

    def _on_kept(self, read: Read, delta: Delta) -> None:
        """Say what was kept; what was not stays to be mended."""
        self.keep.setEnabled(True)
        self.anyway.hide()
        self.said.setText(" ".join((self._words(len(read.cards)), *delta.notes)))
        self.text.setPlainText("\n".join(read.left))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, kept: int) -> str:
        return (
            self.tr("1 kort sparat.") if kept == 1 else self.tr("{n} kort sparade.").format(n=kept)
        )

    @Slot(object)
    def _on_refused(self, error: PlanError) -> None:
        self.keep.setEnabled(True)
        self.said.setText(error.sentence)
        self.anyway.setVisible(isinstance(error, PersonalNumberError))


def _kept(text: str, step: Step, workshop: str, names: Names, session: Session) -> Outcome:
    return keep_cards(session, text, step, workshop, names)
