"""The list in the palette: it hides all that lies beneath, so that none of it is drawn in vain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.palette.delegate import LineDelegate
from ui.theme.theme import Theme
from ui.widgets.style import set_role


class FoundList(QListView):
    """Lines that are chosen from the line above; the keys never come here."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(LineDelegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Träffar"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        set_role(self, "found")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the lines."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.color("card"))
        super().paintEvent(event)
