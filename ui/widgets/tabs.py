"""Tabs with a count each, one down at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.tab import Tab


class Tabs(FlowBox):
    """Buttons side by side; arrow keys go between them, Tab goes past."""

    chosen = Signal(str)
    pressed = Signal()  # by the mouse: the keys belong in what is shown

    def __init__(
        self, names: Mapping[str, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show a tab for each name, the first one down."""
        super().__init__(theme.px(8), parent)
        self._names = dict(names)
        self._hidden: set[str] = set()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = {name: self._button(name, text) for name, text in names.items()}
        self.set_parts(self.buttons.values())
        self.now = next(iter(names))
        self.choose(self.now)

    def _button(self, name: str, text: str) -> QToolButton:
        button = Tab(text, self)
        button.clicked.connect(lambda: self._on_clicked(name))
        self._group.addButton(button)
        return button

    def _on_clicked(self, name: str) -> None:
        self.choose(name)
        self.pressed.emit()

    def choose(self, name: str) -> None:
        """Put a tab down."""
        self.buttons[name].setChecked(True)
        for one, button in self.buttons.items():
            here = one == name
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        if name != self.now:
            self.now = name
            self.chosen.emit(name)

    def offer(self, name: str, *, offered: bool) -> None:
        """Let a tab be there, or not; the first of the others is put down in its place."""
        self.buttons[name].setVisible(offered)
        self._hidden = self._hidden - {name} if offered else self._hidden | {name}
        self.set_parts([self.buttons[one] for one in self.names])
        if self.now not in self.names:
            self.choose(self.names[0])

    @property
    def names(self) -> list[str]:
        """The names of the tabs that are there."""
        return [one for one in self._names if one not in self._hidden]

    def show_count(self, name: str, count: int) -> None:
        """Show a count on a tab; none when there is nothing."""
        text = self._names[name]
        self.buttons[name].setText(f"{text} {count}" if count else text)
        self.arrange()

    def focus(self) -> None:
        """Put the keys on the tab that is down."""
        self.buttons[self.now].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the tab beside."""
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        names = self.names
        place = names.index(self.now) + by
        if by and 0 <= place < len(names):
            self.choose(names[place])
            self.focus()
        else:
            super().keyPressEvent(event)
