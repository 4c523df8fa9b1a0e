"""The last section of the form: the latest that happened to the thing, and the way to all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from ui.editor.asking import ask
from ui.editor.buttons import ElidedButton
from ui.editor.history import Telling
from ui.editor.inputs.base import Around
from ui.editor.section import Heading
from ui.editor.showing import show_if
from ui.editor.story import StoryLine, story_of
from ui.widgets.labels import PlainLabel, breakable
from ui.widgets.style import set_role

_LINES = 5
_WAIT = 120
"""Milliseconds a thing is shown before its history is asked for: one may be passing by."""


class Latest(QWidget):
    """Five lines, asked for when they can be seen."""

    toggled = Signal(bool)
    all_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        """Show the heading, folded."""
        super().__init__(parent)
        self._around = around
        self._telling = Telling(self)
        self._thing: Thing | None = None
        self.heading = Heading(self.tr("Historik"), around.theme, self)
        self.body = QWidget(self)
        self.labels = [PlainLabel("", self.body) for _ in range(_LINES)]
        self.all_button = ElidedButton("more-fields", self.body)
        self.all_button.show_text(self.tr("Visa hela historiken"))
        self.body.hide()
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._ask)
        self.heading.toggled.connect(self._on_toggled)
        self.all_button.clicked.connect(self.all_asked)

    def _lay_out(self) -> None:
        px = self._around.theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(6))
        outer.addWidget(self.heading)
        outer.addWidget(self.body)
        lines = QVBoxLayout(self.body)
        lines.setContentsMargins(0, 0, 0, px(4))
        lines.setSpacing(px(3))
        for label in self.labels:
            label.setWordWrap(True)
            set_role(label, "small")
            lines.addWidget(label)
        lines.addWidget(self.all_button)

    def show_thing(self, thing: Thing) -> None:
        """Ask for what happened to a thing; what stands there goes when it is another."""
        if self._thing is None or self._thing.id != thing.id:
            self._show(())
        self._thing = thing
        if self.heading.isChecked():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        if self._thing is not None and self.isVisible():
            entity = self._thing.id
            question = partial(story_of, entity=entity)
            ask(self._around.desk, self, question, partial(self._on_told, entity))

    def _on_told(self, entity: str, told: list[StoryLine]) -> None:
        if self._thing is not None and self._thing.id == entity:
            now = self._around.now()
            self._show([self._telling.line(one, now) for one in told[:_LINES]])

    def _show(self, lines: list[str] | tuple[()]) -> None:
        for place, label in enumerate(self.labels):
            label.setText(breakable(lines[place]) if place < len(lines) else "")
            show_if(label, place < len(lines))

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:
        show_if(self.body, opened)
        if opened:
            self._ask()
        self.toggled.emit(opened)
