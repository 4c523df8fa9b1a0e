"""What the year wheel is made of, and where each part stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.assignments.event_form import EventForm
from ui.assignments.fact_card import FactCard
from ui.assignments.month_strip import MonthStrip
from ui.assignments.pane import ThingPane
from ui.assignments.year_head import YearHead
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.grouped_table import GroupedTable
from ui.widgets.labels import PlainLabel
from ui.widgets.place_page import Parts
from ui.widgets.scrolling import Scrolling
from ui.widgets.style import set_role
from ui.words import tr

_SHARES = ((21, 110), (40, 160), (22, 120), (17, 80))
_WIDE = (64, 36)
"""How the columns share the table, and how the room is shared to begin with."""


class YearFrame(QWidget):
    """The months over a list to the left; a form, or facts, to the right."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; there is nothing in them yet."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self._build()
        theme.changed.connect(self._space)

    def _build(self) -> None:
        self.left = Scrolling(self)
        self.head = YearHead(self.desk.surroundings.today().year, self.theme, self)
        self.strip = MonthStrip(self.theme, self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        heads = [tr("När"), tr("Vad"), tr("Sort"), tr("Organ")]
        self.table = GroupedTable(heads, _SHARES, self.theme, self, gives=1)
        self.table.setAccessibleName(self.tr("Årshjulet, månad för månad"))
        self.pane = ThingPane(EventForm, self.desk, self.theme, self)
        self.card = FactCard(self.theme, self)
        self.beside = QStackedWidget(self)
        self.beside.addWidget(self.card)
        self.beside.addWidget(self.pane)
        for part in (self.head, self.strip, self.said):
            self.left.lines.addWidget(part)
        self.left.lines.addWidget(self.table, 1)
        self.table.came.connect(lambda: self.left.ensureWidgetVisible(self.table))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.beside)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for place, share in enumerate(_WIDE):
            self.splitter.setStretchFactor(place, share)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.splitter)
        self._space()

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self.left.lines.setContentsMargins(px(16), px(8), px(12), px(12))
        self.left.lines.setSpacing(px(8))
        self.beside.setMinimumWidth(px(300))

    def parts(self) -> Parts:
        """Return what F6 goes round."""
        reason = Qt.FocusReason.OtherFocusReason
        own = self.beside.currentWidget() is self.pane
        to_button = partial(self.card.button.setFocus, reason)
        beside = (self.pane, self.pane.focus) if own else (self.card, to_button)
        seen = own or not self.card.button.isHidden()
        head = (self.head, lambda: self.head.new.setFocus(reason))
        table = (self.table, lambda: self.table.setFocus(reason))
        return (table, *((beside,) if seen else ()), head)
