"""What a widget is to a screen reader, where Qt tells it as something else than it is used as."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

Role = QAccessible.Role

_PRESSED = {"Tab": Role.PageTab, "Segment": Role.RadioButton, "Heading": Role.Button}
"""By the names of classes: Qt asks as soon as a widget has a text, before it is dressed."""

_WIDGETS = {
    "QStackedWidget": Role.Client,  # what it shows is of interest, not that it is a pile
    "PlacePage": Role.Grouping,  # named, it is told when the keys come into it
    "QHeaderView": Role.ColumnHeader,
    "QSplitterHandle": Role.Splitter,
}


class PressedInterface(QAccessibleWidget):
    """A button that stays down: it shows a page, chooses one of few, or unfolds something."""

    def __init__(self, button: QAbstractButton, role: Role) -> None:
        """Tell of a button."""
        super().__init__(button, role)
        self._button = button

    def state(self) -> QAccessible.State:
        """Return what holds of any widget, and whether the button is down, in its own words."""
        state = super().state()
        down = self._button.isChecked()
        if self.role() == Role.PageTab:
            state.selectable, state.selected = True, down
        elif self.role() == Role.RadioButton:
            state.checkable, state.checked = True, down
        return state

    def text(self, what: QAccessible.Text) -> str:
        """Return its name: what is said of it, or what stands on it."""
        said = super().text(what)
        if said or what != QAccessible.Text.Name:
            return said
        return self._button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def actionNames(self) -> list[str]:
        """Return what can be done with it."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Press it, or put the keys on it."""
        if name == self.pressAction():
            self._button.click()
        else:
            self._button.setFocus()


def _made(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return the interface of a widget of a class, None to leave it to Qt."""
    if kind in _PRESSED and isinstance(thing, QAbstractButton):
        return PressedInterface(thing, _PRESSED[kind])
    if kind in _WIDGETS and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, _WIDGETS[kind])
    return None


@cache
def install() -> None:
    """Have screen readers told so from now on."""
    QAccessible.installFactory(_made)
