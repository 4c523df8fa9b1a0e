"""A choice of few, all seen at once side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.widgets.style import set_mark, set_role


class Segment(QPushButton):
    """One of the choices, as wide as when it is down: its word is bold then."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show a word."""
        super().__init__(parent)
        self.setText(text)  # not as it is made: a screen reader asks at once what it is

    def sizeHint(self) -> QSize:
        """Return room for the bold word."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        wider -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, wider), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a choice is read in full."""
        return self.sizeHint()


class SegmentedChoice(QWidget):
    """Buttons of which one is down; arrow keys go between them, Tab goes past."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show the choices as (value, text); `name` is what they are a choice of."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(choices) - 1
        for place, (_, text) in enumerate(choices):
            button = Segment(text, self)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            set_role(button, "segment")
            set_mark(button, "end", {0: "first", last: "last"}.get(place, ""))
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> object:
        """The value of the button that is down, or None."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def choose(self, value: object) -> None:
        """Put the button of a value down, without telling."""
        place = self._values.index(value)
        with QSignalBlocker(self._group):
            self._group.button(place).setChecked(True)
        self._stop_at(place)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        return [one for one in self._group.buttons() if isinstance(one, QPushButton)]

    def _stop_at(self, place: int) -> None:
        """Let Tab stop at the one that is down only."""
        for one, button in enumerate(self.buttons):
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(strong if one == place else click)
        self.setFocusProxy(self.buttons[place])

    def _on_toggled(self, place: int, down: bool) -> None:
        if down:
            self._stop_at(place)
            self.chosen.emit(self._values[place])
