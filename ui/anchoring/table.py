"""The table of the chain: keys open cells, Delete empties one, Tab goes on to the next to write."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from nvworkshop.session.anchoring import Anchoring, Answer, Party
from ui.anchoring.delegate import AnswerDelegate
from ui.anchoring.model import AnchoringModel, Column, Index, field_of
from ui.desk import Desk
from ui.plan.in_place import Reading
from ui.theme.theme import Theme
from ui.widgets.row_table import RowTable
from ui.widgets.style import set_role

_DAY = "2026-00-00"
_SHARES = {Column.WHO: 31, Column.STAGE: 39, Column.REFERENCE: 15, Column.REGISTRY: 15}
_NARROWEST = {Column.WHO: 190, Column.STAGE: 190, Column.REFERENCE: 90, Column.REGISTRY: 90}
"""How the columns share the width that the days leave, and their least design pixels."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnchoringTable(RowTable):
    """Everybody in the chain, level by level; a cell is written in where it stands."""

    chosen = Signal(object)  # Answer or None: the row the keys are in

    least = 5

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.chain = AnchoringModel(self)
        self.setModel(self.chain)
        self.cells = AnswerDelegate(self.chain, desk, theme, self)
        self.setItemDelegate(self.cells)
        self._dress()
        self.cells.next_asked.connect(self._on_next_asked)
        self.chain.modelReset.connect(self._span)
        self._size()

    def _dress(self) -> None:
        set_role(self, "bare")
        self.setAccessibleName(self.tr("Förankring: vem som har fått planen, svarat och beslutat"))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_chain(self, anchoring: Anchoring, desk: Desk) -> None:
        """Show a chain, with the keys where they were or in the first row that can be written."""
        self.chain.show_chain(anchoring, desk.strategy, writable=not desk.read_only)
        if not self.currentIndex().isValid():
            first = next((n for n in range(len(self.chain.rows)) if self.chain.answer(n)), -1)
            self.setCurrentIndex(self.chain.index(first, Column.STAGE))
        self.chosen.emit(self.answer)

    @property
    def answer(self) -> Answer | None:
        """Who the keys are at."""
        return self.chain.answer(self.currentIndex().row())

    def write_again(self, party: Party, field: str, text: str, said: Reading) -> None:
        """Open a cell again with what was typed, and why it could not be set."""
        columns = [one for one in Column if (known := field_of(one)) and known.name == field]
        index = self.chain.index(self.chain.row_of(party), columns[0] if columns else -1)
        if index.isValid():
            self.cells.begin_with(text, said)
            self.setCurrentIndex(index)
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row the keys are in."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit(self.answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter, empty it on Delete; Esc and the rest are the table's."""
        here = self.currentIndex()
        editable = bool(here.flags() & Qt.ItemFlag.ItemIsEditable)
        writing = self.state() == QAbstractItemView.State.EditingState
        if writing or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._write(here)
        elif event.key() == Qt.Key.Key_Delete and editable:
            if here.data(Qt.ItemDataRole.EditRole):
                self.chain.setData(here, "")
        else:
            super().keyPressEvent(event)

    def _write(self, here: QModelIndex) -> None:
        """Write in the cell; in the stage where nothing can be written."""
        if not here.flags() & Qt.ItemFlag.ItemIsEditable:
            here = here.siblingAtColumn(Column.STAGE)
            self.setCurrentIndex(here)
        if here.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(here)

    def _on_next_asked(self, step: int) -> None:
        """Write in the next cell of the row, if there is one."""
        here = self.currentIndex()
        following = here.siblingAtColumn(here.column() + step)
        if following.isValid() and field_of(following.column()) is not None:
            self.setCurrentIndex(following)
            self.edit(following)

    def _span(self) -> None:
        """Let the heading of a level have its whole row."""
        self.clearSpans()
        for row in range(len(self.chain.rows)):
            if self.chain.answer(row) is None:
                self.setSpan(row, 0, 1, len(Column))

    def _share(self) -> None:
        header, px = self.horizontalHeader(), self._theme.px
        left = self.viewport().width()
        for column in Column:
            if column not in _SHARES:
                day = self.fontMetrics().horizontalAdvance(_DAY) + px(2 * 10)
                wide = max(day, header.sectionSizeHint(column))
                self.setColumnWidth(column, wide)
                left -= wide
        for column, share in _SHARES.items():
            least = max(px(_NARROWEST[column]), header.sectionSizeHint(column))
            self.setColumnWidth(column, max(left * share // 100, least))
