"""Who is invited: a chip for each huvudman and actor."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.strategy import Strategy
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout

_WIDE = 320
"""Design pixels that the chips ask for; they break into lines."""


class Invited(QWidget):
    """Chips to press; `changed` tells that one was."""

    changed = Signal()

    def __init__(self, strategy: Strategy, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out a chip for each party of the strategy."""
        super().__init__(parent)
        self._wide = theme.px(_WIDE)
        self.chips: dict[str, Chip] = {}
        flow = FlowLayout(self, gap=theme.px(4))
        for item in strategy.items("party"):
            chip = Chip(item.short or item.name, theme, self, checkable=True)
            chip.setToolTip(item.name)
            chip.clicked.connect(self.changed)
            self.chips[item.id] = chip
            flow.addWidget(chip)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of those invited."""
        return tuple(party for party, chip in self.chips.items() if chip.isChecked())

    def invite(self, parties: Iterable[str]) -> None:
        """Choose just these."""
        invited = set(parties)
        for party, chip in self.chips.items():
            chip.setChecked(party in invited)

    def sizeHint(self) -> QSize:
        """Ask for some lines, not for one long one."""
        return QSize(self._wide, self.heightForWidth(self._wide))
