"""Read-back: who does what by when, one action after the other, and when the group meets again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.content import pages
from nvworkshop.workshop.steps import Step, StepType
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.order import put_in_order
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.asking_step import AskingStep
from ui.workshop.held_row import HeldRow
from ui.workshop.room import Room


class ReadBackStep(AskingStep):
    """All actions in the plan's order; Enter corrects who and when."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Add the next meeting."""
        super().__init__(room, theme, parent)
        self._refused: str | None = None
        self.meeting = QLineEdit(self)
        self.meeting.setAccessibleName(self.tr("Nästa möte"))
        self.meeting.setPlaceholderText(self.tr("2027-09-14, v. 37, hösten 2027"))
        self.meeting.editingFinished.connect(self._on_meeting)
        self.keys = ElidedLabel("", self)
        set_role(self.keys, "muted")
        self.list.chosen.connect(self._on_chosen)
        self.held = HeldRow(theme, self)
        self.held.keep.connect(lambda: self._meet(anyway=True))
        self.held.drop.connect(self._on_dropped)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        label = PlainLabel(self.tr("&Nästa möte"), self)
        label.setBuddy(self.meeting)
        row.addWidget(label)
        row.addWidget(self.meeting, 1)
        self.lines.insertLayout(1, row)
        self.lines.insertWidget(2, self.held)
        self.lines.insertWidget(self.lines.indexOf(self.list), self.keys)
        self._add_end()
        put_in_order(self.head, self.meeting, self.held.anyway, self.held.undo)

    def _add_end(self) -> None:
        """Add what ends the day, for the last step alone."""
        self.end = QPushButton(self.tr("Avsluta workshopen"), self)
        self.end.clicked.connect(self.room.end)
        self.ended = PlainLabel(
            self.tr("Workshopen är avslutad. F8 öppnar den igen, om ni vill fortsätta."), self
        )
        self.ended.setWordWrap(True)
        self.minutes = QPushButton(self.tr("Visa anteckningarna"), self)
        self.minutes.clicked.connect(self.minutes_asked)
        row = QHBoxLayout()
        for button in (self.end, self.minutes):
            set_role(button, "primary")
            row.addWidget(button)
        row.addWidget(self.ended, 1)
        row.addStretch(0)
        self.lines.addLayout(row)

    def refresh(self) -> None:
        """Show who does what by when."""
        super().refresh()
        self.list.pages = pages(len(self.list.actions_shown.rows))
        keys = self.tr("Retur rättar vem och när")
        if len(self.list.pages) > 1:
            keys += " · " + self.tr("PgDn och PgUp vänder blad, också i rumsvyn")
        self.keys.setText(keys)
        self.keys.setVisible(bool(self.list.actions_shown.rows))
        if not self.meeting.hasFocus() and self.held.isHidden():  # what was refused stays
            self.meeting.setText(self._stands)
        closing = self.step is not None and self.step.type is StepType.CLOSE
        self.end.setVisible(closing and not self.room.progress.ended)
        for part in (self.ended, self.minutes):
            part.setVisible(closing and self.room.progress.ended)

    def show_step(self, step: Step) -> None:
        """Be about a step; the room sees the page of the action that is chosen."""
        super().show_step(step)
        self.room.show_read(self.list.chosen_id)

    def keep(self) -> None:
        """Keep the fields and the meeting that are being typed."""
        super().keep()
        if self.meeting.hasFocus():
            self._on_meeting()

    def _on_chosen(self, action: str) -> None:
        if self.isVisible():
            self.room.show_read(action)

    @property
    def _stands(self) -> str:
        when = self.room.workshop["next_meeting"]
        return str(when.get("said", "")) if isinstance(when, dict) else ""

    def _on_meeting(self) -> None:
        """Keep when the group meets again; what has been asked about waits for an answer."""
        if self.meeting.text().strip() != self._refused:
            self._meet()

    def _meet(self, *, anyway: bool = False) -> None:
        """Keep it in the workshop and in the plan; `anyway` is a person's answer to a refusal."""
        text = self.meeting.text().strip()
        self._refused = None
        self.held.say("")
        if text == self._stands:
            return
        self._draft(text)
        change = partial(_meet, self.room.id, text)
        self.room.desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, lambda _: self._draft(None)),
            while_there(self, partial(self._on_refused, text)),
        )

    def _draft(self, text: str | None) -> None:
        """Keep what the plan has not answered to, also for the next time the plan is opened."""
        self.room.desk.draft("workshop", self.room.id, "next_meeting", text)

    def _on_refused(self, text: str, error: PlanError) -> None:
        self._refused = text
        self.held.say(error.sentence, may_keep=isinstance(error, PersonalNumberError))

    def _on_dropped(self) -> None:
        """Show the meeting as it stands in the plan again."""
        self._refused = None
        self._draft(None)
        self.held.say("")
        self.meeting.setText(self._stands)


def _meet(workshop: str, text: str, session: Session) -> Outcome:
    values = {"next_meeting": text}
    return session.set_many({workshop: values, session.store.plan: values}, label=tr("Nästa möte"))
