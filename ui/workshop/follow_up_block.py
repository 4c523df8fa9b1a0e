"""The questions about one action: each answer is in the plan as soon as it is given."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import is_late
from nvworkshop.model.things import Thing
from nvworkshop.session.beginning import follow_up_called
from nvworkshop.session.following_up import follow_up
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.following import ASKED, END, QUESTIONS, Occasion, Told, asked
from nvworkshop.workshop.recalling import Around, answers_of, readable, recalled
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.words import tr
from ui.workshop.choice_row import ChoiceRow
from ui.workshop.question_row import QuestionRow
from ui.workshop.recalled import Recalled
from ui.workshop.text_row import TextRow

Key = tuple[str, str]
"""An action, and a question."""


class FollowUpBlock(QScrollArea):
    """What was planned, and the questions; one goes between them with Enter and arrows."""

    asked = Signal(str)  # the question that has the keys
    turned = Signal(int)  # to the next action, or the one before
    told = Signal(str)  # a sentence about an answer that could not be kept

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        """Lay out the questions; `show_action` says which action they are about."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.action: Thing | None = None
        self._occasion = Occasion()
        self._entity = self._stands = ""  # a new follow-up, and the one there is
        self._left = ""  # the question that had the keys last
        self._answers: dict[str, Any] = {}
        self._typed: dict[Key, str] = {}  # what was refused, until it is given or dropped
        self._drafted: dict[Key, tuple[str, str]] = {}  # kind and thing of each draft
        self.card = Recalled(theme, self)
        self.rows: dict[str, QuestionRow] = {name: self._row(name) for name in QUESTIONS}
        self._lay_out()

    def _row(self, name: str) -> QuestionRow:
        declared = KINDS["follow_up"].field(name)
        row: QuestionRow
        if declared is not None and declared.type is FieldType.CHOICE:
            options = [(one.id, tr(one.sv)) for one in CHOICES[declared.of]]
            row = ChoiceRow(name, ASKED[name], options, self._theme, self)
        else:
            row = TextRow(name, ASKED[name], self._theme, self)
            row.drafted.connect(partial(self._draft, name))
            row.dropped.connect(partial(self._on_dropped, name))
            row.kept_anyway.connect(partial(self._on_kept_anyway, name))
        row.answered.connect(partial(self._on_answered, name))
        row.came.connect(partial(self._on_came, name))
        row.stepped.connect(partial(self._on_stepped, name))
        row.turned.connect(self.turned)
        return row

    def _lay_out(self) -> None:
        px = self._theme.px
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, px(8), px(2))
        lines.setSpacing(px(6))
        lines.addWidget(self.card)
        lines.addSpacing(px(4))
        for row in self.rows.values():
            lines.addWidget(row)
        lines.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    # What is shown

    def show_action(self, action: Thing, told: Told, occasion: Occasion) -> None:
        """Be about an action; what is typed about the one before is kept first."""
        another = self.action is None or self.action.id != action.id
        if another:
            self.keep()
            self._entity = self._desk.surroundings.new_id()
            for row in self._texts:
                row.stands = ""
                row.put_back()
            self.verticalScrollBar().setValue(0)
        self.action, self._occasion = action, occasion
        self._stands = told.now.id if told.now is not None else ""
        self._answers = answers_of(action, told.now)
        self._show_plan(action, told.before)
        self._show_answers()
        if another:
            self._show_typed(action.id)

    def _show_plan(self, action: Thing, before: Thing | None) -> None:
        today = self._desk.surroundings.today()
        late = is_late(action["end"], action["status"], today)
        around = Around(self._desk.strategy, today)
        said = self.tr("▲ tiden har gått ut") if late else ""
        self.card.show_lines(recalled(action, before, around), said)

    def _show_answers(self) -> None:
        locked = bool(self._desk.read_only)
        for name, row in self.rows.items():
            data = self._answers[name]
            if isinstance(row, TextRow):
                kind = "action" if name == END else "follow_up"
                row.show_answer(readable(kind, name, data, self._desk.strategy))
            elif isinstance(row, ChoiceRow):
                row.show_answer(data)
            row.lock(locked=locked)
        self._arrange()

    def _show_typed(self, action: str) -> None:
        """Show again what was typed about the action and could not be kept."""
        for row in self._texts:
            text = self._typed.get((action, row.name))
            if text is not None:
                row.edit.put(text)

    def _arrange(self) -> None:
        """Ask what there is reason to ask."""
        wanted = asked(self._answers)
        for name, row in self.rows.items():
            row.setVisible(name in wanted or (isinstance(row, TextRow) and row.edit.hasFocus()))

    @property
    def _texts(self) -> list[TextRow]:
        return [row for row in self.rows.values() if isinstance(row, TextRow)]

    @property
    def here(self) -> str:
        """The question that has the keys, "" when they are elsewhere."""
        keys = self.window().focusWidget()
        rows = self.rows.items()
        return next((name for name, row in rows if keys and row.isAncestorOf(keys)), "")

    def focus(self, name: str = "") -> None:
        """Put the keys in a question, else in the first."""
        self.rows[name or QUESTIONS[0]].focus()

    def focus_back(self) -> None:
        """Put the keys in the question that had them last."""
        row = self.rows.get(self._left)
        (row if row in self._shown else self._shown[-1]).focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the question that has the keys be seen whole."""
        super().resizeEvent(event)
        if self.here:
            self.ensureWidgetVisible(self.rows[self.here])

    def keep(self) -> None:
        """Keep what is being typed."""
        for row in self._texts:
            row.give()

    # What is done

    @property
    def _shown(self) -> list[QuestionRow]:
        return [row for row in self.rows.values() if not row.isHidden()]

    def _on_came(self, name: str) -> None:
        self._left = name
        self.ensureWidgetVisible(self.rows[name])
        self.asked.emit(name)

    def _on_stepped(self, name: str, by: int) -> None:
        """Go to the question beside; from the last one on to the next action."""
        shown = self._shown
        there = shown.index(self.rows[name]) + by
        if there >= len(shown):
            self.turned.emit(1)
        elif there >= 0:
            shown[there].focus()

    def _on_answered(self, name: str, value: Any) -> None:
        if value is None and name == "status":
            return  # an action always stands somewhere
        if isinstance(self.rows[name], ChoiceRow):
            self._answers[name] = value
            self._arrange()
        self._send(name, value)

    def _on_kept_anyway(self, name: str, text: str) -> None:
        self._send(name, text, anyway=True)

    def _send(self, name: str, value: Any, *, anyway: bool = False) -> None:
        if self.action is None or self._desk.read_only:
            return
        action = self.action.id
        change = partial(_answer, action, {name: value}, self._occasion, self._entity)
        if isinstance(self.rows[name], TextRow):
            self._draft(name, value)
        key = action, name
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, lambda _: self._on_kept(*key)),
            while_there(self, partial(self._on_refused, *key, value)),
        )

    def _draft(self, name: str, text: str) -> None:
        """Keep what is typed through a crash, also where nothing has been told yet."""
        if self.action is not None:
            new = follow_up_called(self.action.id, self._occasion)
            of = ("action", self.action.id) if name == END else ("follow_up", self._stands or new)
            self._desk.draft(*self._drafted.setdefault((self.action.id, name), of), name, text)

    def _forget_draft(self, action: str, name: str) -> None:
        of = self._drafted.pop((action, name), None)
        if of is not None:
            self._desk.draft(*of, name, None)

    def _on_kept(self, action: str, name: str) -> None:
        self._typed.pop((action, name), None)
        self._forget_draft(action, name)
        row = self.rows[name]
        if isinstance(row, TextRow) and self._is_about(action):
            row.say("")

    def _on_refused(self, action: str, name: str, value: Any, error: PlanError) -> None:
        """Say why, where the answer stands; another action may be shown by now."""
        row = self.rows[name]
        if isinstance(row, TextRow) and isinstance(value, str):
            self._typed[action, name] = value
            if self._is_about(action):
                row.say(error.sentence, may_keep=isinstance(error, PersonalNumberError))
                return
        self.told.emit(error.sentence)

    def _is_about(self, action: str) -> bool:
        return self.action is not None and self.action.id == action

    def _on_dropped(self, name: str) -> None:
        if self.action is not None:
            self._typed.pop((self.action.id, name), None)
            self._forget_draft(self.action.id, name)


def _answer(
    action: str, answers: dict[str, Any], occasion: Occasion, entity: str, session: Session
) -> Outcome:
    return follow_up(session, action, answers, occasion, entity=entity)
