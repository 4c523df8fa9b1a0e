"""The card of statuses: a bar for each länsdel, huvudman or shift, or the same as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.followup.looks import STATUS_LOOKS
from nvworkshop.session.standing import PART, PRINCIPAL, SHIFT, Standings, status_table
from ui.followup.card import Card
from ui.followup.data_table import DataTable
from ui.followup.legend import Legend, Meaning
from ui.followup.status_bars import StatusBars
from ui.followup.words import nobody_word, status_word
from ui.theme.theme import Theme
from ui.widgets.segments import SegmentedChoice
from ui.words import tr


class StatusCard(Card):
    """What it shows is the same rows either way."""

    rows_asked = Signal(object)  # Among

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("", theme, parent)
        self._of: Standings | None = None
        ways = (
            (PART, self.tr("Länsdel")),
            (PRINCIPAL, self.tr("Huvudman")),
            (SHIFT, self.tr("Riktning")),
        )
        self.by = SegmentedChoice(ways, self.tr("Status per"), self)
        self.by.choose(PART)
        self.add_control(self.by)
        self.bars = StatusBars(theme, self)
        self.legend = Legend(theme, self)
        self.table = DataTable(theme, self)
        for part in (self.bars, self.legend, self.table):
            self.lines.addWidget(part)
        self.lines.addStretch(1)
        self.by.chosen.connect(lambda _: self._show())
        self.as_table.toggled.connect(lambda _: self._turn())
        self.bars.rows_asked.connect(self.rows_asked)
        theme.changed.connect(self._show)
        self._turn()

    def show_standings(self, of: Standings) -> None:
        """Show how it stands; by länsdel only where there are several."""
        self._of = of
        several = len(of.groups[PART]) > 1
        self.by.buttons[0].setVisible(several)
        if not several and self.by.value == PART:
            self.by.choose(PRINCIPAL)
        self._show()

    def _show(self) -> None:
        if self._of is None:
            return
        by = str(self.by.value)
        titles = {
            PART: self.tr("Status per länsdel"),
            PRINCIPAL: self.tr("Status per huvudman"),
            SHIFT: self.tr("Status per riktning"),
        }
        self.show_title(titles[by])
        named = [(one.label or nobody_word(by), one.figures) for one in self._of.groups[by]]
        self.bars.show_groups(named)
        shown = {part.status for part in self.bars.parts}
        looks = ((one, look) for one, look in STATUS_LOOKS.items() if one in shown)
        self.legend.show_meanings([Meaning(*look, status_word(one)) for one, look in looks])
        head, rows = status_table(named)
        self.table.show_table([tr(one) for one in head], rows, titles[by])

    def _turn(self) -> None:
        table = self.as_table.isChecked()
        self.bars.setVisible(not table)
        self.legend.setVisible(not table)
        self.table.setVisible(table)

    def focus_bars(self) -> None:
        """Put the keys in the bars, or in the table."""
        if self.as_table.isChecked():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bars.focus_bars()
