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
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import number, of_step
from nvworkshop.workshop.steps import Step
from nvworkshop.workshop.tags import read_tags
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.capture import CaptureLine
from ui.workshop.idea_commands import Change, IdeaCommands
from ui.workshop.idea_model import idea_row
from ui.workshop.idea_view import IdeaView
from ui.workshop.likeness import Likeness
from ui.workshop.quick_fields import QuickFields
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView
from ui.workshop.tag_row import TagRow


class CaptureStep(StepView):
    """The line, the tags, the list; every key goes to the line."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts."""
        super().__init__(room, theme, parent)
        self.head = StepHead(theme, self)
        self.line = CaptureLine(self)
        self.line.setPlaceholderText(self.tr("Skriv det som sägs"))
        self.line.setAccessibleName(self.tr("Nytt förslag"))
        self.hint = ElidedLabel(
            self.tr("Retur sparar · Ctrl+Retur gör till åtgärd · pil ned väljer ett förslag"), self
        )
        set_role(self.hint, "muted")
        self.tags = TagRow(theme, self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        self.anyway = QPushButton(self.tr("Spara ändå"), self)
        self.quick = QuickFields(theme, self)
        self.count = ElidedLabel("", self)
        set_role(self.count, "muted")
        self.list = IdeaView(theme, self)
        self.empty = EmptyState("idea", "", theme=theme, parent=self)
        self._asked_for = ""
        self._refused: Callable[[], None] | None = None
        self._lay_out()
        self.commands = IdeaCommands(self)
        self.likeness = Likeness(room, self)
        self.destroyed.connect(self.likeness.close)
        self._connect()
        unfinished = room.workshop.text("unfinished")
        if unfinished:
            self.line.take(unfinished)

    def _lay_out(self) -> None:
        px = self.theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(28), px(20), px(28), px(12))
        lines.setSpacing(px(8))
        lines.addWidget(self.head)
        lines.addSpacing(px(4))
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
        self.said.hide()
        self.anyway.hide()

    def _connect(self) -> None:
        line = self.line
        line.kept.connect(self._on_kept)
        line.made_action.connect(self._on_made_action)
        line.noted.connect(self._on_noted)
        line.stepped.connect(self.list.step)
        line.tagged.connect(self.tags.toggle)
        line.drafted.connect(self._on_drafted)
        self.list.chosen.connect(self._on_chosen)
        self.anyway.clicked.connect(self._on_anyway)
        self.quick.given.connect(self._on_given)
        self.quick.left.connect(self.focus)
        self.likeness.found.connect(self._on_likeness)

    # What is shown

    def show_step(self, step: Step) -> None:
        """Be about a step; what is typed stays in the line."""
        self.list.choose("")
        self.quick.hide()
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
        self.list.show_rows([idea_row(one, names, become) for one in shown])
        self._count(shown)

    def shown_ideas(self, step: Step) -> list[Thing]:
        """Return the ideas that are listed in a step, in their order."""
        return of_step(self.room.ideas, step.id)[::-1]

    def _count(self, shown: Sequence[Thing]) -> None:
        parked = len(self.room.parked)
        said = self.tr("{n} förslag").format(n=len(shown))
        if parked:
            said += " · " + self.tr("{n} parkerade").format(n=parked)
        self.count.setText(said)
        self.count.setVisible(bool(shown))
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.say(*self.nothing())

    def nothing(self) -> tuple[str, str]:
        """Return what to say when there are no ideas: a heading and what to do."""
        return (
            self.tr("Inga förslag än"),
            self.tr("Skriv det första som sägs och tryck Retur. Alla ser det på skärmen."),
        )

    def be_low(self, *, low: bool) -> None:
        """Leave the keys out, which the help has, and the chips, for which "@" does."""
        self.head.be_low(low=low)
        self.hint.setVisible(not low)
        self.tags.setVisible(not low)

    def say(self, sentence: str) -> None:
        """Say something about what the line is used for; "" takes it away."""
        self._refused = None
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.anyway.hide()

    def keep(self) -> None:
        """Keep the unfinished line through a crash and a closing."""
        self.line.send_draft()

    def focus(self) -> None:
        """Put the keys in the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def send(
        self, change: Change, text: str = "", done: Callable[[Delta], None] | None = None
    ) -> None:
        """Change the plan; a text that is refused comes back to the line."""
        self.room.desk.edit(
            change,
            while_there(self, done) if done else None,
            while_there(self, partial(self._on_refused, change, text, done)),
        )

    def become(self, idea: str) -> None:
        """Make an action of an idea, and ask for who and when."""
        self.send(partial(_become, idea), done=self._on_action)

    def _on_kept(self, text: str) -> None:
        if self.commands.enter(text):
            return
        self._keep(text, ideas.keep, self._on_idea)

    def _on_made_action(self, text: str) -> None:
        if text and not self.commands.editing:
            self._keep(text, ideas.keep_as_action, self._on_action)
        elif self.list.chosen_id:
            self.become(self.list.chosen_id)

    def _on_noted(self, text: str) -> None:
        """Keep a note for the minutes, which the room doesn't see."""
        if not text or self.step is None or self.commands.editing:
            return
        step, workshop = self.step.id, self.room.id
        self.line.take("")
        self.send(
            lambda session: workshops.note(session, text, step, workshop), text, self._on_note
        )

    def _on_note(self, _: Delta) -> None:
        self._drop_draft()
        self.say(self.tr("Antecknat. Rummet ser det inte."))

    def _keep(self, text: str, how: Callable[..., Outcome], done: Callable[[Delta], None]) -> None:
        tagged = read_tags(text, self.tags.names)
        if not tagged.text or self.step is None:
            return
        parties = tuple(dict.fromkeys((*tagged.parties, *self.tags.chosen)))
        self.say("")
        self.line.take("")
        self.tags.clear()
        self.list.choose("")
        said, step, workshop = tagged.text, self.step, self.room.id
        self.send(lambda session: how(session, said, step, workshop, parties), text, done)

    def _on_idea(self, delta: Delta) -> None:
        self._drop_draft()
        self.room.show_newest(delta.entity)
        self.likeness.look(delta.entity)

    def _on_likeness(self, sentence: str) -> None:
        if self.said.isHidden():  # nothing more pressing stands there
            self.say(sentence)

    def _on_action(self, delta: Delta) -> None:
        """Ask for what an action needs, in one row."""
        self._drop_draft()
        row = self.room.desk.rows["action"].get(delta.entity)
        if row is None:
            return
        self._asked_for = delta.entity
        self.room.show_newest(next(iter(row.thing.items("ideas")), ""))
        said = self.tr("Åtgärd {n}: {title}").format(
            n=number(row.thing, "number"), title=row.thing.text("title")
        )
        principals = [label for _, label in self.room.strategy.options("principal")]
        self.quick.ask(said, row.texts, principals)

    def _on_given(self, values: dict[str, str]) -> None:
        change = partial(_set, self._asked_for, values)
        self.room.desk.edit(
            change,
            while_there(self, lambda _: self._on_filled()),
            while_there(self, lambda error: self.quick.refuse(error.sentence)),
        )

    def _on_filled(self) -> None:
        self.quick.hide()
        self.focus()

    def _on_refused(
        self,
        change: Change,
        text: str,
        done: Callable[[Delta], None] | None,
        error: PlanError,
    ) -> None:
        """Give the text back and say why; a personal number can be kept all the same."""
        if text and not self.line.text():
            self.line.take(text)
        self.say(error.sentence)
        if isinstance(error, PersonalNumberError):
            self._refused = lambda: self.send(kept_anyway(change), text, done)
            self.anyway.show()

    def _on_anyway(self) -> None:
        again = self._refused
        self.line.take("")
        self.say("")
        self.focus()
        if again is not None:
            again()

    def _on_chosen(self, _idea: str) -> None:
        if not (self.commands.editing or self.commands.merging):
            self.say("")
        row = self.list.chosen_row
        self.list.setAccessibleDescription(row.spoken if row else "")

    # The draft of the line

    def _on_drafted(self, text: str) -> None:
        if not self.commands.editing:
            self.room.desk.draft("workshop", self.room.id, "unfinished", text or None)

    def _drop_draft(self) -> None:
        """Forget the draft, and what an earlier crash left, once the line is empty."""
        if self.line.text():
            return
        self.room.desk.draft("workshop", self.room.id, "unfinished", None)
        if self.room.workshop.text("unfinished"):
            self.room.edit(partial(_finished, self.room.id))


def _become(idea: str, session: Session) -> Outcome:
    return ideas.become_action(session, idea)


def _set(action: str, values: dict[str, str], session: Session) -> Outcome:
    return session.set(action, values)


def _finished(workshop: str, session: Session) -> Outcome:
    return session.write("", {("workshop", workshop): {"unfinished": None}}, undoable=False)
