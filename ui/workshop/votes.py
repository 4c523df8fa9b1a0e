"""Dot votes as tallies: a list of ideas, and keys that add and take dots."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.theme.theme import Theme
from ui.workshop.idea_delegate import IdeaDelegate
from ui.workshop.idea_model import IdeaModel, IdeaRow, Index

_MOST = 999
_REST = 900
"""Milliseconds in which figures that are typed belong together."""


class VoteList(QListView):
    """+ adds a dot, − takes one, figures set the number; Enter is about the idea itself.

    While `placing`, figures and Delete are about the matrix beside it.
    """

    voted = Signal(str, int)  # id, how many more or fewer
    entered = Signal(str)
    chosen = Signal(str)
    figured = Signal(str)  # a figure, while placing
    taken_out = Signal()
    turned = Signal()  # M

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.placing = False
        self._typed = ""
        self.ideas = IdeaModel(self)
        self.setModel(self.ideas)
        self.setItemDelegate(IdeaDelegate(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Förslag att rösta på"))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._set_typed)
        self.doubleClicked.connect(lambda _: self.entered.emit(self.chosen_id))

    @property
    def chosen_id(self) -> str:
        """The id of the chosen idea, "" for none."""
        row = self.chosen_row
        return row.id if row else ""

    @property
    def chosen_row(self) -> IdeaRow | None:
        """The chosen idea as it is shown."""
        place = self.currentIndex().row()
        return self.ideas.rows[place] if 0 <= place < len(self.ideas.rows) else None

    def show_rows(self, rows: list[IdeaRow]) -> None:
        """Show ideas; the one that was chosen stays so, else the first."""
        chosen = self.chosen_id
        self.ideas.show_rows(rows)
        place = max(0, self.ideas.place_of(chosen))
        if rows and self.currentIndex().row() != place:
            self.setCurrentIndex(self.ideas.index(place))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let what was typed be the votes of the idea one leaves."""
        if self._typed and previous.isValid():
            self._set_typed(previous.row())
        super().currentChanged(current, previous)
        self.chosen.emit(self.chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Vote by key."""
        key = event.key()
        if event.text().lower() == "m" and not event.modifiers():
            self.turned.emit()
        elif self.placing and event.text() in tuple("12345"):
            self.figured.emit(event.text())
        elif self.placing and key == Qt.Key.Key_Delete:
            self.taken_out.emit()
        elif not self._voted_by(event):
            super().keyPressEvent(event)

    def _voted_by(self, event: QKeyEvent) -> bool:
        """Take a key that is about votes; tell whether it was."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Right):
            self._vote(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Left):
            self._vote(-1)
        elif event.text().isdecimal() and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._typed = (self._typed + event.text())[-3:]
            self._rest.start()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            return False
        return True

    def _on_enter(self) -> None:
        """Set what was typed; with nothing typed, it is about the idea itself."""
        if self._typed:
            self._set_typed()
        elif self.chosen_id:
            self.entered.emit(self.chosen_id)

    def _vote(self, by: int) -> None:
        if self.chosen_id:
            self.voted.emit(self.chosen_id, by)

    def _set_typed(self, place: int | None = None) -> None:
        self._rest.stop()
        typed, self._typed = self._typed, ""
        here = self.currentIndex().row() if place is None else place
        if typed and 0 <= here < len(self.ideas.rows):
            row = self.ideas.rows[here]
            self.voted.emit(row.id, min(_MOST, int(typed)) - row.votes)
