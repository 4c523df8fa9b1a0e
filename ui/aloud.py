"""What a widget is to a screen reader, where Qt tells it as something else than it is used as."""

from __future__ import annotations

from functools import cache, partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAccessibleWidget,
    QApplication,
    QWidget,
)

Role = QAccessible.Role

_PRESSED = {
    "Tab": Role.PageTab,
    "Segment": Role.RadioButton,
    "Option": Role.RadioButton,
    "Heading": Role.Button,
}
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
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.focusChanged.connect(_tell_current)


def _tell_current(_: QWidget | None, now: QWidget | None) -> None:
    """Tell which row the keys are on, when they come to a list: Qt names the list alone."""
    if QAccessible.isActive() and isinstance(now, QAbstractItemView):
        QTimer.singleShot(0, now, partial(tell_row, now))  # after Qt has named the list


def tell_row(view: QAbstractItemView) -> None:
    """Tell which row of a list that has the keys they are on."""
    if not QAccessible.isActive():
        return
    row = QAccessible.queryAccessibleInterface(view).focusChild()
    if row is not None and view.hasFocus() and view.currentIndex().isValid():
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))


def announce(widget: QWidget, text: str) -> None:
    """Have `text` read out, if somebody listens; the widget stands for where it is said."""
    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
