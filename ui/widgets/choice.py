"""A choice among many: type to find, and the wheel never changes it by accident."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget


class ChoiceCombo(QComboBox):
    """A drop-down of (value, text). What is typed finds every choice that holds it.

    When the field is left, typed text that one choice alone holds is that choice; other text is
    put back.
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
        self._mark_in_use()

    def choose_none(self, prompt: str) -> None:
        """Choose nothing, and show a prompt until something is chosen."""
        self._edit.setPlaceholderText(prompt)
        self.setCurrentIndex(-1)

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

    def _mark_in_use(self) -> None:
        """Mark the text also when the keys came before the choices did."""
        if self.hasFocus():
            self._edit.selectAll()

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))

    def _on_finished(self) -> None:
        """Choose what was typed, or put back what was chosen."""
        place = self._meant(self.currentText().casefold())
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self._on_activated(place)
        self.setEditText(self.itemText(self.currentIndex()))

    def _meant(self, typed: str) -> int:
        """Return the place of the choice that is typed in full, or that alone holds what is."""
        texts = [self.itemText(n).casefold() for n in range(self.count())]
        if typed in texts:
            return texts.index(typed)
        within = [n for n, text in enumerate(texts) if typed and typed in text]
        return within[0] if len(within) == 1 else self.currentIndex()
