"""A choice among many: type to find, and the wheel never changes it by accident."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget


class ChoiceCombo(QComboBox):
    """A drop-down of (value, text). What is typed finds every choice that holds it.

    Text that is no choice is put back when the field is left.
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[object, str]] = (), parent: QWidget | None = None
    ) -> None:
        """Offer the choices; the first is chosen."""
        super().__init__(parent)
        self._edit = QLineEdit(self)
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self._edit.editingFinished.connect(self._on_finished)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; what was chosen stays chosen when it is among them."""
        before = self.value
        self.clear()
        for value, text in choices:
            self.addItem(text, value)
        self.choose(before)

    @property
    def value(self) -> object:
        """The value that is chosen, or None."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose a value without telling; the first when it is not there."""
        place = next((n for n in range(self.count()) if self.itemData(n) == value), 0)
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, unless the choice has the cursor."""
        if self.hasFocus() or self._edit.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the text, so that typing replaces it."""
        super().focusInEvent(event)
        self._edit.selectAll()

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))

    def _on_finished(self) -> None:
        """Choose what was typed in full, or put back what was chosen."""
        typed = self.currentText().casefold()
        texts = [self.itemText(n).casefold() for n in range(self.count())]
        place = texts.index(typed) if typed in texts else self.currentIndex()
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self._on_activated(place)
        self.setEditText(self.itemText(self.currentIndex()))
