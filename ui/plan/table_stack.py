"""A table in its frame, or what is said where there are no rows to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.plan.table_view import PlanTable
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.style import set_role

_INSET = 3
"""Design pixels between the rounded frame and the table, so that corners are whole."""


class TableStack(QStackedWidget):
    """The table, that the plan has no rows, or that none passes the filter."""

    new_asked = Signal()
    clear_asked = Signal()

    def __init__(self, view: PlanTable, theme: Theme, parent: QWidget | None = None) -> None:
        """Put the table in a frame."""
        super().__init__(parent)
        card = QFrame(self)
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inset = theme.px(_INSET)
        inside.setContentsMargins(inset, inset, inset, inset)
        inside.addWidget(view)
        self.empty = EmptyState("list", "", on_button=self.new_asked.emit, theme=theme)
        self.unmatched = EmptyState(
            "search",
            self.tr("Inga åtgärder passar urvalet"),
            self.tr("Ta bort något ur urvalet, eller visa alla rader igen."),
            self.tr("Visa alla rader"),
            on_button=self.clear_asked.emit,
            theme=theme,
        )
        for page in (card, self.empty, self.unmatched):
            self.addWidget(page)

    def show_state(self, rows: int, shown: int, *, read_only: bool) -> None:
        """Show the table when any of the plan's rows is to be seen."""
        if not rows:
            self._say_empty(read_only=read_only)
        self.setCurrentIndex(1 if not rows else 2 if not shown else 0)

    def _say_empty(self, *, read_only: bool) -> None:
        title = self.tr("Planen har inga åtgärder än")
        if read_only:
            self.empty.say(title, self.tr("Planen är öppen bara för läsning."))
            return
        about = self.tr("Skriv den första, eller kopiera rader i Excel och klistra in dem här.")
        keys = self.tr("Ny: Ctrl+Skift+N. Klistra in: Ctrl+V.")
        self.empty.say(title, f"{about}\n{keys}", self.tr("Ny åtgärd"))
