"""The places in the top bar: side by side, or beneath one button where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui.actions import Actions
from ui.theme.theme import Theme
from ui.widgets.style import set_role
from ui.window.places import FIRST, PLACES, Place


class Tab(QToolButton):
    """One place, as wide as when it is the one that is shown: its name is bold then."""

    def sizeHint(self) -> QSize:
        """Return room for the bold name."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        wider -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, wider), 0)


class PlaceTabs(QWidget):
    """A button for each place; or one, with a menu, that shows the place in words or a picture."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the buttons."""
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self._place = PLACES[0]
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
        button = Tab(self)
        button.setText(action.text())
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        button.setCheckable(True)
        set_role(button, "tab")
        button.clicked.connect(lambda: self._choose(place))
        return button

    def _build_menu(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(button, "tab")
        menu = QMenu(button)
        menu.addActions([self._actions[one.command] for one in PLACES])
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
        usable = []
        for one in PLACES:
            self._actions[one.command].setVisible(self._is_usable(one))
            usable += [self.tabs[one.id]] if self._is_usable(one) else []
        wide = sum(one.sizeHint().width() for one in usable)
        wide += self._theme.px(8) * (len(usable) - 1)
        narrow = room is not None and wide > room
        for tab in self.tabs.values():
            tab.setVisible(not narrow and tab in usable)
        self.menu.setVisible(narrow)
        words = self.menu.fontMetrics().horizontalAdvance(self.menu.text()) + self._theme.px(44)
        picture = room is not None and narrow and words > room
        style = Qt.ToolButtonStyle
        self.menu.setToolButtonStyle(
            style.ToolButtonIconOnly if picture else style.ToolButtonTextOnly
        )
        self._dress_menu()
        return picture

    def _dress_menu(self) -> None:
        """Say on the one button where one is, in words or by a picture."""
        name = self._actions[self._place.command].text()
        self.menu.setText(name)
        self.menu.setAccessibleName(self.tr("Plats: {place}").format(place=name))
        self.menu.setToolTip(name)
        if self.menu.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            side = self._theme.px(18)
            self.menu.setIconSize(QSize(side, side))
            self.menu.setIcon(self._theme.icon(self._place.icon))

    def _choose(self, place: Place) -> None:
        self.tabs[place.id].setChecked(True)  # also when it was shown already
        self._actions[place.command].trigger()
