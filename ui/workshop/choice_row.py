"""A question with few options: a digit answers it and goes on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.workshop.question_row import TURNS, QuestionRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BESIDE = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Option(Chip):
    """One of the options."""


class ChoiceRow(QuestionRow):
    """Options with numbers: a digit chooses and goes on, arrows go between, Del takes it back."""

    def __init__(
        self,
        name: str,
        question: str,
        options: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Show the options as (id, label)."""
        super().__init__(name, question, theme, parent)
        self.values = [value for value, _ in options]
        self.chips: list[Chip] = []
        flow = FlowLayout(gap=theme.px(4))
        for place, (_, label) in enumerate(options):
            chip = Option(f"{place + 1} {label}", theme, self, checkable=True)
            chip.setAccessibleName(f"{question} {place + 1} {label}")
            chip.installEventFilter(self)
            chip.clicked.connect(partial(self._on_clicked, place))
            flow.addWidget(chip)
            self.chips.append(chip)
        self.answer.addLayout(flow)
        self.show_answer(None)

    @property
    def stop(self) -> QWidget:
        """The option that is chosen, else the first."""
        return next((one for one in self.chips if one.isChecked()), self.chips[0])

    def show_answer(self, data: Any) -> None:
        """Show which option is chosen."""
        had = any(one.hasFocus() for one in self.chips)
        for value, chip in zip(self.values, self.chips, strict=True):
            chip.setChecked(value == data)
        for chip in self.chips:
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(strong if chip is self.stop else click)
        if had:
            self.focus()

    def lock(self, *, locked: bool) -> None:
        """Let nothing be chosen."""
        for chip in self.chips:
            chip.setEnabled(not locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the options."""
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = key - Qt.Key.Key_1
        if held:
            return False
        if 0 <= place < len(self.chips):
            self.choose(place)
        elif key in _ENTER or key == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        elif key in TURNS:
            self.turned.emit(TURNS[key])
        elif key in _BESIDE:
            self._go_beside(_BESIDE[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit(None)
        else:
            return False
        return True

    def choose(self, place: int) -> None:
        """Choose an option, and go on."""
        if self.chips[place].isEnabled():
            self.answered.emit(self.values[place])
            self.stepped.emit(1)

    def _go_beside(self, by: int) -> None:
        here = next((n for n, one in enumerate(self.chips) if one.hasFocus()), 0)
        there = min(len(self.chips) - 1, max(0, here + by))
        self.chips[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, place: int) -> None:
        chosen = self.chips[place].isChecked()
        self.answered.emit(self.values[place] if chosen else None)
