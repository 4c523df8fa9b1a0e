"""Taking in a file from Excel: choose it, say what its columns are, go through its rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.model.layouts import Layout, Look
from nvworkshop.model.proposals import Proposals
from ui.desk import Desk
from ui.editor.showing import show_if
from ui.incoming.layout_view import LayoutView
from ui.incoming.picking import brought
from ui.incoming.review_view import ReviewView
from ui.incoming.taking import Taking
from ui.incoming.words import counted, grouped, taken
from ui.theme.theme import Theme
from ui.widgets.busy import BusyLine
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, WrappedNotice
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_role
from ui.window.choosing import Choosing


class IncomingPage(PlacePage):
    """One file at a time; nothing is in the plan until its rows are agreed on."""

    told = Signal(str)
    taken_in = Signal(str)  # a sentence about what was done, that can be undone
    left = Signal()  # back to the plan

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Ask for a file."""
        super().__init__(parent)
        self.desk, self.theme, self._choosing = desk, theme, choosing
        self.taking = Taking(desk, self)
        self._look: Look | None = None
        self._file = ""
        self.brought = ("", "")
        """Kind and id of what is to be shown of what was taken in, "" for nothing special."""
        self._build()
        self._connect()
        self._begin_anew()

    def _build(self) -> None:
        set_role(self, "ground")
        px = self.theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(20), px(12), px(20), px(12))
        lines.setSpacing(px(10))
        lines.addLayout(self._build_head())
        self.problem = WrappedNotice("", self)
        set_role(self.problem, "danger")
        lines.addWidget(self.problem)
        self.empty = self._build_empty()
        self.waiting = QWidget(self)
        self.columns = LayoutView(self.theme, self)
        self.review = ReviewView(self.desk, self.theme, self)
        self.stack = QStackedWidget(self)
        for part in (self.empty, self.waiting, self.columns, self.review):
            self.stack.addWidget(part)
        lines.addWidget(self.stack, 1)

    def _build_head(self) -> QHBoxLayout:
        self.title = ElidedLabel(self.tr("Hämta in från Excel"), self)
        set_role(self.title, "title")
        self.busy = BusyLine(self.theme, self)  # here it moves nothing that the pointer is on
        self.back = self._button(self.tr("Ändra kolumnerna"))
        self.other = self._button(self.tr("Välj en annan fil…"))
        self.close_ = self._button(self.tr("Stäng"))
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addWidget(self.title, 1)
        for part in (self.busy, self.back, self.other, self.close_):
            row.addWidget(part)
        return row

    def _build_empty(self) -> EmptyState:
        return EmptyState(
            "open",
            self.tr("Hämta in en lista från Excel"),
            self.tr(
                "Släpp en fil här eller välj den. Det kan vara en lista ni redan har, en arbetsbok "
                "härifrån som någon har ändrat i, eller mätvärden till exempel ur Kolada. Du ser "
                "varje rad innan något ändras."
            ),
            self.tr("Välj fil…"),
            self.ask_file,
            theme=self.theme,
            parent=self,
        )

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "secondary")
        return button

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.other.clicked.connect(self.ask_file)
        self.close_.clicked.connect(self._on_close)
        self.columns.changed.connect(self._on_layout)
        self.columns.agreed.connect(self._on_agreed)
        self.review.agreed.connect(self._on_take)
        self.review.answered.connect(self.taking.answer)
        self.busy.cancelled.connect(self._on_cancel)
        taking = self.taking
        taking.looked.connect(self._on_looked)
        taking.proposed.connect(self.show_proposals)
        taking.taken.connect(self._on_taken)
        taking.failed.connect(self._on_failed)
        taking.progressed.connect(self._on_progress)

    # What the window asks

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        reason = Qt.FocusReason.OtherFocusReason
        return (
            (self.stack, self._focus_shown),
            (self.close_, lambda: self.close_.setFocus(reason)),
        )

    def close_place(self) -> None:
        """Stop what goes on: the plan is being closed."""
        self.taking.close()

    def ask_file(self) -> None:
        """Ask which file to take in."""
        found = self._choosing.list_to_take_in(self)
        if found is not None:
            self.read(found)

    @property
    def holds_file(self) -> bool:
        """Whether a file has been read that is not taken in."""
        return self.stack.currentWidget() in (self.columns, self.review)

    @Slot(object)
    def read(self, place: Path) -> None:
        """Read a file; nothing of the one before is left."""
        self._begin_anew()
        self._file = place.name
        self.title.setText(place.name)
        self._show(self.waiting)
        self._begin_work(self.tr("Läser {file}…").format(file=place.name))
        self.taking.read(place)

    # What is shown

    def _begin_anew(self) -> None:
        self._look = None
        self.review.asks.begin_anew()
        self.title.setText(self.tr("Hämta in från Excel"))
        self._show(self.empty)
        self._say_problem("")

    def _show(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self._show_buttons()

    def _show_buttons(self) -> None:
        show_if(self.other, self.holds_file)
        at_rows = self.stack.currentWidget() is self.review
        show_if(self.back, at_rows and self._look is not None)

    def _begin_work(self, text: str) -> None:
        """Say what is under way, when it takes a while; nothing else is to be begun meanwhile."""
        self.busy.start(text)
        show_if(self.back, False)
        show_if(self.other, False)

    def _end_work(self) -> None:
        self.busy.stop()
        self._show_buttons()

    def _focus_shown(self) -> None:
        part = self.stack.currentWidget()
        if part is self.columns:
            self.columns.focus()
        elif part is self.review:
            self.review.focus()
        else:
            button = self.empty.button if part is self.empty else self.close_
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        show_if(self.problem, bool(text))

    def _show_problem(self, text: str) -> None:
        """Say what did not go, where one was before it was tried."""
        if self.stack.currentWidget() is self.waiting:
            self._show(self.empty)
        self._say_problem(text)
        self._focus_shown()

    # What comes

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        first = self._look is None
        self._end_work()
        self._say_problem("")
        self._look = look
        self.columns.show_look(look)
        self._show(self.columns)
        if first:
            self.columns.focus()

    @Slot(object)
    def _on_layout(self, layout: Layout) -> None:
        self.taking.look(layout)

    @Slot(object)
    def _on_agreed(self, look: Look) -> None:
        self._begin_work(self.tr("Läser {rows}…").format(rows=counted(look.rows)))
        self.taking.propose(look)

    @Slot(object)
    def show_proposals(self, proposals: Proposals) -> None:
        """Show what a file proposes, to go through."""
        self._end_work()
        self.review.show_proposals(proposals)
        self._show(self.review)
        self.review.focus()

    def _on_take(self, chosen: Proposals, anyway: bool) -> None:
        self.review.let_take(can=False)
        rows = counted(len(chosen.proposals))
        self._begin_work(self.tr("Hämtar in {rows}…").format(rows=rows))
        self.brought = brought(chosen)
        self.taking.take(chosen, anyway=anyway)

    @Slot(int)
    def _on_taken(self, rows: int) -> None:
        self._end_work()
        file = self._file
        self._begin_anew()
        self.taken_in.emit(taken(rows, file))

    @Slot(object)
    def _on_failed(self, error: PlanError) -> None:
        self._end_work()
        if self.stack.currentWidget() is self.review:
            self.review.let_take(can=True)
            self.review.show_problem(error)
        else:
            self._show_problem(error.sentence)

    @Slot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        text = self.tr("Rad {n} av {of}…").format(n=grouped(done), of=grouped(of))
        self.busy.label.setText(text)

    def _on_cancel(self) -> None:
        self.taking.cancel()
        if not self.taking.is_under_way:
            self._end_work()
            self._show_problem(self.tr("Du avbröt. Inget har ändrats."))

    def _on_back(self) -> None:
        self._show(self.columns)
        self.columns.focus()

    def _on_close(self) -> None:
        self.taking.cancel()
        self._end_work()
        if not self.holds_file:
            self._begin_anew()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the plan on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)
