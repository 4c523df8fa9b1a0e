"""One action of a group: ticked when it is to be joined, its telling words marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.session.suggesting import Candidate, Group, Marker
from ui.editor.showing import show_if
from ui.merge.shared_text import SharedText
from ui.merge.suggestion_words import called, quoted
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_KEYS = 9


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: 0}


class Tick(QCheckBox):
    """Tells of arrows, which else would scroll."""

    stepped = Signal(int)  # to the card before or after; 0 is away from the cards

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on space."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class CandidateCard(QFrame):
    """Used anew for group after group. A press on it ticks it."""

    toggled = Signal()
    shown_asked = Signal(str)  # id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.candidate: Candidate | None = None
        set_role(self, "card")
        self.tick = Tick(self)
        self.tick.toggled.connect(self.toggled)
        self.show_in_plan = QPushButton(self.tr("Visa i planen"), self)
        set_role(self.show_in_plan, "small-button")
        self.show_in_plan.clicked.connect(self._on_show)
        self.title = SharedText(theme, self, strong=True)
        self.joint = PlainLabel("", self)
        self.joint.setWordWrap(True)
        set_role(self.joint, "small")
        self.description = SharedText(theme, self)
        top = QHBoxLayout()
        top.addWidget(self.tick)
        top.addStretch(1)
        top.addWidget(self.show_in_plan)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(theme.px(10), theme.px(4), theme.px(10), theme.px(6))
        lines.setSpacing(theme.px(2))
        lines.addLayout(top)
        for part in (self.title, self.joint, self.description):
            lines.addWidget(part)

    def show_candidate(
        self, place: int, candidate: Candidate, group: Group, marker: Marker, *, described: bool
    ) -> None:
        """Show an action, ticked; `place` is its place in the group, from 1."""
        self.candidate = candidate
        name = called(candidate) or self.tr("Åtgärd")
        self.tick.setText(f"{place}  {name}" if place <= _KEYS else name)
        title, text = candidate.thing.text("title"), candidate.thing.text("description")
        self.tick.setAccessibleName(f"{name}: {title}")
        self.tick.setAccessibleDescription(text)
        self.title.setAccessibleName(self.tr("Rubrik i {who}").format(who=name))
        self.description.setAccessibleName(self.tr("Beskrivning i {who}").format(who=name))
        self.show_in_plan.setAccessibleName(self.tr("Visa {who} i planen").format(who=name))
        self.title.show_words(title, marker.marks(title, group.shared, group.differing))
        self.description.show_words(text, marker.marks(text, group.shared, group.differing))
        joint = quoted(candidate.joint_title)
        self.joint.setText(self.tr("Ingår i {joint}").format(joint=joint))
        show_if(self.joint, bool(candidate.joint))
        self.show_description(described)
        self.tick.setChecked(True)

    def show_description(self, shown: bool) -> None:
        """Show or hide the description."""
        text = self.candidate.thing.text("description") if self.candidate else ""
        show_if(self.description, shown and bool(text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick it, or not."""
        super().mousePressEvent(event)
        self.tick.toggle()
        self.tick.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_show(self) -> None:
        if self.candidate is not None:
            self.shown_asked.emit(self.candidate.thing.id)
