"""A line for what comes up on the way: kept as an idea of the step, without leaving the talk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.session import ideas, workshops
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.steps import Step
from nvworkshop.workshop.tags import read_tags
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.capture import CaptureLine
from ui.workshop.held_row import HeldRow
from ui.workshop.room import Room
from ui.workshop.unfinished import Unfinished

Change = Callable[[Session], Outcome]


class NewIdeas(QWidget):
    """The line, and how many have come; Enter keeps, Esc goes back."""

    left = Signal()  # Esc, or Up: back to the questions

    def __init__(self, room: Room, theme: Theme, parent: QWidget) -> None:
        """Lay out the line."""
        super().__init__(parent)
        self._room = room
        self._step: Step | None = None
        self._change: Change | None = None
        self.line = CaptureLine(self)
        self.line.setProperty("capture", None)  # the questions are what the step is about
        self.line.setAccessibleName(self.tr("Nytt förslag"))
        self.line.setPlaceholderText(self.tr("Något nytt på vägen? Skriv det och tryck Retur"))
        label = PlainLabel(self.tr("&Nytt förslag"), self)
        label.setBuddy(self.line)
        self.count = ElidedLabel("", self)
        set_role(self.count, "muted")
        self.held = HeldRow(theme, self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(self.line, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        for part in (self.held, self.count):
            lines.addWidget(part)
        lines.insertLayout(0, row)
        self.unfinished = Unfinished(room, self.line, self, editing=lambda: False)
        self.line.kept.connect(partial(self._keep, ideas.keep))
        self.line.made_action.connect(partial(self._keep, ideas.keep_as_action))
        self.line.noted.connect(self._note)
        self.line.stepped.connect(lambda by: self.left.emit() if by < 0 else None)
        self.line.asked.connect(lambda what: self.left.emit() if what == "back" else None)
        self.held.keep.connect(self._on_anyway)
        self.held.drop.connect(self._on_dropped)

    def show_step(self, step: Step) -> None:
        """Be about a step; what is typed stays in the line."""
        self._step = step
        self.unfinished.show()
        self.line.setReadOnly(bool(self._room.desk.read_only))
        said = self._room.ideas_of(step.id)
        if not said:
            self.count.setText("")
        elif len(said) == 1:
            self.count.setText(self.tr("1 nytt förslag: {last}").format(last=said[0].text("title")))
        else:
            text = self.tr("{n} nya förslag, senast: {last}")
            self.count.setText(text.format(n=len(said), last=said[-1].text("title")))
        self.count.setVisible(bool(said))

    def focus(self) -> None:
        """Put the keys in the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the unfinished line through a crash and a closing."""
        self.line.send_draft()

    def _keep(self, how: Callable[..., Outcome], text: str) -> None:
        """Keep an idea, with who said it after @."""
        tagged = read_tags(text, self._room.parties())
        step, workshop = self._step, self._room.id
        if tagged.text and step is not None:
            said, parties = tagged.text, tagged.parties
            self._send(lambda session: how(session, said, step, workshop, parties), text)

    def _note(self, text: str) -> None:
        """Keep a note for the minutes, which the room doesn't see."""
        step, workshop = self._step, self._room.id
        if text and step is not None:
            self._send(lambda session: workshops.note(session, text, step.id, workshop), text)

    def _send(self, change: Change, text: str) -> None:
        self.held.say("")
        self.unfinished.put("")
        self._room.desk.edit(
            change,
            while_there(self, lambda _: self.unfinished.forget()),
            while_there(self, partial(self._on_refused, change, text)),
        )

    def _on_refused(self, change: Change, text: str, error: PlanError) -> None:
        """Give the text back, and say why."""
        self._change = change
        self.unfinished.put(text)
        self.held.say(error.sentence, may_keep=isinstance(error, PersonalNumberError))

    def _on_anyway(self) -> None:
        if self._change is not None:
            self._send(kept_anyway(self._change), self.line.text())

    def _on_dropped(self) -> None:
        self.held.say("")
        self.unfinished.put("")
        self.unfinished.forget()
        self.focus()
