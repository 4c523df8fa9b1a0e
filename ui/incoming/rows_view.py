"""The rows that a file proposes: filtered, ticked, and one at a time in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.proposals import Proposal, Sort
from nvworkshop.session.rows import words_of
from ui.desk import Desk
from ui.incoming.picking import Picking, count, found_by
from ui.incoming.proposal_detail import ProposalDetail
from ui.incoming.tick_list import TickList
from ui.incoming.words import TOKENS, row_text, sort_heading, sort_word
from ui.merge.line_model import Line
from ui.merge.side_by_side import SideBySide
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.style import set_role

_TYPING = 120


class RowsView(QWidget):
    """What is ticked is known by the picking alone."""

    picked = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.picking: Picking | None = None
        self._found_by: list[str] = []
        self._places: list[int] = []
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.which.currentIndexChanged.connect(self._show)
        self.list.moved.connect(self._on_moved)
        self.list.turned.connect(self._on_turned)
        self.detail.picked.connect(self._on_field)
        self.all.clicked.connect(lambda: self._tick_shown(on=True))
        self.none.clicked.connect(lambda: self._tick_shown(on=False))

    def _build(self) -> None:
        px = self._theme.px
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Vad som visas"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.all = self._button(self.tr("Välj alla"))
        self.none = self._button(self.tr("Välj inga"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filtrera"))
        self.search.setAccessibleName(self.tr("Filtrera raderna"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(px(140))
        self.top = FlowBox(px(8), self)
        for part in (self.which, self.all, self.none, self.search):
            part.setParent(self.top)
        self.top.set_parts([self.which, self.all, self.none], self.search)
        self.list = TickList(self.tr("Rader i filen"), self._theme, self)
        self.detail = ProposalDetail(self._desk, self._theme, self)
        split = SideBySide(self._theme, self)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 4)
        split.setSizes([px(440), px(560)])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addWidget(self.top)
        lines.addWidget(split, 1)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "secondary")
        return button

    def show_picking(self, picking: Picking) -> None:
        """Show what a file proposes."""
        self.picking = picking
        rows = picking.proposals.proposals
        self._found_by = [found_by(one, self._desk.strategy) for one in rows]
        self._fill_which()
        self.search.clear()
        self._show()

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_which(self) -> None:
        if self.picking is None:
            return
        found = self.picking.proposals
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItem(self.tr("Alla rader ({n})").format(n=len(found.proposals)), None)
        for sort in Sort:
            rows = count(found, sort)
            if rows:
                self.which.addItem(f"{sort_heading(sort)} ({rows})", sort)
        self.which.blockSignals(False)
        self.top.arrange()

    @Slot()
    def _show(self) -> None:
        """Show the rows that are asked for."""
        self._soon.stop()
        if self.picking is None:
            return
        sort, words = self.which.currentData(), words_of(self.search.text())
        rows = self.picking.proposals.proposals
        found = [
            place
            for place, (one, text) in enumerate(zip(rows, self._found_by, strict=True))
            if (sort is None or one.sort is sort) and all(word in text for word in words)
        ]
        order = list(Sort)
        self._places = sorted(found, key=lambda place: (order.index(rows[place].sort), place))
        self.list.show_rows(
            [_line(place, rows[place]) for place in self._places], self.picking.ticked
        )

    def _on_moved(self, key: object) -> None:
        self.detail.show_proposal(self.picking, key if isinstance(key, int) else -1)

    def _on_turned(self, key: object, on: bool) -> None:
        if isinstance(key, int):
            self._tick([key], on=on)

    def _tick_shown(self, *, on: bool) -> None:
        self._tick(self._places, on=on)

    def _tick(self, places: list[int], *, on: bool) -> None:
        if self.picking is not None:
            self.picking.tick(places, on=on)
            self._told()

    def _on_field(self, place: int, name: str, on: bool) -> None:
        if self.picking is not None:
            self.picking.take(place, name, on=on)
            self._told()

    def _told(self) -> None:
        if self.picking is not None:
            self.list.ticks.show_ticked(self.picking.ticked)
            self.detail.show_picked(self.picking)
            self.picked.emit()


def _line(place: int, one: Proposal) -> Line:
    return Line(place, one.title, row_text(one), sort_word(one.sort), TOKENS[one.sort])
