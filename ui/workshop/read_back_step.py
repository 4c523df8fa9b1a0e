"""Read-back: who does what by when, one action after the other, and when the group meets again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.asking_step import AskingStep
from ui.workshop.room import Room


class ReadBackStep(AskingStep):
    """All actions in the plan's order; Enter corrects who and when."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Add the next meeting."""
        super().__init__(room, theme, parent)
        self.meeting = QLineEdit(self)
        self.meeting.setAccessibleName(self.tr("Nästa möte"))
        self.meeting.setPlaceholderText(self.tr("2027-09-14, v. 37, hösten 2027"))
        self.meeting.editingFinished.connect(self._on_meeting)
        self.said = PlainLabel("", self)
        set_role(self.said, "danger")
        self.said.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        label = PlainLabel(self.tr("&Nästa möte"), self)
        label.setBuddy(self.meeting)
        row.addWidget(label)
        row.addWidget(self.meeting, 1)
        self.lines.insertLayout(1, row)
        self.lines.insertWidget(2, self.said)

    def refresh(self) -> None:
        """Show who does what by when."""
        super().refresh()
        if not self.meeting.hasFocus():
            self.meeting.setText(self._stands)

    @property
    def _stands(self) -> str:
        when = self.room.workshop["next_meeting"]
        return str(when.get("said", "")) if isinstance(when, dict) else ""

    def _on_meeting(self) -> None:
        """Keep when the group meets again, in the workshop and in the plan."""
        text = self.meeting.text().strip()
        if text == self._stands:
            return
        self.said.hide()
        self.room.desk.edit(
            partial(_meet, self.room.id, text), None, while_there(self, self._on_refused)
        )

    def _on_refused(self, error: PlanError) -> None:
        self.said.setText(error.sentence)
        self.said.show()


def _meet(workshop: str, text: str, session: Session) -> Outcome:
    values = {"next_meeting": text}
    return session.set_many({workshop: values, session.store.plan: values}, label="Nästa möte")
