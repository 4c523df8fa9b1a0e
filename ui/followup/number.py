"""A number that leads to the rows behind it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.widgets.chips import Chip
from ui.widgets.style import set_mark, set_role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Number(QPushButton):
    """A figure in large type, or a line of small type; pressed it asks for its rows."""

    asked = Signal(object)  # Among

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `role` is figure or figure-note."""
        super().__init__(parent)
        self._among = Among("", frozenset())
        set_role(self, role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.asked.emit(self._among))

    def show_number(
        self, text: str, name: str, ids: Iterable[str], *, aloud: str = "", level: str = ""
    ) -> None:
        """Show a figure; `name` is what its rows are called, `aloud` what is said of it."""
        self._among = Among(name, frozenset(ids))
        there = bool(self._among.ids)
        self.setText(text)
        self.setVisible(bool(text))
        self.setEnabled(there)
        self.setAccessibleName(aloud or f"{name}: {text}")
        self.setAccessibleDescription(self.tr("Visar raderna") if there else "")
        set_mark(self, "level", level if there else "")

    @property
    def among(self) -> Among:
        """The rows it leads to."""
        return self._among

    def minimumSizeHint(self) -> QSize:
        """Return room for all of it: a number is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class NumberChip(Chip):
    """A chip such as "Saknar ansvarig 5" that leads to the rows."""

    asked = Signal(object)  # Among

    def __init__(self, name: str, ids: Iterable[str], theme: Theme, parent: QWidget) -> None:
        """Show the name and how many they are."""
        self.among = Among(name, frozenset(ids))
        super().__init__(f"{name} {len(self.among.ids)}", theme, parent)
        self.setAccessibleName(f"{name}: {len(self.among.ids)}")
        self.setAccessibleDescription(self.tr("Visar raderna"))
        self.clicked.connect(lambda: self.asked.emit(self.among))
