"""The top bar: which plan, which place, where it is saved, undo and redo, search, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role
from ui.window.main_menu import MainMenu
from ui.window.place_tabs import PlaceTabs
from ui.window.places import FIRST
from ui.window.save_view import SaveView

_TYPING = 120
"""Milliseconds of rest before what is typed is searched for."""

_WIDE = 1_360
"""Design pixels below which the name of the program gives way to the plan's."""
_TITLES = 140
"""Design pixels that the plan's name keeps when places are shown side by side."""


class TopBar(QFrame):
    """One row over everything; with no plan open it shows only the name and the menu."""

    searched = Signal(str)
    place_chosen = Signal(str)  # the search goes on where its rows are

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the row."""
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        set_role(self, "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.home = self._build_home()
        self.titles = self._build_titles()
        self.places = PlaceTabs(actions, theme, self)
        self.save_view = SaveView(theme, self)
        self.search = self._build_search()
        self.undo = self._button("edit.undo", "", "quiet")
        self.redo = self._button("edit.redo", "", "quiet")
        self.menu = self._build_menu()
        self._lay_out()
        self.show_plan("", "")
        theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        px = self._theme.px
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        row.setSpacing(px(8))
        row.addWidget(self.home)
        row.addWidget(self.titles)
        row.addWidget(self.places)
        row.addStretch(1)
        row.addWidget(self.save_view)
        row.addWidget(self.search, 1)
        for button in (self.undo, self.redo, self.menu):
            row.addWidget(button)

    def show_plan(self, title: str, where: str) -> None:
        """Show the plan's name and what it is for; "" when no plan is open."""
        self._title.setText(title)
        self._show_home(iconic=bool(title) and self.width() < self._theme.px(_WIDE))
        self._where.setText(where)
        for part in (self.titles, self.save_view, self.search):
            part.setVisible(bool(title))
        if title:
            self.search.setClearButtonEnabled(True)  # its icon takes 10 ms of the first paint
        self._show_tabs()

    def show_place(self, place: str) -> None:
        """Mark the place that is shown."""
        self.places.show_place(place)

    def show_icon(self) -> None:
        """Put the program's icon on the way home; after the window is first painted."""
        self.home.setIcon(self._theme.app_icon())

    def focus_search(self) -> None:
        """Put the cursor in the search field, with what stands there chosen."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build_home(self) -> QToolButton:
        button = self._button("file.close", self.tr("NV Workshop"), "brand")
        button.setAccessibleName(self.tr("Till startsidan"))
        return button

    def _build_titles(self) -> QWidget:
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._title = ElidedLabel("", box)
        set_role(self._title, "plan-name")
        self._where = ElidedLabel("", box)
        set_role(self._where, "muted")
        lines.addWidget(self._title)
        lines.addWidget(self._where)
        box.setMinimumWidth(self._theme.px(80))
        return box

    def _build_search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setToolTip(self.tr("Sök i planen (Ctrl+F)"))
        field.setAccessibleName(self.tr("Sök i planen"))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setMinimumWidth(self._theme.px(100))
        field.setMaximumWidth(self._theme.px(280))
        self._rest = QTimer(self, singleShot=True, interval=_TYPING)
        self._rest.timeout.connect(lambda: self.searched.emit(field.text()))
        field.textChanged.connect(lambda _: self._rest.start())
        return field

    def _build_menu(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Meny"))
        button.setAccessibleName(self.tr("Meny"))
        button.setToolTip(self.tr("Alla kommandon (F10)"))
        button.setShortcut(QKeySequence("F10"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_role(button, "secondary")
        button.setMenu(MainMenu(self._actions, button))
        return button

    def _button(self, command: str, text: str, role: str) -> QToolButton:
        action: QAction = self._actions[command]
        button = QToolButton(self)
        set_role(button, role)
        if text:
            button.setText(text)
            button.clicked.connect(action.trigger)
            button.setToolTip(action.toolTip())
        else:
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        return button

    def _on_theme_changed(self) -> None:
        for button in (self.undo, self.redo):
            button.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc in the search field empty it, and Enter or Down go on to what was found."""
        leaving = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.search.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        elif self.search.hasFocus() and leaving:
            self._rest.stop()
            self.searched.emit(self.search.text())
            self.place_chosen.emit(FIRST)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the plan's name the room of the program's when the window is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_WIDE)
        self._show_home(iconic=bool(narrow and self._title.text()))
        self._show_tabs()
        self._show_hint()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when a part wants more or less of it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._show_tabs()
        return super().event(event)

    def _show_hint(self) -> None:
        """Show the keys in the empty search field when they have room."""
        hint = self.tr("Sök  Ctrl+F")
        room = self.search.width() - self._theme.px(28)
        fits = self.search.fontMetrics().horizontalAdvance(hint) < room
        self.search.setPlaceholderText(hint if fits else self.tr("Sök"))

    def _show_tabs(self) -> None:
        """Show the places as there is room for, once everything else has what it needs."""
        self.places.setVisible(bool(self._title.text()))
        if not self._title.text():
            for part in (self.undo, self.redo):
                part.hide()
            return
        others = (self.home, self.save_view, self.undo, self.redo, self.menu)
        taken = sum(one.sizeHint().width() for one in others) + self.search.minimumWidth()
        margins, gaps = self._theme.px(24), self._theme.px(8) * (len(others) + 3)
        room = self.width() - taken - margins - gaps - self._theme.px(_TITLES)
        tight = self.places.fit(room)
        for button in (self.undo, self.redo):
            button.setVisible(not tight)

    def _show_home(self, *, iconic: bool) -> None:
        """Show the way to the start screen as a picture or by the program's name."""
        picture = Qt.ToolButtonStyle.ToolButtonIconOnly
        words = Qt.ToolButtonStyle.ToolButtonTextOnly
        self.home.setToolButtonStyle(picture if iconic else words)
