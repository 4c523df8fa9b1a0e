"""What stands above the ideas to prioritise: votes or matrix, how many dots, in which order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.theme.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role

DOTS = (3, 5, 10)
"""How many dots each participant may be given."""

_KEY, _USUAL = "workshop/dots", 5


class PrioritiseBar(QWidget):
    """Choices and commands on one line, or more where it is narrow."""

    turned = Signal(bool)  # whether votes are to be shown
    sort_asked = Signal()
    more_asked = Signal()
    dots_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the line."""
        super().__init__(parent)
        self._settings = theme.settings
        choices = [(True, self.tr("Röster")), (False, self.tr("Effekt och insats"))]
        self.choice = SegmentedChoice(choices, self.tr("Visa"), self)
        self.choice.choose(value=True)
        self.told = PlainLabel("", self)
        self.giving = QWidget(self)
        self.dots = self._dots_choice()
        self.sort = QPushButton("", self)
        self.more = QPushButton("", self)
        set_role(self.told, "muted")
        flow = FlowLayout(self, gap=theme.px(12))
        for part in (self.choice, self.told, self.giving, self.sort, self.more):
            flow.addWidget(part)
        for button in (self.sort, self.more):
            set_role(button, "small-button")
        self.choice.chosen.connect(lambda voting: self.turned.emit(bool(voting)))
        self.dots.chosen.connect(self._on_dots)
        self.sort.clicked.connect(self.sort_asked)
        self.more.clicked.connect(self.more_asked)

    def _dots_choice(self) -> SegmentedChoice:
        label = PlainLabel(self.tr("Prickar per person"), self.giving)
        set_role(label, "muted")
        dots = SegmentedChoice([(n, str(n)) for n in DOTS], label.text(), self.giving)
        dots.choose(self.dots_each)
        row = QHBoxLayout(self.giving)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(dots)
        return dots

    @property
    def dots_each(self) -> int:
        """How many dots each participant is given."""
        kept = self._settings.get(_KEY, _USUAL)
        return kept if kept in DOTS else _USUAL

    def show_state(self, *, voting: bool, by_votes: bool, low: bool) -> None:
        """Show what belongs to the votes, or to the matrix."""
        self.choice.choose(value=voting)
        self.told.setVisible(voting)
        self.giving.setVisible(voting and not low)
        self.sort.setVisible(voting)
        number, votes = self.tr("Sortera efter nummer (S)"), self.tr("Sortera efter röster (S)")
        self.sort.setAccessibleName(number if by_votes else votes)
        self.sort.setText(self.tr("Sortera (S)") if low else self.sort.accessibleName())

    def show_votes(self, votes: int, people: int) -> None:
        """Say how many dots are given, of all there are."""
        said = self.tr("{n} röster lagda").format(n=votes)
        most = people * self.dots_each
        if people:
            said = self.tr("{n} av {all} röster lagda").format(n=votes, all=most)
        set_role(self.told, "warning" if people and votes > most else "muted")
        self.told.setText(said)

    def show_more(self, hidden: int, *, everything: bool) -> None:
        """Offer the ideas that are not listed, or only those with the most votes."""
        self.more.setVisible(everything or hidden > 0)
        few = self.tr("Visa bara tio (A)")
        self.more.setText(
            few if everything else self.tr("Visa alla, {n} till (A)").format(n=hidden)
        )

    def _on_dots(self, dots: object) -> None:
        self._settings.put(_KEY, dots)
        self.dots_changed.emit()
