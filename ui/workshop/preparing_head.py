"""What stands over a workshop being prepared: back, its name, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nvworkshop.workshop.clock import Progress
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role
from ui.workshop.agenda_panel import menu_button


class PreparingHead(QWidget):
    """One row of buttons with the name between them."""

    back_asked = Signal()
    cards_asked = Signal()
    lead_asked = Signal()
    paper_asked = Signal(str)  # agenda, worksheets, cards, votes

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the row."""
        super().__init__(parent)
        self.back = self._button(self.tr("Tillbaka"), "secondary")
        self.back.clicked.connect(self.back_asked)
        self.title = ElidedLabel("", self)
        set_role(self.title, "title")
        self.paper, menu = menu_button(self.tr("Papper"), self)
        for what, text in (
            ("agenda", self.tr("Skriv ut dagordningen…")),
            ("worksheets", self.tr("Skriv ut arbetsblad, ett per steg…")),
            ("cards", self.tr("Skriv ut numrerade förslagskort…")),
            ("votes", self.tr("Skriv ut röstblad…")),
        ):
            menu.addAction(text).triggered.connect(partial(self._on_paper, what))
        menu.addSeparator()
        self.cards = menu.addAction(self.tr("Skriv in kort från rummet…"))
        self.cards.triggered.connect(lambda _=False: self.cards_asked.emit())
        self.lead = self._button(self.tr("Börja leda"), "primary")
        self.lead.clicked.connect(self.lead_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.back)
        row.addSpacing(theme.px(4))
        row.addWidget(self.title, 1)
        row.addWidget(self.paper)
        row.addWidget(self.lead)

    def _button(self, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, role)
        return button

    def show_workshop(self, title: str, progress: Progress, *, writable: bool) -> None:
        """Name the workshop; what can't be done with it is left out."""
        self.title.setText(title)
        begun = self.tr("Fortsätt leda") if progress.begun else self.tr("Börja leda")
        self.lead.setText(self.tr("Öppna") if progress.ended else begun)
        self.lead.setVisible(writable)
        self.cards.setVisible(writable)

    def _on_paper(self, what: str, _checked: bool = False) -> None:
        self.paper_asked.emit(what)
