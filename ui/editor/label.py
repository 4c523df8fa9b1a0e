"""The line above an input: the field's name, what is the matter with it, and its menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nvworkshop.model.fields import Field
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.style import set_role
from ui.words import tr

MENU_KEY = "Ctrl+."


class LabelRow(QWidget):
    """The name of a field; its menu button comes when the field is used or pointed at."""

    menu_asked = Signal()

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the name."""
        super().__init__(parent)
        self._name = tr(field.sv)
        self._theme = theme
        self.setToolTip(plain_tooltip(tr(field.help)))
        self._label = ElidedLabel(tr(field.sv), self)
        set_role(self._label, "field-label")
        self._mark: PlainLabel | None = None
        self._button: QToolButton | None = None
        self._current = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_buddy(self, widget: QWidget) -> None:
        """Let the name lead to the input."""
        self._label.setBuddy(widget)

    def show_state(self, *, missing: bool, conflict: bool) -> None:
        """Mark that the field is empty but needed, or holds values against each other."""
        text = self.tr("▲ konflikt") if conflict else self.tr("▲ saknas") if missing else ""
        if self._mark is None:
            if not text:
                return
            self._mark = PlainLabel("", self)
            self._row.insertWidget(1, self._mark)
        self._mark.setText(text)
        show_if(self._mark, bool(text))
        set_role(self._mark, "mark-conflict" if conflict else "mark-missing")

    def show_menu_button(self, shown: bool) -> None:
        """Show the menu button while the field has the focus."""
        self._current = shown
        self._show_button(shown)

    def _show_button(self, shown: bool) -> None:
        if self._button is None:
            if not shown:
                return
            self._button = self._made_button()
        height = self.height()
        self._button.setGeometry(self.width() - 2 * height, 0, 2 * height, height)
        show_if(self._button, shown)

    def _made_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name = self.tr("Meny för {field}").format(field=self._name)
        button.setAccessibleName(name)
        button.setToolTip(plain_tooltip(f"{name} ({MENU_KEY})"))
        set_role(button, "field-menu")
        button.clicked.connect(self.menu_asked)
        return button

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the menu button to the mouse."""
        super().enterEvent(event)
        self._show_button(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the menu button again."""
        super().leaveEvent(event)
        self._show_button(self._current)
