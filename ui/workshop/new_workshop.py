"""Planning a workshop: its day and place, who comes, and the agenda it begins with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.language import in_source, marked
from nvworkshop.session import workshops
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.following import is_due
from nvworkshop.workshop.templates import Template, offered
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import PlainLabel, SpokenLabel
from ui.widgets.style import set_role
from ui.workshop.facts_form import FactsForm
from ui.workshop.field_block import FieldBlock

_WIDTH = 560
_NEEDED = ("action", "workshop")


class NewWorkshopDialog(Dialog):
    """Everything can be changed afterwards, so little is asked for."""

    made = Signal(str)

    def __init__(
        self, desk: Desk, theme: Theme, parent: QWidget | None = None, *, following_up: bool = False
    ) -> None:
        """Lay out the form with what the plan knows; `following_up` is what it is to be used for.

        A group that has a plan since an earlier day is offered to follow it up first.
        """
        super().__init__(theme, parent)
        self._desk = desk
        self._due = following_up or _is_due(desk)
        self._offered = {one.id: one for one in offered(following_up=self._due)}
        self.set_heading(self.tr("Ny workshop"))
        self.form = FactsForm(desk, theme, self)
        self.template = ChoiceCombo([(id_, one.name) for id_, one in self._offered.items()], self)
        self.about = PlainLabel("", self)
        self.about.setWordWrap(True)
        set_role(self.about, "muted")
        block = FieldBlock(self.tr("Dag&ordning"), self.template, theme, self.form)
        block.put_under(self.about)
        self.form.put_among(block)
        self.said = SpokenLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "danger")
        self.said.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self.said)
        self._build_buttons()
        self.set_least_width(_WIDTH)
        self._suggest_part()
        self.form.part.chosen.connect(lambda _: self._suggest())
        self.template.currentIndexChanged.connect(lambda _: self._on_template())
        self.form.edited.connect(self._on_edited)
        self._begin_with_day(following_up=following_up)

    def _begin_with_day(self, *, following_up: bool) -> None:
        """Ask for the day first; one that registers a follow-up is proposed today."""
        day = self.form.lines["date"]
        if following_up:
            day.setText(self._desk.surroundings.today().isoformat())
            day.selectAll()
        day.setFocus()

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
        self._on_template(renamed=True)

    def _on_template(self, *, renamed: bool = False) -> None:
        """Say what the template is for; the name follows it unless somebody has written another."""
        title = self.form.lines["title"]
        self.about.setText(self._template.about)
        if renamed or title.text() in self._names():
            title.setText(self._names()[self._template.follows_up])

    @property
    def _template(self) -> Template:
        return self._offered[str(self.template.value)]

    def _names(self) -> tuple[str, str]:
        """Return what a workshop is called, and one that follows up."""
        strategy, part = self._desk.strategy, self.form.chosen_part
        label = strategy.label("county_part", part) if part else ""
        words = marked("Workshop"), marked("Uppföljning")  # the plan keeps them
        named = in_source(label)
        first, second = (" ".join(filter(None, (word, named))) for word in words)
        return first, second

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


def _is_due(desk: Desk) -> bool:
    actions, made = ([row.thing for row in desk.rows[kind].values()] for kind in _NEEDED)
    return is_due(actions, made, desk.surroundings.today())


def _made(planned: Planned, session: Session) -> Outcome:
    return workshops.make(session, planned)
