"""Dot votes as tallies: a list of ideas, and keys that add and take dots."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index
from ui.workshop.idea_model import IdeaRow
from ui.workshop.row_view import RowView
from ui.workshop.vote_delegate import VoteDelegate
from ui.workshop.vote_model import VoteModel

MOST = 999
"""Most dots that one idea is given."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Left: -1,
}


class IdeaChoice(RowView):
    """A list of ideas to prioritise; the one that is chosen stays so while the plan changes."""

    entered = Signal(str)  # Enter, or pressed twice
    lettered = Signal(str)  # a letter, for what the keys around it do
    looked_at = Signal(str)  # the idea that has been chosen

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, narrow: bool) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.ideas = VoteModel(self)
        self.look = VoteDelegate(theme, self, narrow=narrow)
        self.setModel(self.ideas)
        self.setItemDelegate(self.look)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda _: self.entered.emit(self.chosen_id))

    @property
    def chosen_id(self) -> str:
        """The id of the chosen idea, "" for none."""
        row = self.chosen_row
        return row.id if row else ""

    @property
    def chosen_row(self) -> IdeaRow | None:
        """The chosen idea as it is shown."""
        return self.ideas.row(self.currentIndex().row())

    def show_rows(self, rows: list[IdeaRow]) -> None:
        """Show ideas; the one that was chosen stays so, else the one that took its place."""
        chosen = self.chosen_id
        self.ideas.set_items(rows)
        if rows and not self.chosen_id:
            self.setCurrentIndex(self.ideas.index(max(0, self.ideas.place_of(chosen))))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which idea is chosen."""
        super().currentChanged(current, previous)
        self.looked_at.emit(self.chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter and of letters; there is no searching by them."""
        if event.key() in ENTER and self.chosen_id:
            self.entered.emit(self.chosen_id)
        elif event.text().isalpha() and not event.modifiers():
            self.lettered.emit(event.text().lower())
        else:
            super().keyPressEvent(event)


class VoteList(IdeaChoice):
    """+ adds a dot, − takes one, figures set the number; Enter is about the idea itself."""

    voted = Signal(str, int)  # id, how many more or fewer
    given = Signal(str, int)  # id, how many in all

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent, narrow=False)
        self.setAccessibleName(self.tr("Förslag att rösta på"))

    @property
    def typed(self) -> str:
        """The number that is being typed for the chosen idea."""
        return self.look.typed

    def give(self) -> None:
        """Let the number that is typed be the votes of the chosen idea."""
        self._give(self.chosen_id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let what was typed be the votes of the idea one leaves."""
        row = self.ideas.row(previous.row())
        if row is not None:
            self._give(row.id)
        super().currentChanged(current, previous)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed."""
        self.give()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Vote by key."""
        key, held = event.key(), event.modifiers()
        ctrl = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not self.chosen_id or held & ctrl:
            super().keyPressEvent(event)
        elif key in _BY:
            self.give()
            self.voted.emit(self.chosen_id, _BY[Qt.Key(key)])
        elif event.text() in tuple("0123456789"):
            self._type((self.typed + event.text())[-len(str(MOST)) :])
        elif not (self.typed and self._end_typing(event)):
            super().keyPressEvent(event)

    def _end_typing(self, event: QKeyEvent) -> bool:
        """Take a key that is about the number being typed; tell whether it was."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.give()
            case Qt.Key.Key_Escape:
                self._type("")
            case Qt.Key.Key_Backspace:
                self._type(self.typed[:-1])
            case _:
                return False
        return True

    def _type(self, typed: str) -> None:
        self.look.typed = typed
        self.update(self.currentIndex())

    def _give(self, idea: str) -> None:
        if self.typed:
            votes = int(self.typed)
            self._type("")
            self.given.emit(idea, votes)
