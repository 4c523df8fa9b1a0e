"""What the dialogs have in common: a heading, a body that scrolls, and buttons beneath."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.help.where import carry_help
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_MARGIN = 24
_AROUND = 24
"""Design pixels inside the dialog, and between it and the edges of the screen."""


class Dialog(QDialog):
    """A dialog as large as its body and never larger than the screen; Esc closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the frame; give it a heading, add to `body`, and with `add_button`."""
        super().__init__(parent)
        self.theme = theme
        self._least = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = PlainLabel("", self)
        set_role(self.heading, "title")
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.inside)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.addWidget(self.heading)
        self._lines.addWidget(self._scroll, 1)
        self._lines.addLayout(self._buttons)
        self._space()
        carry_help(self)
        theme.changed.connect(self._on_theme_changed)

    def set_heading(self, text: str) -> None:
        """Name the dialog."""
        self.setWindowTitle(text)
        self.heading.setText(text)

    def put_above(self, widget: QWidget) -> None:
        """Put a widget over the body, where it stays when the body scrolls."""
        self._lines.insertWidget(1, widget)

    def put_beneath(self, widget: QWidget) -> None:
        """Put a widget under the body, over the buttons, where it stays when the body scrolls."""
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def add_button(self, text: str, role: str = "secondary", *, left: bool = False) -> QPushButton:
        """Put a button last in the row beneath, or first when it stands to the left."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)  # Enter in a field must not close the dialog
        set_role(button, role)
        self._buttons.insertWidget(0 if left else self._buttons.count(), button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keys on Enter; Qt would press another of the dialog."""
        button = self.focusWidget()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and isinstance(button, QPushButton | QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def add_close_button(self) -> QPushButton:
        """Put the button that closes the dialog last."""
        button = self.add_button(self.tr("Stäng"))
        button.clicked.connect(self.close)
        return button

    def sizeHint(self) -> QSize:
        """Return room for the body without scrolling, within the screen."""
        margins = self._lines.contentsMargins()
        around = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = max(
            self.inside.sizeHint().width() + bar,
            self._buttons.sizeHint().width(),
            self.minimumWidth() - around.width(),
        )
        height = self.inside.sizeHint().height()
        if self.body.hasHeightForWidth():
            height = self.body.totalHeightForWidth(width - bar)
        whole = QSize(width + around.width(), height + self._outside(width + around.width()))
        return whole.boundedTo(self._most())

    def _outside(self, wide: int) -> int:
        """Return how high everything but the body is when the dialog is so wide."""
        high = self._lines.minimumSize().height()
        if self._lines.hasHeightForWidth():
            high = self._lines.totalMinimumHeightForWidth(wide)
        return high - self._scroll.minimumSizeHint().height()

    def fit(self) -> None:
        """Take the size of what the dialog holds now."""
        self.body.activate()
        self.resize(self.sizeHint())

    def reveal(self, part: QWidget) -> None:
        """Take the size of what the dialog holds now, and show a part of the body whole."""
        self.fit()
        self._lines.activate()
        self._scroll.ensureWidgetVisible(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size of the body, which may have grown since it was made."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.fit()
        super().showEvent(event)

    def set_least_width(self, wide: int) -> None:
        """Be at least so many design pixels wide, on a screen that has room."""
        self._least = wide
        self.setMinimumWidth(min(self.theme.px(wide), self._most().width()))

    def _most(self) -> QSize:
        """Return the most room there is on the screen of the window the dialog belongs to."""
        around = self.theme.px(_AROUND)
        return (self.parentWidget() or self).screen().availableSize() - QSize(around, around)

    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(*(px(_MARGIN),) * 4)
        self._lines.setSpacing(px(16))
        self._buttons.setSpacing(px(8))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(20))

    def _on_theme_changed(self) -> None:
        self._space()
        self.set_least_width(self._least)
        self.fit()
