"""The list of ideas: moved in from the capture line, so that the keys never leave it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from nvworkshop.language import several
from ui.theme.theme import Theme
from ui.workshop.idea_delegate import IdeaDelegate
from ui.workshop.idea_model import IdeaModel, IdeaRow
from ui.workshop.row_view import RowView


class IdeaView(RowView):
    """Shows ideas; one may be chosen. It takes no focus: what is typed goes to the line."""

    chosen = Signal(str)  # id, "" for none
    opened = Signal(str)  # id: pressed twice
    menu_asked = Signal(QPoint)  # on the screen, with an idea chosen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.ideas = IdeaModel(self)
        self.setModel(self.ideas)
        self.setItemDelegate(IdeaDelegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(several("Förslag"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.chosen_id))
        self.ideas.modelReset.connect(lambda: self.chosen.emit(self.chosen_id))

    @property
    def chosen_id(self) -> str:
        """The id of the chosen idea, "" for none."""
        row = self.chosen_row
        return row.id if row else ""

    @property
    def chosen_row(self) -> IdeaRow | None:
        """The chosen idea as it is shown."""
        chosen = self.selectionModel().selectedIndexes()
        return self.ideas.row(chosen[0].row()) if chosen else None

    def show_rows(self, rows: Sequence[IdeaRow]) -> None:
        """Show ideas; the one that was chosen stays so, as long as it is there."""
        chosen = self.chosen_id
        here = self.ideas.row(self.currentIndex().row())
        if here is not None and all(one.id != here.id for one in rows):
            self.selectionModel().clear()  # Qt would choose another
        self.ideas.set_items(rows)
        if chosen and not self.chosen_id:
            self.choose(chosen)

    def choose(self, idea: str) -> None:
        """Choose an idea; "" chooses none."""
        place = self.ideas.place_of(idea)
        if place < 0:
            self.clearSelection()
            return
        here = self.ideas.index(place)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(here, flag)
        self.scrollTo(here)

    def reveal(self, idea: str) -> None:
        """Scroll to an idea that is listed."""
        place = self.ideas.place_of(idea)
        if place > 0:
            self.scrollTo(self.ideas.index(place))
        elif place == 0:
            self.verticalScrollBar().setValue(0)  # waits for no layout

    def step(self, by: int) -> None:
        """Choose the next idea, or the one before; above the first none is chosen."""
        count = len(self.ideas.rows)
        here = self.ideas.place_of(self.chosen_id)
        there = min(count - 1, here + by)
        self.choose(self.ideas.rows[there].id if there >= 0 else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was pressed twice."""
        super().mouseDoubleClickEvent(event)
        if self.chosen_id:
            self.opened.emit(self.chosen_id)

    def _on_menu(self, place: QPoint) -> None:
        here = self.indexAt(place)
        if here.isValid():
            self.choose(self.ideas.rows[here.row()].id)
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
