"""A few words side by side of which one, or none, is chosen: one stop for the Tab key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.widgets.style import set_mark, set_role


class Segment(QToolButton):
    """One of the words."""


class Segments(QWidget):
    """Arrows move, Space or Enter chooses, the first letter chooses at once, Del chooses none."""

    picked = Signal(int)  # the place of what was chosen; -1 for none

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        """Show the words, none chosen."""
        super().__init__(parent)
        self._chosen = -1
        self._locked = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = [self._made(place, word, len(words)) for place, word in enumerate(words)]
        for button in self.buttons:
            row.addWidget(button, 1)
        self.setFocusProxy(self.buttons[0])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _made(self, place: int, word: str, of: int) -> QToolButton:
        button = Segment(self)
        button.setText(word)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if place == 0 else Qt.FocusPolicy.ClickFocus
        )
        set_role(button, "segment")
        set_mark(button, "tight", len(word) == 1)
        set_mark(button, "end", "first" if place == 0 else "last" if place == of - 1 else "")
        button.clicked.connect(lambda: self._on_clicked(place))
        button.installEventFilter(self)
        return button

    def show_chosen(self, place: int) -> None:
        """Show which word is chosen; -1 for none. Tab stops there."""
        self._chosen = place
        stop = max(place, 0)
        for one, button in enumerate(self.buttons):
            button.setChecked(one == place)
            strong = Qt.FocusPolicy.StrongFocus
            button.setFocusPolicy(strong if one == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

    def lock(self, locked: bool) -> None:
        """Let nothing be chosen."""
        self._locked = locked

    def describe(self, name: str, text: str) -> None:
        """Tell those who listen what each word answers."""
        for button in self.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(text)

    def _on_clicked(self, place: int) -> None:
        """Choose a word; the chosen one again chooses none."""
        if self._locked:
            self.show_chosen(self._chosen)
        else:
            self._pick(-1 if place == self._chosen else place)

    def _pick(self, place: int) -> None:
        self.show_chosen(place)
        self.picked.emit(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and choose by keys."""
        if event.type() == QEvent.Type.KeyPress and watched in self.buttons:
            place = self.buttons.index(watched)
            return self._on_key(cast(QKeyEvent, event), place)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, place: int) -> bool:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if step is not None:
            self.buttons[(place + step) % len(self.buttons)].setFocus()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[place].click()
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._locked:
            if self._chosen >= 0:
                self._pick(-1)
            return True
        return self._by_letter(event.text())

    def _by_letter(self, letter: str) -> bool:
        for place, button in enumerate(self.buttons):
            if letter.strip() and button.text().casefold().startswith(letter.casefold()):
                button.setFocus()
                if not self._locked and place != self._chosen:
                    self._pick(place)
                return True
        return False
