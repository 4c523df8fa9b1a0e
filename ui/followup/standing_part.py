"""The part Läget: the figures of the plan, each a way to the rows behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.place_part import PlacePart
from ui.window.choosing import Choosing


class StandingPart(PlacePart):
    """How the plan stands."""

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty = EmptyState("target", self.tr("Läget"), theme=theme)
        lines = QVBoxLayout(self)
        lines.addWidget(self.empty)
