"""Planning a workshop: its day and place, who comes, and the agenda it begins with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

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
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.facts_form import FactsForm

_WIDTH = 640


class NewWorkshopDialog(Dialog):
    """Everything can be changed afterwards, so little is asked for."""

    made = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the form with what the plan knows."""
        super().__init__(theme, parent)
        self._desk = desk
        self.set_heading(self.tr("Ny workshop"))
        self.part = self._combo(desk.strategy.options("county_part"))
        self.template = self._combo([(one.id, one.name) for one in templates()])
        above = QFormLayout()
        above.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field in (
            (self.tr("&Länsdel"), self.part),
            (self.tr("Dag&ordning"), self.template),
        ):
            label = PlainLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            above.addRow(label, field)
        self.form = FactsForm(desk.strategy, theme, self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "danger")
        self.said.hide()
        self.body.addLayout(above)
        self.body.addWidget(self.form)
        self.body.addWidget(self.said)
        self.go_on = self._build_buttons()
        self.set_least_width(_WIDTH)
        self._suggest()
        self.part.currentIndexChanged.connect(lambda _: self._suggest())

    def _combo(self, options: object) -> QComboBox:
        combo = QComboBox(self)
        for item, label in options:  # type: ignore[attr-defined]
            combo.addItem(label, item)
        return combo

    def _build_buttons(self) -> QPushButton:
        self.add_button(self.tr("Avbryt")).clicked.connect(self.close)
        go_on = self.add_button(self.tr("Gör workshopen"), "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self._on_go_on)
        return go_on

    def _suggest(self) -> None:
        """Invite the länsdel's kommuner and the region, and name the workshop after it."""
        plan, strategy = self._desk.plan, self._desk.strategy
        if self.part.property("set") is None and plan is not None:
            self.part.setProperty("set", True)
            place = self.part.findData(plan.text("county_part"))
            self.part.setCurrentIndex(max(0, place))
        part = self.part.currentData() or ""
        kommuner = {one.id for one in strategy.municipalities_of(part)}
        for one in strategy.principals:
            near = one.municipality in kommuner or not one.municipality
            self.form.chips[one.id].setChecked(near)
        label = strategy.label("county_part", part) if part else ""
        self.form.lines["title"].setText(" ".join(filter(None, ("Workshop", label))))

    def _on_go_on(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        functions, _ = self.form.read_functions()
        planned = Planned(
            self.template.currentData(),
            county_part=self.part.currentData() or "",
            parties=self.form.parties,
            functions=tuple(functions),
            **values,
        )
        self._make(partial(_made, planned))

    def _make(self, change: partial[Outcome]) -> None:
        self.go_on.setEnabled(False)
        self._desk.edit(
            change,
            while_there(self, self._on_made),
            while_there(self, partial(self._on_refused, change)),
        )

    def _on_made(self, delta: Delta) -> None:
        self.close()
        self.made.emit(delta.entity)

    def _on_refused(self, change: partial[Outcome], error: PlanError) -> None:
        self.go_on.setEnabled(True)
        self.said.setText(error.sentence)
        self.said.show()
        if isinstance(error, PersonalNumberError) and not hasattr(self, "_anyway"):
            self._anyway = self.add_button(self.tr("Spara ändå"))
            self._anyway.clicked.connect(lambda: self._make(partial(kept_anyway(change))))


def _made(planned: Planned, session: Session) -> Outcome:
    return workshops.make(session, planned)
