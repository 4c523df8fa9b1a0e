"""Planning a workshop: its day and place, who comes, and the agenda it begins with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.session import workshops
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.templates import templates
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.facts_form import FactsForm
from ui.workshop.field_block import FieldBlock

_WIDTH = 560


class NewWorkshopDialog(Dialog):
    """Everything can be changed afterwards, so little is asked for."""

    made = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the form with what the plan knows."""
        super().__init__(theme, parent)
        self._desk = desk
        self.set_heading(self.tr("Ny workshop"))
        self.form = FactsForm(desk, theme, self)
        self.template = ChoiceCombo([(one.id, one.name) for one in templates()], self)
        self.form.put_among(FieldBlock(self.tr("Dag&ordning"), self.template, theme, self.form))
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "danger")
        self.said.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self.said)
        self._build_buttons()
        self.set_least_width(_WIDTH)
        self._suggest_part()
        self.form.part.chosen.connect(lambda _: self._suggest())
        self.form.edited.connect(self._on_edited)
        self.form.lines["date"].setFocus()

    def _build_buttons(self) -> None:
        self.anyway = self.add_button(self.tr("Spara ändå"))
        self.anyway.hide()
        self.anyway.clicked.connect(lambda: self._go_on(anyway=True))
        self.add_button(self.tr("Avbryt")).clicked.connect(self.close)
        self.go_on = self.add_button(self.tr("Gör workshopen"), "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(lambda: self._go_on(anyway=False))

    def _suggest_part(self) -> None:
        """Choose the plan's länsdel."""
        if self._desk.plan is not None:
            self.form.part.choose(self._desk.plan.text("county_part"))
        self._suggest()

    def _suggest(self) -> None:
        """Invite the länsdel's kommuner and the region, and name the workshop after it."""
        strategy, part = self._desk.strategy, self.form.chosen_part
        self.form.invited.invite(workshops.usually_invited(strategy, part))
        label = strategy.label("county_part", part) if part else ""
        self.form.lines["title"].setText(" ".join(filter(None, ("Workshop", label))))

    def _on_edited(self, name: str) -> None:
        self.form.check(name)

    def _go_on(self, *, anyway: bool) -> None:
        if not self.form.check():
            self.form.focus_wrong()
            return
        planned = Planned(
            self.template.currentData(),
            county_part=self.form.chosen_part,
            parties=self.form.invited.parties,
            functions=tuple(self.form.coming),
            **self.form.values(),
        )
        change: Callable[[Session], Outcome] = partial(_made, planned)
        self.go_on.setEnabled(False)
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, self._on_made),
            while_there(self, self._on_refused),
        )

    @Slot(object)
    def _on_made(self, delta: Delta) -> None:
        self.close()
        self.made.emit(delta.entity)

    @Slot(object)
    def _on_refused(self, error: PlanError) -> None:
        self.go_on.setEnabled(True)
        self.said.setText(error.sentence)
        self.said.show()
        self.anyway.setVisible(isinstance(error, PersonalNumberError))


def _made(planned: Planned, session: Session) -> Outcome:
    return workshops.make(session, planned)
