"""A step where people say things: one line to write in, and the ideas as they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.things import Thing
from nvworkshop.session import ideas, workshops
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.workshop.ideas import PARKED, of_step
from nvworkshop.workshop.steps import Step
from ui.aloud import announce
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, SpokenLabel
from ui.widgets.style import set_role
from ui.words import ideas_word
from ui.workshop.asking import Asking
from ui.workshop.capture import CaptureLine
from ui.workshop.capture_keys import CaptureKeys
from ui.workshop.idea_commands import Change, IdeaCommands
from ui.workshop.idea_model import IdeaRows
from ui.workshop.idea_view import IdeaView
from ui.workshop.likeness import Likeness
from ui.workshop.quick_fields import QuickFields
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView, margins
from ui.workshop.tag_row import TagRow
from ui.workshop.tagging import Tagging
from ui.workshop.unfinished import Unfinished


class CaptureStep(StepView):
    """The line, the tags, the list; every key goes to the line."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts."""
        super().__init__(room, theme, parent)
        self.head = StepHead(theme, self)
        self.line = CaptureLine(self)
        self.line.setPlaceholderText(self.tr("Skriv det som sägs"))
        self.line.setAccessibleName(self.tr("Nytt förslag"))
        self.hint = CaptureKeys(self)
        self.tags = TagRow(theme, self)
        self.said = SpokenLabel("", self)
        self.said.setWordWrap(True)
        self.anyway = QPushButton(self.tr("Spara ändå"), self)
        self.quick = QuickFields(theme, self)
        self.count = ElidedLabel("", self)
        set_role(self.count, "muted")
        self.list = IdeaView(theme, self)
        self._rows = IdeaRows()
        self.empty = EmptyState("idea", "", theme=theme, parent=self)
        self._refused: Callable[[], None] | None = None
        self._refused_text = ""
        self._chosen = ""
        self._low = self._some = False
        self._lay_out()
        self.commands = IdeaCommands(self)
        self.tagging = Tagging(self)
        self.asking = Asking(room, self.quick, self)
        self.likeness = Likeness(room, self)
        self.unfinished = Unfinished(
            room, self.line, self, editing=lambda: bool(self.commands.editing)
        )
        self._connect()

    def _lay_out(self) -> None:
        self.lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(*margins(self.theme, low=False))
        lines.setSpacing(self.theme.px(8))
        lines.addWidget(self.head)
        lines.addWidget(self.line)
        lines.addWidget(self.hint)
        lines.addWidget(self.tags)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.anyway)
        lines.addLayout(row)
        lines.addWidget(self.quick)
        lines.addWidget(self.count)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.empty, 1)
        set_role(self.said, "warning")
        self.say("")

    def _connect(self) -> None:
        line = self.line
        line.kept.connect(self._on_kept)
        line.made_action.connect(self._on_made_action)
        line.noted.connect(self._on_noted)
        line.stepped.connect(self.list.step)
        line.tagged.connect(self.tags.toggle)
        self.list.chosen.connect(self._on_chosen)
        self.anyway.clicked.connect(self._on_anyway)
        self.quick.shown.connect(self._arrange)
        self.asking.finished.connect(self.focus)
        self.asking.refused.connect(self.say)
        self.likeness.found.connect(self._on_likeness)

    # What is shown

    def show_step(self, step: Step) -> None:
        """Be about a step; what is typed stays in the line, and what was asked for is kept."""
        self.list.choose("")
        self.asking.leave()
        self.unfinished.show()
        super().show_step(step)

    def refresh(self) -> None:
        """Show the ideas of the step, newest first."""
        step, room = self.step, self.room
        if step is None:
            return
        names = dict(room.strategy.options("party")) | dict(room.parties())
        become = room.become()
        self.head.show_step(step, room.agenda, room.strategy)
        self.tags.show_parties(room.parties())
        shown = self.shown_ideas(step)
        self._count(shown)
        self.list.show_rows(self._rows.of(shown, names, become))
        self.tagging.look()

    def shown_ideas(self, step: Step) -> list[Thing]:
        """Return the ideas that are listed in a step, in their order."""
        return of_step(self.room.ideas, step.id)[::-1]

    def _count(self, shown: Sequence[Thing]) -> None:
        parked = len(self.room.parked)
        said = ideas_word(len(shown))
        if parked and self.step and self.step.id != PARKED:
            said += " · " + self.tr("{n} i parkeringen").format(n=parked)
        self.count.setText(said)
        self.empty.say(*self.nothing())
        self._some = bool(shown)
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is room for: where there is little, fields that are asked for alone."""
        alone, some = self._low and not self.quick.isHidden(), self._some
        parts = ((self.head, True), (self.count, some), (self.list, some), (self.empty, not some))
        for part, wanted in parts:
            part.setVisible(wanted and not alone)

    def nothing(self) -> tuple[str, str]:
        """Return what to say when there are no ideas: a heading and what to do."""
        how = self.tr("Skriv det första som sägs och tryck Retur. Alla ser det på skärmen.")
        elsewhere = len(self.room.ideas)
        if not elsewhere:
            return self.tr("Inga förslag än"), how
        kept = self.tr("Det som har sagts i andra steg är kvar: {n} förslag.")
        return self.tr("Inga förslag i det här steget än"), f"{kept.format(n=elsewhere)} {how}"

    def be_low(self, *, low: bool) -> None:
        """Leave the keys out, which the help has, and the chips, for which "@" does."""
        self.head.be_low(low=low)
        self.lines.setContentsMargins(*margins(self.theme, low=low))
        self.hint.setVisible(not low)
        self.tags.setVisible(not low)
        self._low = low
        self._arrange()

    def say(self, sentence: str) -> None:
        """Say something about what the line is used for; "" takes it away."""
        self._refused = None
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.anyway.hide()

    def keep(self) -> None:
        """Keep the unfinished line and fields through a crash and a closing."""
        self.line.send_draft()
        self.quick.give()

    def focus(self) -> None:
        """Put the keys in the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def send(
        self,
        change: Change,
        text: str = "",
        done: Callable[[Delta], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Change the plan; a text that is refused comes back to the line, after `back`."""
        self.room.desk.edit(
            change,
            while_there(self, done) if done else None,
            while_there(self, partial(self._on_refused, change, text, done, back)),
        )

    def become(self, idea: str) -> None:
        """Make an action of an idea, and ask for who and when."""
        self.send(lambda session: ideas.become_action(session, idea), done=self._on_action)

    def _on_kept(self, text: str) -> None:
        if self.commands.enter(text):
            return
        here = self.step is not None and self.step.id == PARKED
        self._keep(text, partial(ideas.keep, parked=here), self._on_idea)

    def _on_made_action(self, text: str) -> None:
        if self.commands.editing:
            self.commands.enter(text, self.become)
        elif text:
            self._keep(text, ideas.keep_as_action, self._on_action)
        elif self.list.chosen_id:
            self.become(self.list.chosen_id)

    def _on_noted(self, text: str) -> None:
        """Keep a note for the minutes, which the room doesn't see."""
        if not text or self.step is None or self.commands.editing:
            return
        step, workshop = self.step.id, self.room.id
        self.unfinished.put("")
        self.send(
            lambda session: workshops.note(session, text, step, workshop), text, self._on_note
        )

    def _on_note(self, _: Delta) -> None:
        self.unfinished.forget()
        self.say(self.tr("Antecknat. Rummet ser det inte."))

    def _keep(self, text: str, how: Callable[..., Outcome], done: Callable[[Delta], None]) -> None:
        tagged = self.tags.read(text)
        step = self.room.step if self.step and self.step.id == PARKED else self.step
        if not tagged.text or step is None:
            return
        parties = tagged.parties
        self.unfinished.put("")
        self.tags.clear()
        self.list.choose("")
        self.say(self.tags.about_unread(tagged))
        said, workshop = tagged.text, self.room.id
        self.send(lambda session: how(session, said, step, workshop, parties), text, done)

    def _on_idea(self, delta: Delta) -> None:
        self.unfinished.forget()
        self._tell("idea", delta.entity, self.tr("Sparat: {text}"))
        self.room.show_newest(delta.entity)
        self.list.reveal(delta.entity)
        self.likeness.look(delta.entity)

    def _tell(self, kind: str, entity: str, said: str) -> None:
        """Say what was kept to those who don't see it come."""
        row = self.room.desk.rows[kind].get(entity)
        if row is not None:
            title = row.thing.text("title") or row.thing.text("text")
            announce(self, said.format(text=title))

    def _on_likeness(self, sentence: str) -> None:
        if self.said.isHidden():  # nothing more pressing stands there
            self.say(sentence)

    def _on_action(self, delta: Delta) -> None:
        """Ask for what an action needs, in one row."""
        self.unfinished.forget()
        row = self.room.desk.rows["action"].get(delta.entity)
        if row is None:
            return
        self._tell("action", delta.entity, self.tr("Blev en åtgärd: {text}"))
        self.room.show_newest(next(iter(row.thing.items("ideas")), ""))
        self.asking.ask(row)

    def _on_refused(
        self,
        change: Change,
        text: str,
        done: Callable[[Delta], None] | None,
        back: Callable[[], None] | None,
        error: PlanError,
    ) -> None:
        """Give the text back and say why; a personal number can be kept all the same."""
        said = error.sentence
        if text and not self.line.text():
            if back is not None:
                back()
            self.unfinished.put(text)
        elif text:
            said = self.tr("”{text}” är inte sparat. {why}").format(text=text, why=said)
        self.say(said)
        if isinstance(error, PersonalNumberError):
            self._refused = lambda: self.send(kept_anyway(change), text, done)
            self._refused_text = text
            self.anyway.show()

    def _on_anyway(self) -> None:
        again, text = self._refused, self._refused_text
        if self.line.text() == text:
            self.commands.stop()
            self.unfinished.put("")
        self.say("")
        self.focus()
        if again is not None:
            again()

    def _on_chosen(self, idea: str) -> None:
        another, self._chosen = idea != self._chosen, idea  # a list made anew chooses none again
        if another and not (self.commands.editing or self.commands.merging):
            self.say("")
        row = self.list.chosen_row
        self.list.setAccessibleDescription(row.spoken if row else "")
