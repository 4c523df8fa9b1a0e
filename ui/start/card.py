"""A button that is a card: an icon, a heading and a line, or whatever stands in its layout."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_mark, set_role


class CardButton(QPushButton):
    """A push button as large as the layout in it; what stands there never takes the mouse."""

    def sizeHint(self) -> QSize:
        """Return the layout's."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the layout's."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Tell that texts in the card may wrap."""
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height the layout needs."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too, as a list does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ChoiceCard(CardButton):
    """One way to begin."""

    def __init__(self, theme: Theme, icon: str, heading: str, text: str, parent: QWidget) -> None:
        """Lay out the icon, the heading and the line."""
        super().__init__(parent)
        self._theme = theme
        self._name = icon
        self._icon = QLabel(self)
        self._heading = PlainLabel(heading, self)
        self._text = PlainLabel(text, self)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        set_role(self, "choice-card")
        set_role(self._heading, "heading")
        set_role(self._text, "muted")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(20),) * 4)
        lines.setSpacing(theme.px(6))
        for part in (self._icon, self._heading, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addWidget(part)
        for label in (self._heading, self._text):
            label.setWordWrap(True)
        lines.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def make_primary(self) -> None:
        """Mark this as what most people come for."""
        set_role(self, "choice-card-primary")
        for label in (self._heading, self._text):
            set_mark(label, "on", "primary")

    def show_icon(self) -> None:
        """Draw the icon, when the fonts are loaded."""
        primary = self.property("role") == "choice-card-primary"
        icon = self._theme.icon(self._name, "on_primary" if primary else "primary")
        self._icon.setPixmap(icon.pixmap(self._theme.px(24), self._theme.px(24)))
