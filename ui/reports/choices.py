"""What a report is of, as of when, and whether people are named in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from nvworkshop.session.moments import NOW, Moment, Point
from nvworkshop.session.reporting import Offer, Subject
from ui.moments.point_choice import PointChoice
from ui.reports.words import subject_word
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_LETTERS, _LEAST = 20, 110
"""Letters that a field has room for, and design pixels it can do with."""


class ChoicesBar(FlowBox):
    """Remembers what was chosen of each kind, when another report is shown."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the fields in the order they are read, for Tab."""
        super().__init__(theme.px(12), parent)
        self._theme = theme
        self._subject = Subject.PLAN
        self._of: dict[Subject, str] = {}
        self.who = ChoiceCombo((), self)
        self.who.setSizeAdjustPolicy(
            ChoiceCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.who_box = self._labelled("", self.who)
        self.when = PointChoice(self)
        self.when_box = self._labelled(self.tr("Som planen &var"), self.when)
        self.names = QCheckBox(self.tr("Ta med &namn"), self)
        self.names.setMinimumHeight(self.when.sizeHint().height())
        self.who.chosen.connect(self._on_who)
        self.when.chosen.connect(self.changed)
        self.names.toggled.connect(lambda _: self.changed.emit())
        self.set_parts([self.when_box, self.names])

    def _labelled(self, label: str, field: QComboBox) -> QWidget:
        box = QWidget(self)
        name = PlainLabel(label, box)
        name.setBuddy(field)
        name.setObjectName("name")
        set_role(name, "muted")
        field.setMinimumContentsLength(_LETTERS)
        field.setMinimumWidth(self._theme.px(_LEAST))
        field.setAccessibleName(label.replace("&", ""))
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        row.addWidget(name)
        row.addWidget(field, 1)
        return box

    @property
    def of(self) -> str:
        """The id that is chosen, "" when the report is of the whole plan."""
        return self._of.get(self._subject, "")

    @property
    def moment(self) -> Moment | str:
        """As of when, or what was typed about it."""
        return self.when.value

    def offer_points(self, points: Sequence[Point]) -> None:
        """Offer moments; the first time it is now."""
        chosen = self.when.value
        self.when.offer(points)
        if not chosen:
            self.when.choose(NOW)

    def show_offer(self, offer: Offer) -> None:
        """Show what there is to choose for a report."""
        self._subject = offer.subject
        ids = [one for one, _ in offer.choices]
        if ids and self._of.get(offer.subject) not in ids:
            self._of[offer.subject] = ids[0]
        if not ids:
            self._of.pop(offer.subject, None)
        self.who.set_choices(offer.choices)
        self.who.choose(self.of)
        word = subject_word(offer.subject)
        name = self.who_box.findChild(PlainLabel, "name")
        if isinstance(name, PlainLabel):
            name.setText(word)
        self.who.setAccessibleName(word.replace("&", ""))
        self.who_box.setVisible(bool(ids))
        shown = [self.who_box] if ids else []
        self.set_parts([*shown, self.when_box, self.names])

    def choose_for(self, subject: Subject, of: str) -> None:
        """Remember what a kind of report is to be of."""
        self._of[subject] = of

    def _on_who(self, of: object) -> None:
        self._of[self._subject] = str(of)
        self.changed.emit()
