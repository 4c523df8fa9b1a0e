"""The places in the top bar: side by side, and beneath a button those that have no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui.actions import Actions
from ui.theme.theme import Theme
from ui.widgets.style import set_mark, set_role
from ui.widgets.tab import Tab
from ui.window.places import FIRST, PLACES, Place

_FEWEST = 2
"""Fewer places than these are not worth standing beside the button of the others."""


class PlaceTabs(QWidget):
    """A button for each place there is room for, and one with a menu of the others.

    In very little room that button is alone, and shows the place in words or by a picture.
    """

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the buttons."""
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self._place = PLACES[0]
        self._alone = False
        self._listed: list[QAction] = []
        self.tabs = {one.id: self._tab(one) for one in PLACES}
        self.menu = self._build_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for button in (*self.tabs.values(), self.menu):
            row.addWidget(button)
        self.show_place(FIRST)
        self.fit(None)

    def _tab(self, place: Place) -> QToolButton:
        action = self._actions[place.command]
        button = Tab(action.text(), self)
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(lambda: self._choose(place))
        return button

    def _build_menu(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        set_role(button, "tab")
        menu = QMenu(button)
        for one in PLACES:
            action = self._actions[one.command]
            listed = QAction(action.text(), self)  # what addAction makes, PySide may take for gone
            listed.triggered.connect(action.trigger)
            menu.addAction(listed)
            self._listed.append(listed)
        button.setMenu(menu)
        return button

    def _is_usable(self, place: Place) -> bool:
        return not place.needs or self._actions.is_held(place.needs)

    def show_place(self, place: str) -> None:
        """Mark the place that is shown."""
        self._place = next((one for one in PLACES if one.id == place), PLACES[0])
        for one, tab in self.tabs.items():
            tab.setChecked(one == place)
        self._dress_menu()

    def fit(self, room: int | None) -> bool:
        """Show as much as there is room for; tell whether a picture is all.

        None is all the room one could want. A place the plan has no use for is not there.
        """
        usable = [one for one in PLACES if self._is_usable(one)]
        for one in PLACES:
            self._actions[one.command].setVisible(one in usable)
        seen = self._seen(usable, room)
        for name, tab in self.tabs.items():
            tab.setVisible(name in seen)
        hidden = [one for one in usable if one.id not in seen]
        for one, action in zip(PLACES, self._listed, strict=True):
            action.setVisible(one in hidden)
        self.menu.setVisible(bool(hidden))
        self._alone = not seen
        picture = room is not None and self._alone and self._word_width(self._name) > room
        style = Qt.ToolButtonStyle
        self.menu.setToolButtonStyle(
            style.ToolButtonIconOnly if picture else style.ToolButtonTextOnly
        )
        self._dress_menu()
        return picture

    def _seen(self, usable: list[Place], room: int | None) -> set[str]:
        """Return the places that have room side by side: all, or a few and the button."""
        if room is None:
            return {one.id for one in usable}
        wide = {one.id: self.tabs[one.id].sizeHint().width() + self._gap for one in usable}
        if sum(wide.values()) - self._gap <= room:
            return set(wide)
        left = room - max(self._word_width(one) for one in (self.tr("Mer"), *self._names(usable)))
        seen: set[str] = set()
        for name, width in wide.items():
            left -= width
            if left < 0:
                break
            seen.add(name)
        return seen if len(seen) >= _FEWEST else set()

    def _names(self, places: list[Place]) -> list[str]:
        return [self._actions[one.command].text() for one in places]

    def _word_width(self, word: str) -> int:
        """Return the room of the button with a word on it."""
        return self.menu.fontMetrics().horizontalAdvance(word) + self._theme.px(48)

    @property
    def _gap(self) -> int:
        return self._theme.px(8)

    @property
    def _name(self) -> str:
        return self._actions[self._place.command].text()

    def _dress_menu(self) -> None:
        """Say on the one button where one is, in words or by a picture."""
        name = self._name
        here = self._alone or self.tabs[self._place.id].isHidden()
        self.menu.setText(name if here else self.tr("Mer"))
        set_mark(self.menu, "here", here and not self._alone)
        self.menu.setAccessibleName(self.tr("Plats: {place}").format(place=name))
        self.menu.setToolTip(name)
        if self.menu.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            side = self._theme.px(18)
            self.menu.setIconSize(QSize(side, side))
            self.menu.setIcon(self._theme.icon(self._place.icon))

    def _choose(self, place: Place) -> None:
        self.tabs[place.id].setChecked(True)  # also when it was shown already
        self._actions[place.command].trigger()
