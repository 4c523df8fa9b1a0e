"""One file on its way in: read, looked at, proposed and taken, away from the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from nvworkshop.errors import CancelledError
from nvworkshop.model.layouts import Layout, Look
from nvworkshop.model.proposals import Proposals
from nvworkshop.model.sheets import RawBook
from nvworkshop.session import foreign, incoming, measuring
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView
from ui.background import Worker
from ui.desk import Desk, Question
from ui.editor.asking import while_there
from ui.words import tr

T = TypeVar("T")
A = TypeVar("A")
_LOOK = 100
"""Milliseconds between looks at how far it has come."""


@dataclass(slots=True)
class _Run:
    """What both threads see of one errand: plain values, each written by one of them."""

    done: int = 0
    of: int = 0
    cancelled: bool = False
    writes: bool = False

    def tell(self, done: int, of: int) -> None:
        """Say how far it has come; raises CancelledError when nobody wants it any more."""
        if self.cancelled:
            raise CancelledError(tr("Inläsningen avbröts. Inget har ändrats."))
        self.done, self.of = done, of


class Taking(QObject):
    """Does one errand at a time; what comes of one that was stopped is dropped."""

    looked = Signal(object)  # Look: somebody's own list
    proposed = Signal(object)  # Proposals
    taken = Signal(int)  # rows
    failed = Signal(object)  # PlanError: nothing has changed
    progressed = Signal(int, int)  # rows done, rows in all

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take in to the plan of a desk."""
        super().__init__(parent)
        self._desk = desk
        self._worker: Worker | None = None
        self._run: _Run | None = None
        self.book: RawBook | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._on_look)

    @property
    def is_under_way(self) -> bool:
        """Whether something is being done."""
        return self._run is not None

    def read(self, place: Path) -> None:
        """Read a file; `looked`, `proposed` or `failed` follows."""
        run = self._begin()
        self._work(run, lambda: foreign.read(place), self._on_read)

    def look(self, layout: Layout | None = None) -> None:
        """Look at the list anew, as `layout` says; `looked` follows."""
        book = self.book
        if book is not None:
            run = self._begin()
            self._ask(run, lambda view: foreign.look(view, book, layout), self.looked.emit)

    def propose(self, found: Look) -> None:
        """Read the list as it was chosen to be read, and remember how; `proposed` follows."""
        book = self.book
        if book is None:
            return

        def _on_around(plan: foreign.Beside) -> None:
            run = self._begin()
            self._work(
                run,
                lambda: foreign.found_in(book, found.layout, plan, run.tell),
                self.proposed.emit,
            )

        def _asked(view: PlanView) -> foreign.Beside:
            foreign.remember(view, found)
            return foreign.around(view)

        self._ask(self._begin(), _asked, _on_around)

    def measure(self) -> None:
        """Read a table of measured values; `proposed` follows."""
        book = self.book
        if book is None:
            return

        def _on_around(plan: measuring.Around) -> None:
            run = self._begin()
            self._work(run, lambda: measuring.found_in(book, plan, run.tell), self.proposed.emit)

        self._ask(self._begin(), measuring.around, _on_around)

    def answer(self, renamed: Mapping[str, str]) -> None:
        """Read a book of the program's own, with headings that mean fields; `proposed` follows."""
        book = self.book
        if book is not None:
            self._ask(
                self._begin(),
                lambda view: incoming.propose_book(view, book, renamed=renamed),
                self.proposed.emit,
            )

    def take(self, chosen: Proposals, *, anyway: bool = False) -> None:
        """Take rows into the plan, in one step; `taken` or `failed` follows."""
        run = self._begin(writes=True)
        keys = {one.key for one in chosen.proposals}

        def _take(session: Session) -> Outcome:
            run.tell(0, 0)
            return incoming.apply(session, chosen, keys, tell=run.tell)

        self._desk.edit(
            kept_anyway(_take) if anyway else _take,
            self._still(run, lambda _: self.taken.emit(len(chosen.proposals))),
            self._still(run, self.failed.emit),
        )

    def cancel(self) -> None:
        """Stop what is being done; nothing has changed, unless `taken` follows all the same."""
        run = self._run
        if run is None:
            return
        run.cancelled = True
        if not run.writes:
            self._end()
            self._let_go()  # what is being read goes on for a while, and nobody waits for it

    def close(self) -> None:
        """Stop, and let the thread end."""
        self.cancel()
        self._let_go()

    def _let_go(self) -> None:
        if self._worker is not None:
            self._worker.stop(0)
            self._worker = None

    def _begin(self, *, writes: bool = False) -> _Run:
        self.cancel()
        self._run = run = _Run(writes=writes)
        self._timer.start()
        return run

    def _end(self) -> None:
        self._run = None
        self._timer.stop()

    def _work(self, run: _Run, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._worker is None:
            self._worker = Worker("incoming", self)
        self._worker.do(work, self._still(run, done), self._still(run, self.failed.emit))

    def _ask(self, run: _Run, question: Question[T], done: Callable[[T], None]) -> None:
        self._desk.ask(question, self._still(run, done), self._still(run, self.failed.emit))

    def _still(self, run: _Run, call: Callable[[A], None]) -> Callable[[A], None]:
        """Return a call that ends the errand, and does nothing when it was stopped."""

        def _call(answer: A) -> None:
            if self._run is run:
                self._end()
                call(answer)

        return while_there(self, _call)

    def _on_look(self) -> None:
        if self._run is not None and self._run.of:
            self.progressed.emit(self._run.done, self._run.of)

    def _on_read(self, book: RawBook) -> None:
        self.book = book
        match incoming.form_of(book):
            case incoming.Form.LIST:
                self.look()
            case incoming.Form.MEASURED:
                self.measure()
            case incoming.Form.RETURNED:
                self.answer({})
