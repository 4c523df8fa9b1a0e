"""One quiet line where writers are read of: that one may say one's function oneself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.settings import FUNCTION
from ui.theme.theme import Theme
from ui.widgets.labels import WrappedLabel
from ui.widgets.style import set_role

_CLOSED = "who/function_offer_closed"


class FunctionOffer(QWidget):
    """There while the function is unsaid, until it is said or somebody closes the line for good."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the line."""
        super().__init__(parent)
        self._settings = theme.settings
        self.label = WrappedLabel(self.tr("Skriv din funktion, så ser andra vem som skrev."), self)
        set_role(self.label, "muted")
        self.write = QPushButton(self.tr("Skriv funktion…"), self)
        set_role(self.write, "small-button")
        self.write.setAutoDefault(False)
        self.write.clicked.connect(self.asked)
        self.close_button = self._made_close(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.label, 1)
        row.addWidget(self.write)
        row.addWidget(self.close_button)
        self._settings.changed.connect(self._show)
        self._show()

    def _made_close(self, theme: Theme) -> QToolButton:
        button = QToolButton(self)
        name = self.tr("Visa inte det här igen")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIcon(theme.icon("close"))
        button.setIconSize(QSize(theme.px(18), theme.px(18)))
        set_role(button, "quiet")
        button.clicked.connect(lambda: self._settings.put(_CLOSED, True))
        return button

    @Slot()
    def _show(self) -> None:
        said, closed = self._settings.get(FUNCTION, ""), self._settings.get(_CLOSED, False)
        self.setVisible(not said.strip() and not closed)
