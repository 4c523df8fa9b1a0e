"""The twelve months of a year in a row, with how much there is in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.assignments.words import MONTHS
from ui.theme.theme import Theme
from ui.widgets.style import set_mark, set_role
from ui.words import tr

_LETTERS, _ASIDE = 3, 10
"""Letters of a month's name, and design pixels beside them."""


class MonthStrip(QWidget):
    """For the pointer: the keys go through the same months in the list beneath."""

    chosen = Signal(int)  # 1–12

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show twelve months without anything in them."""
        super().__init__(parent)
        self._theme = theme
        self._counts: tuple[int, ...] = (0,) * 12
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        self.buttons = [self._button(number) for number in range(1, 13)]
        for one in self.buttons:
            row.addWidget(one, 1)

    def _button(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(button, "month")
        button.clicked.connect(lambda: self.chosen.emit(number))
        return button

    def show_counts(self, counts: Sequence[int], now: int) -> None:
        """Show how much there is in each month; `now` is the month that is, 0 for none."""
        self._counts = tuple(counts)
        for number, (button, count) in enumerate(zip(self.buttons, counts, strict=True), 1):
            name = tr(str(MONTHS[number - 1]))
            button.setEnabled(count > 0)
            set_mark(button, "now", number == now)
            text = (
                self.tr("{month}, 1 händelse") if count == 1 else self.tr("{month}, {n} händelser")
            )
            told = text.format(month=name, n=count)
            button.setAccessibleName(told)
            button.setToolTip(told)
        self._name()

    def _name(self) -> None:
        """Write as much of the months' names as there is room for."""
        room = self.width() // len(self.buttons)
        widest = self.fontMetrics().horizontalAdvance("mmm") + self._theme.px(_ASIDE)
        letters = _LETTERS if room >= widest else 1
        for number, (button, count) in enumerate(zip(self.buttons, self._counts, strict=True), 1):
            name = tr(str(MONTHS[number - 1]))[:letters]
            button.setText(f"{name.lower() if letters > 1 else name}\n{count or '–'}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the months anew."""
        super().resizeEvent(event)
        self._name()
