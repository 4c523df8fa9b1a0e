"""The matrix with the ideas that wait beside it: two figures place the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.idea_model import IdeaRow
from ui.workshop.matrix import MatrixView
from ui.workshop.matrix_model import Placed
from ui.workshop.waiting import WaitingList

_LIST_SHARE, _MATRIX_SHARE = 2, 3


class MatrixPanel(QWidget):
    """Tells where ideas are put; the plan does it, and `show_ideas` follows."""

    placed = Signal(str, int, int)  # the idea, effect, effort; 0, 0 takes it out
    stepped = Signal(str, int, int)  # the idea, how much more effect and effort
    entered = Signal(str)
    lettered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the list, the matrix, and the line that says what is chosen."""
        super().__init__(parent)
        self._theme = theme
        self.list = WaitingList(theme, self)
        self.done = PlainLabel("", self)
        self.done.setWordWrap(True)
        self.done.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(self.done, "muted")
        self.matrix = MatrixView(theme, self)
        self.said = ElidedLabel("", self)
        self._typed = ("", "")
        self._latest = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.done, 1)
        right.setSpacing(px(4))
        right.addWidget(self.matrix, 1)
        right.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, _LIST_SHARE)
        row.addLayout(right, _MATRIX_SHARE)

    def _connect(self) -> None:
        for part in (self.list, self.matrix):
            part.figured.connect(self._on_figure)
            part.entered.connect(self.entered)
            part.lettered.connect(self.lettered)
        self.list.dragged.connect(lambda place: self.matrix.hover(self._in_matrix(place)))
        self.list.dropped.connect(self._on_dropped)
        self.list.selectionModel().currentChanged.connect(self._on_turned)
        self.matrix.moved.connect(self._place)
        self.matrix.stepped.connect(self.stepped)
        self.matrix.chosen.connect(self._on_turned)

    # What is shown

    def show_ideas(
        self, waiting: list[IdeaRow], points: Sequence[Placed], *, more: bool = False
    ) -> None:
        """Show ideas that wait and those that are placed; `more` wait without being listed."""
        in_list, in_matrix = self.list.hasFocus(), self.matrix.hasFocus()
        self.list.show_rows(waiting)
        self.matrix.show_points(points)
        if self._latest and self.matrix.choose(self._latest):
            self._latest = ""
        self.done.setText(
            self.tr("De med flest röster är placerade.") if more else self.tr("Alla är placerade.")
        )
        self.list.setVisible(bool(waiting))
        self.done.setVisible(not waiting)
        if (in_list and not waiting) or (in_matrix and not points):
            self.focus()
        self._tell()

    def focus(self) -> None:
        """Put the keys on the ideas that wait, or on those that are placed when none do."""
        waits = bool(self.list.ideas.rows)
        (self.list if waits else self.matrix).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """Say what is being typed, or which point is chosen."""
        idea, figure = self._typed
        row = self.matrix.row
        said = row.spoken if row else ""
        if figure:
            said = self.tr("Effekt {n}. Tryck en siffra för insatsen.").format(n=figure)
        self.said.setText(said)
        self.matrix.setAccessibleDescription(said)
        self.list.setAccessibleDescription(said if figure and idea == self.list.chosen_id else "")

    # What is done

    def _on_figure(self, idea: str, figure: str) -> None:
        """Take the effect, then the effort."""
        about, effect = self._typed
        if about != idea or not effect:
            self._type(idea, figure)
            return
        self._type("", "")
        self._place(idea, int(effect), int(figure))

    def _on_turned(self) -> None:
        """Forget a figure about an idea that isn't chosen any more."""
        row = self.matrix.row
        if self._typed[0] not in (self.list.chosen_id, row.id if row else ""):
            self._typed = ("", "")
        self._tell()

    def _type(self, idea: str, figure: str) -> None:
        self._typed = (idea, figure)
        self._tell()

    def _place(self, idea: str, effect: int, effort: int) -> None:
        """Place an idea; the next one is chosen at once, for keys are faster than the plan."""
        self.list.show_rows([one for one in self.list.ideas.rows if one.id != idea])
        self._latest = idea if effect else ""
        self.placed.emit(idea, effect, effort)

    def _on_dropped(self, idea: str, place: QPoint) -> None:
        cell = self.matrix.drop(self._in_matrix(place))
        if cell is not None:
            self._place(idea, *cell)

    def _in_matrix(self, place: QPoint) -> QPointF:
        return QPointF(self.matrix.viewport().mapFromGlobal(place))
