"""Reporting an assignment: the day, to whom, and the text as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.things import Thing
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.reported import report_back
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.field_block import FieldBlock, LinesEdit

_WIDTH, _HIGH = 520, 140
"""Design pixels of the dialog's width, and of the text's height."""


class ReportDialog(Dialog):
    """Writes down what was reported; it sends nothing by itself."""

    def __init__(
        self, assignment: Thing, desk: Desk, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the form; the day is today, and the body the one that asked."""
        super().__init__(theme, parent)
        self._desk, self._assignment = desk, assignment
        self.set_heading(self.tr("Redovisa uppdraget"))
        text = self.tr(
            "Texten sparas som den är nu, med dagen. Den ändras inte sedan, hur du än skriver "
            "vidare. Programmet skickar inget."
        )
        intro = PlainLabel(text, self)
        intro.setWordWrap(True)
        set_role(intro, "muted")
        self.body.addWidget(intro)
        self.day = QLineEdit(desk.surroundings.today().isoformat(), self)
        self.to = ChoiceCombo((("", self.tr("Inget organ")), *desk.strategy.options("body")), self)
        self.to.choose(assignment.text("body"))
        self.reference = QLineEdit(self)
        self.reference.setPlaceholderText(self.tr("Paragrafen där redovisningen togs emot"))
        self.text = LinesEdit(self)
        self.text.setPlainText(assignment.text("report"))
        self.text.setReadOnly(True)
        self.text.setFixedHeight(theme.px(_HIGH))
        named = (
            ("date", self.tr("&Dag"), self.day),
            ("body", self.tr("&Till"), self.to),
            ("reference", self.tr("&Beslutsreferens"), self.reference),
            ("text", self.tr("Te&xt"), self.text),
        )
        self.blocks = {name: FieldBlock(word, of, theme, self) for name, word, of in named}
        for block in self.blocks.values():
            self.body.addWidget(block)
            block.keep_asked.connect(partial(self._send, anyway=True))
        self.add_button(self.tr("Avbryt")).clicked.connect(self.close)
        self.go_on = self.add_button(self.tr("Redovisa"), "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(partial(self._send, anyway=False))
        self.set_least_width(_WIDTH)
        self.day.setFocus()
        self.day.selectAll()

    def _send(self, *_: object, anyway: bool) -> None:
        self.go_on.setEnabled(False)
        for block in self.blocks.values():
            block.say("")
        values = {
            "date": self.day.text(),
            "body": self.to.value or None,
            "reference": self.reference.text(),
        }
        change = partial(_reported, self._assignment.id, values)
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, self._on_done),
            while_there(self, self._on_refused),
        )

    def _on_done(self, _: Delta) -> None:
        self.close()

    def _on_refused(self, error: PlanError) -> None:
        """Say it under the field it is about: its sentence begins with the field's name."""
        self.go_on.setEnabled(True)
        begins = {tr(FIELDS["report_back"][one].sv): one for one in ("body", "reference", "text")}
        found = [name for word, name in begins.items() if error.title.startswith(word)]
        block = self.blocks[found[0] if found else "date"]
        block.say(error.sentence, may_keep=isinstance(error, PersonalNumberError))
        self.reveal(block)
        block.field.setFocus()


def _reported(assignment: str, values: Mapping[str, object], session: Session) -> Outcome:
    return report_back(session, assignment, values)
