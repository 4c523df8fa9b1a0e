"""All that a file proposes: the rows, what could not be read, and the button that takes it in."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.proposals import Proposals
from ui.desk import Desk
from ui.editor.showing import show_if
from ui.incoming.asks_line import AsksLine
from ui.incoming.notes_view import NotesView
from ui.incoming.picking import Picking
from ui.incoming.rejected_view import RejectedView
from ui.incoming.rows_view import RowsView
from ui.incoming.words import counted, grouped, taking
from ui.theme.theme import Theme
from ui.widgets.labels import WrappedNotice
from ui.widgets.style import set_role
from ui.widgets.tabs import Tabs


class ReviewView(QWidget):
    """Nothing is in the plan until the button is pressed."""

    agreed = Signal(object, bool)  # the rows to take in, and whether with personal numbers
    answered = Signal(object)  # headings and the fields they mean: read the file again

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.picking: Picking | None = None
        self._build(desk)
        self._lay_out()
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.pressed.connect(self.focus)
        self.asks.answered.connect(self.answered)
        self.rows.picked.connect(self._say)
        self.go.clicked.connect(lambda: self._agree(anyway=False))
        self.anyway.clicked.connect(lambda: self._agree(anyway=True))

    def _build(self, desk: Desk) -> None:
        self.tabs = Tabs(
            {
                "rows": self.tr("Rader"),
                "rejected": self.tr("Gick inte att läsa"),
                "notes": self.tr("Så lästes filen"),
            },
            self._theme,
            self,
        )
        self.asks = AsksLine(self._theme, self)
        self.rows = RowsView(desk, self._theme, self)
        self.rejected = RejectedView(self._theme, self)
        self.notes = NotesView(self._theme, self)
        self._views: dict[str, RowsView | RejectedView | NotesView] = {
            "rows": self.rows,
            "rejected": self.rejected,
            "notes": self.notes,
        }
        self.stack = QStackedWidget(self)
        for view in self._views.values():
            self.stack.addWidget(view)
        self.said = WrappedNotice("", self)
        set_role(self.said, "muted")
        self.problem = WrappedNotice("", self)
        set_role(self.problem, "danger")
        self.anyway = QPushButton(self.tr("Hämta in ändå"), self)
        set_role(self.anyway, "secondary")
        self.go = QPushButton(taking(0), self)
        set_role(self.go, "primary")

    def _lay_out(self) -> None:
        px = self._theme.px
        bottom = QHBoxLayout()
        bottom.setSpacing(px(12))
        bottom.addWidget(self.said, 1)
        bottom.addWidget(self.anyway)
        bottom.addWidget(self.go)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addWidget(self.tabs)
        lines.addWidget(self.asks)
        lines.addWidget(self.stack, 1)
        lines.addWidget(self.problem)
        lines.addLayout(bottom)

    def show_proposals(self, proposals: Proposals) -> None:
        """Show what a file proposes, ticked as it is proposed."""
        self.picking = Picking.of(proposals)
        self.rows.show_picking(self.picking)
        self.rejected.show_rejected(proposals)
        self.asks.show_asks(proposals.asks)
        self.notes.show_texts(proposals.notes)
        self.tabs.show_count("rows", len(proposals.proposals))
        self.tabs.show_count("rejected", len(proposals.rejected))
        self.tabs.show_count("notes", len(proposals.notes))
        self.tabs.offer("rejected", offered=bool(proposals.rejected))
        self.tabs.offer("notes", offered=bool(proposals.notes))
        self.tabs.choose(self._first(proposals))
        self._say()

    def _first(self, proposals: Proposals) -> str:
        """Return the first tab that has anything."""
        holds = (
            ("rows", proposals.proposals),
            ("rejected", proposals.rejected),
            ("notes", proposals.notes),
        )
        return next((name for name, there in holds if there), "rows")

    def show_problem(self, error: PlanError | None) -> None:
        """Say why the rows could not be taken in."""
        self.problem.setText(error.sentence if error else "")
        show_if(self.problem, error is not None)
        show_if(self.anyway, isinstance(error, PersonalNumberError))

    def focus(self) -> None:
        """Put the keys in what the tab shows."""
        self._views[self.tabs.now].focus()

    def let_take(self, *, can: bool) -> None:
        """Let the button be pressed, or not while something goes on."""
        self.go.setEnabled(can and self.picking is not None and bool(self.picking.ticked))

    @Slot()
    def _say(self) -> None:
        if self.picking is None:
            return
        self.show_problem(None)
        found, ticked = self.picking.proposals, len(self.picking.ticked)
        said = self.tr("{n} av {rows} är valda.").format(
            n=grouped(ticked), rows=counted(len(found.proposals))
        )
        parts = [said if found.proposals else self.tr("Filen har inget nytt till planen.")]
        if found.unchanged:
            parts.append(self.tr("{rows} är som i planen.").format(rows=counted(found.unchanged)))
        self.said.setText(" ".join(parts))
        self.go.setText(taking(ticked))
        self.let_take(can=True)

    def _agree(self, *, anyway: bool) -> None:
        if self.picking is not None and self.picking.ticked:
            self.agreed.emit(self.picking.chosen(), anyway)

    @Slot(str)
    def _on_tab(self, name: str) -> None:
        self.stack.setCurrentWidget(self._views[name])
