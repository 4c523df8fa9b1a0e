"""A tab: a button that is down while what it leads to is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

from ui.widgets.style import set_role


class Tab(QToolButton):
    """As wide as when it is down: its name is bold then."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show a name."""
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        set_role(self, "tab")

    def sizeHint(self) -> QSize:
        """Return room for the bold name."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        wider -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, wider), 0)
