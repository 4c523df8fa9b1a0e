"""Making a huvudman's own plan: whose it is, and where its file is to lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.own_plan import Candidate, candidates, create_own, suggested_name
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.window.choosing import Choosing

_WIDTH = 520


class OwnPlanDialog(Dialog):
    """Asks for the huvudman, then where to save; the plan is there when `made` is told."""

    made = Signal(object)  # Path

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget, *, principal: str = ""
    ) -> None:
        """Ask the plan which huvudmän have something to do; `principal` is chosen at first."""
        super().__init__(theme, parent)
        self._desk, self._choosing, self._wanted = desk, choosing, principal
        self._several: Sequence[Candidate] = ()
        self.set_heading(self.tr("Egen plan för en huvudman"))
        self._say(
            self.tr(
                "Den egna planen är en fil för sig. I den står det som huvudmannen ska göra enligt "
                "den här planen, och där skriver huvudmannen egna rader. De stannar i filen tills "
                "huvudmannen väljer att dela dem."
            )
        )
        self.principal = ChoiceCombo((), self)
        self.principal.setAccessibleName(self.tr("Huvudman"))
        self.principal.chosen.connect(lambda _: self._show_said())
        self.body.addWidget(self.principal)
        self.said = self._say("")
        self.body.addStretch(1)
        self.go_on = self.add_button(self.tr("Välj var filen ska ligga…"), "primary")
        self.go_on.setEnabled(False)
        self.go_on.clicked.connect(self._choose)
        self.add_close_button()
        self.set_least_width(_WIDTH)
        desk.ask(candidates, while_there(self, self._on_candidates))

    def _say(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, "muted")
        self.body.addWidget(label)
        return label

    def _on_candidates(self, several: Sequence[Candidate]) -> None:
        self._several = several
        self.principal.set_choices([(one.id, one.label) for one in several])
        if any(one.id == self._wanted for one in several):
            self.principal.choose(self._wanted)
        else:
            self.principal.choose_none(self.tr("Välj huvudman"))
        self._show_said()

    @property
    def _chosen(self) -> Candidate | None:
        return next((one for one in self._several if one.id == self.principal.value), None)

    def _show_said(self) -> None:
        one = self._chosen
        self.go_on.setEnabled(one is not None)
        if one is None:
            nobody = self.tr("Ingen huvudman har något att göra i planen än.")
            self.said.setText("" if self._several else nobody)
            return
        text = self.tr("{who} ansvarar för {own} och medverkar i {others} av planens rader.")
        own, others = one.responsible, one.contributing
        self.said.setText(text.format(who=one.label, own=own, others=others))
        self.fit()

    def _choose(self) -> None:
        one = self._chosen
        if one is None:
            return
        title, name = self.tr("Var ska den egna planen ligga?"), suggested_name(one.label)
        place = self._choosing.place_to_save(self, title, name, self._desk.place.parent)
        if place is not None:
            self.go_on.setEnabled(False)
            work = partial(_made, principal=one.id, place=place)
            done = while_there(self, lambda _: self._on_made(place))
            self._desk.ask(work, done, while_there(self, self._on_problem))

    def _on_made(self, place: Path) -> None:
        self.close()
        self.made.emit(place)

    def _on_problem(self, error: PlanError) -> None:
        self.go_on.setEnabled(True)
        set_role(self.said, "danger")
        self.said.setText(error.sentence)
        self.fit()


def _made(view: PlanView, principal: str, place: Path) -> None:
    create_own(view, principal, place).close()
