"""A field that several set without knowing of each other: what each wrote, and how to decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import Conflict, ConflictValue, label_of
from nvworkshop.model.text import shorten
from nvworkshop.session import review
from nvworkshop.session.view import PlanView
from ui.editor.dates import moment
from ui.editor.differing import Mark, words_only_in
from ui.editor.marked import MarkedText
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.style import set_role

_NAME = 60
"""Most characters of a value in its name for those who listen."""


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict with its values as people read them."""

    conflict: Conflict
    base: str
    values: tuple[str, ...]


def conflicts_of(view: PlanView, entity: str) -> dict[str, Told]:
    """Return the conflicts of one thing by field; runs in the plan's thread."""
    return {one.field: _told(view, one) for one in review.conflicts_in(view, entity)}


def _told(view: PlanView, one: Conflict) -> Told:
    base = "" if one.base is None else view.readable(one.kind, one.field, one.base)
    texts = tuple(view.readable(one.kind, one.field, value.value) for value in one.values)
    return Told(one, base, texts)


class ConflictPanel(QFrame):
    """The values one after another, with the words that differ marked."""

    used = Signal(int)  # number of the value
    third = Signal()  # write another value

    def __init__(
        self, told: Told, theme: Theme, now: datetime, parent: QWidget | None = None
    ) -> None:
        """Show the values."""
        super().__init__(parent)
        self.told = told
        self._theme = theme
        self._now = now
        self.buttons: list[QPushButton] = []
        set_role(self, "conflict")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(*(theme.px(8),) * 4)
        self._lines.setSpacing(theme.px(6))
        if told.conflict.field == REMOVED:
            self._show_removal(told)
        else:
            self._show_values(told)

    def _show_values(self, told: Told) -> None:
        self._say(self.tr("Skrivet på flera håll, utan att den ena visste om den andra."), "small")
        if told.base:
            gone = [mark for text in told.values for mark in words_only_in(told.base, text)]
            self._lines.addWidget(self._named(self.tr("Före"), None, self))
            self._lines.addWidget(self._marked(told.base, gone, "gone", self))
        against = told.base or told.values[0]
        for value, text in zip(told.conflict.values, told.values, strict=True):
            new = words_only_in(text, against) if text != against else []
            self._show_value(value, text, new)
        row = QHBoxLayout()
        row.addWidget(self._made_button(self.tr("Skriv ett tredje"), self.third.emit))
        row.addStretch(1)
        self._lines.addLayout(row)

    def _show_value(self, value: ConflictValue, text: str, new: list[Mark]) -> None:
        """Show one of the values in a frame, with the button that chooses it."""
        frame = QFrame(self)
        set_role(frame, "conflict-value")
        lines = QVBoxLayout(frame)
        pad = self._theme.px(6)
        lines.setContentsMargins(pad, pad, pad, pad)
        lines.setSpacing(self._theme.px(2))
        button = self._made_button(self.tr("Använd den här"), lambda: self.used.emit(value.n))
        button.setAccessibleDescription(text)
        lines.addWidget(self._named(self._who(value.device, value.at), button, frame))
        shown = text or self.tr("(tomt)")
        lines.addWidget(self._marked(shown, new if text else [], "new", frame))
        self._lines.addWidget(frame)

    def _named(self, who: str, button: QPushButton | None, parent: QWidget) -> QWidget:
        """Return a line with who wrote a value, and the button that chooses it."""
        line = FlowBox(self._theme.px(8), parent)
        label = WrappedLabel(who, line)
        set_role(label, "small")
        if button is not None:
            button.setParent(line)
            label.setMinimumHeight(button.sizeHint().height())
        line.set_parts([label, *([button] if button else [])])
        return line

    def _marked(self, text: str, marks: list[Mark], how: str, parent: QWidget) -> MarkedText:
        shown = MarkedText(self._theme, parent)
        shown.setAccessibleName(shorten(text, _NAME))
        shown.show_marked(text, marks, how)
        return shown

    def _show_removal(self, told: Told) -> None:
        gone, edited = told.conflict.values
        names = ", ".join(label_of(told.conflict.kind, one) for one in edited.edited)
        text = self.tr("Borttagen ({gone}), men ändrad på annat håll ({edited}): {names}.")
        who = self._who(gone.device, gone.at), self._who(edited.device, edited.at)
        self._say(text.format(gone=who[0], edited=who[1], names=names))
        row = QHBoxLayout()
        row.addWidget(self._made_button(self.tr("Behåll"), lambda: self.used.emit(edited.n)))
        row.addWidget(self._made_button(self.tr("Ta bort"), lambda: self.used.emit(gone.n)))
        row.addStretch(1)
        self._lines.addLayout(row)

    def _who(self, device: str, at: int) -> str:
        when = moment(at, self._now).replace(" ", "\N{NO-BREAK SPACE}")
        return " · ".join(one for one in (device, when) if one)

    def _say(self, text: str, role: str = "") -> None:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        if role:
            set_role(label, role)
        self._lines.addWidget(label)

    def _made_button(self, text: str, done: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "small-button")
        button.clicked.connect(lambda _=False: done())
        self.buttons.append(button)
        return button
