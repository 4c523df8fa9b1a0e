"""A field in the row that asks: Enter leaves it, with the name that was meant in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskedLine(QLineEdit):
    """One line. Of names that are offered, Enter takes the only one that is meant."""

    entered = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Start with a text and no names."""
        super().__init__(text, parent)
        self._names: Sequence[str] = ()

    def offer(self, names: Sequence[str], *, only: bool = True) -> None:
        """Offer names that have what is typed in them; `only` when nothing else can be meant."""
        self._names = names if only else ()
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line on Enter, also while names are listed beneath it."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        completer = self.completer()
        if completer is not None and (listed := completer.popup()) is not None:
            listed.hide()
        self.setText(meant(self.text().strip(), self._names))
        self.entered.emit()


def meant(typed: str, names: Sequence[str]) -> str:
    """Return the only name that begins so or else has it within; without one, what was typed."""
    wanted = typed.casefold()
    begin = [one for one in names if one.casefold().startswith(wanted)]
    within = [one for one in names if wanted in one.casefold()]
    found = begin or within
    return found[0] if wanted and len(found) == 1 else typed
