"""A question that is answered with a text."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.following import END
from ui.editor.inputs.growing import GrowingText
from ui.theme.theme import Theme
from ui.workshop.held_row import HeldRow
from ui.workshop.question_row import TURNS, QuestionRow

_DRAFT_AFTER, _LINES = 250, 4
"""Milliseconds from a key to the draft that survives a crash, and lines shown."""


class TextRow(QuestionRow):
    """A text that is kept when it is left; Enter goes on, Esc puts back what stood."""

    drafted = Signal(str)
    kept_anyway = Signal(str)
    dropped = Signal()
    _GOES: ClassVar = {
        Qt.Key.Key_Up: (QTextCursor.MoveOperation.Up, -1),
        Qt.Key.Key_Down: (QTextCursor.MoveOperation.Down, 1),
    }

    def __init__(self, name: str, question: str, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(name, question, theme, parent)
        self.stands = ""
        self._refused = ""
        self.edit = GrowingText(self, one_line=True)
        self.edit.most_lines = _LINES
        self.edit.setAccessibleName(question)
        self.edit.installEventFilter(self)
        self.held = HeldRow(theme, self)
        self.answer.addWidget(self.edit)
        self.answer.addWidget(self.held)
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._soon.timeout.connect(self.send_draft)
        self.edit.came.connect(self.came)
        self.edit.left.connect(self.give)
        self.edit.entered.connect(lambda: self.stepped.emit(1))
        self.edit.escaped.connect(self.put_back)
        self.edit.textChanged.connect(self._soon.start)
        self.held.keep.connect(lambda: self.kept_anyway.emit(self.text))
        self.held.drop.connect(self._on_dropped)

    @property
    def stop(self) -> QWidget:
        """Where one writes."""
        return self.edit

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.toPlainText().strip()

    @property
    def is_open(self) -> bool:
        """Whether something is typed that is not kept."""
        return self.text != self.stands

    def focus(self) -> None:
        """Put the keys here: after what stands, or over what is to be another."""
        super().focus()
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        if self.name == END:
            self.edit.selectAll()

    def show_answer(self, text: str) -> None:
        """Show what stands; what is being typed, or was refused, stays."""
        typed = self.is_open and (self.edit.hasFocus() or not self.held.isHidden())
        self.stands = text
        if not typed:
            self.put_back()

    def put_back(self) -> None:
        """Show what stands, and nothing else."""
        self.say("")
        self.edit.put(self.stands)
        self._soon.stop()

    def lock(self, *, locked: bool) -> None:
        """Let it be read and copied alone."""
        self.edit.setReadOnly(locked)

    def send_draft(self) -> None:
        """Tell what is typed, to be kept through a crash."""
        self._soon.stop()
        if self.is_open:
            self.drafted.emit(self.text)

    def give(self) -> None:
        """Tell what is typed, if it is another than what stands and what was refused."""
        self._soon.stop()
        if self.is_open and self.text != self._refused:
            self.say("")
            self.answered.emit(self.text)

    def say(self, sentence: str, *, may_keep: bool = False) -> None:
        """Say why the text is not kept, "" when it is."""
        self._refused = self.text if sentence else ""
        self.held.say(sentence, may_keep=may_keep)

    def _on_dropped(self) -> None:
        self.put_back()
        self.dropped.emit()
        self.focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to other questions from the first and the last line, and to other actions."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if event.modifiers():
                return False
            if key in TURNS:
                self.turned.emit(TURNS[key])
                return True
            if key in self._GOES:
                operation, by = self._GOES[key]
                if not QTextCursor(self.edit.textCursor()).movePosition(operation):
                    self.stepped.emit(by)
                    return True
        return super().eventFilter(watched, event)
