"""The top of the form: where the thing comes from, its title, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.editor.box import FieldBox
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_MENU = (
    "row.next",
    "row.previous",
    "",
    "row.follow_up",
    "row.duplicate",
    "row.history",
    "",
    "row.remove",
)


class ShiftBar(QFrame):
    """An upright bar in the colour of a riktningsförändring; its name stands in the form."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no colour."""
        super().__init__(parent)
        self._colour = QColor(Qt.GlobalColor.transparent)
        self._radius = theme.px(2)
        self.setFixedWidth(theme.px(6))

    def show_colour(self, shown: QColor | None) -> None:
        """Show a colour, or none."""
        colour = shown or QColor(Qt.GlobalColor.transparent)
        if colour != self._colour:
            self._colour = colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)


class Header(QWidget):
    """Colour, provenance, commands and the title."""

    def __init__(
        self, title: FieldBox | None, actions: Actions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay it out; `title` is None for things that have no title of their own."""
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self.bar = ShiftBar(theme, self)
        self.line = PlainLabel("", self)
        self.line.setWordWrap(True)
        set_role(self.line, "small")
        self.title = title
        top = QHBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(self.line, 1)
        self.menu_button = self._menu_button()
        top.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(1))
        texts.addLayout(top)
        if title is not None:
            texts.addWidget(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.bar)
        row.addLayout(texts, 1)

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        name = self.tr("Mer att göra med åtgärden")
        button.setAccessibleName(name)
        button.setToolTip(name)
        menu = QMenu(button)
        for command in _MENU:
            if command:
                menu.addAction(self._actions[command])
            else:
                menu.addSeparator()
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        button.setIcon(self._theme.icon("more", "muted"))
        button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        set_role(button, "small-quiet")
        return button

    def show_line(self, text: str) -> None:
        """Show where the thing comes from."""
        if text != self.line.text():
            self.line.setText(text)
