"""The desk: one open plan, worked by threads of its own, told to the window as past facts.

Nothing here waits. The plan's thread owns the session: it edits, and answers questions. The
publisher's thread writes copies of the plan to its file. What the window shows is `rows` and
`plan`, which change only in the window's thread, and only from what the session said it touched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nvworkshop.errors import PlanError
from nvworkshop.model.things import Thing
from nvworkshop.session.copies import FoundCopy
from nvworkshop.session.live import KEPT, Delta, LivePlan, Opened
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.publishing import PlanCopy
from nvworkshop.session.rows import Row
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import Strategy
from nvworkshop.strategy.spoken import spoken
from ui.background import Worker
from ui.saving import SaveState

T = TypeVar("T")
Edit = Callable[[Session], Outcome]
Question = Callable[[PlanView], T]
_AFTER_EDIT = 1_000
_LOOK_AGAIN = 5_000
"""Milliseconds: from the last edit to publishing, and between looks at the file."""


class Desk(QObject):
    """One open plan. Ask with `ask`, change with `edit`; listen to the signals."""

    opened = Signal(object)  # Opened
    refused = Signal(object)  # PlanError: the plan could not be opened
    changed = Signal(object)  # Delta
    saved = Signal(object)  # SaveState
    told = Signal(str)  # a sentence for the person
    warned = Signal(str)  # one that somebody should read
    failed = Signal(object)  # PlanError: an edit could not be made
    closed = Signal(object)  # None, or PlanError: why the plan file could not be written

    def __init__(
        self, place: Path, surroundings: Surroundings, parent: QObject | None = None
    ) -> None:
        """Start the threads; `open` opens the plan."""
        super().__init__(parent)
        self.place = place
        self.surroundings = surroundings
        self.plan: Thing | None = None
        self.strategy = Strategy.bare("")
        self.rows: dict[str, dict[str, Row]] = {kind: {} for kind in KEPT}
        self.read_only = ""
        self.undo_label = ""
        self.redo_label = ""
        self.save_state = SaveState()
        self._live = LivePlan(place, surroundings)
        self._worker = Worker("plan", self)
        self._publisher = Worker("publisher", self)
        self._looker = Worker("copies", self)  # a large copy must not delay publishing
        self._publishing = False
        self._unpublished = False
        self._finishing = False
        self._when_quiet: list[Callable[[], None]] = []
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_EDIT)
        self._soon.timeout.connect(self.publish)
        self._looking = QTimer(self, interval=_LOOK_AGAIN)
        self._looking.timeout.connect(self._look)

    def open(self) -> None:
        """Open the plan; `opened` or `refused` follows."""
        self._worker.do(self._live.open, self._on_opened, self.refused.emit)

    def ask(
        self,
        question: Question[T],
        done: Callable[[T], None],
        failed: Callable[[PlanError], None] | None = None,
    ) -> None:
        """Answer a question about the plan, in its thread; none once the plan is being closed."""
        if self._finishing:
            return
        self._worker.do(lambda: self._live.ask(question), done, failed or self.failed.emit)

    def edit(
        self,
        change: Edit,
        done: Callable[[Delta], None] | None = None,
        failed: Callable[[PlanError], None] | None = None,
    ) -> None:
        """Change the plan; `changed` follows when it is committed, then `done`."""

        def _done(delta: Delta) -> None:
            self._on_changed(delta)
            if done is not None:
                done(delta)

        self._worker.do(lambda: self._live.edit(change), _done, failed or self.failed.emit)

    def undo(self) -> None:
        """Take back the last step."""
        self.edit(lambda session: session.undo())

    def redo(self) -> None:
        """Do again the step last undone."""
        self.edit(lambda session: session.redo())

    @Slot()
    def publish(self) -> None:
        """Write the plan file now, away from the window; `saved` follows."""
        if self.read_only or self._publishing or self._finishing or self.plan is None:
            return
        self._soon.stop()
        self._publishing = True
        self._unpublished = False
        self._worker.do(self._live.copied, self._on_copied, self._on_unpublished)

    def settle(self, done: Callable[[int], None]) -> None:
        """Write the plan file, then tell how many of people's changes it lacks all the same."""

        def _publish() -> None:
            self._when_quiet.append(lambda: self.count_waiting(done))
            self.publish()

        self._after_publishing(_publish)

    def count_waiting(self, done: Callable[[int], None]) -> None:
        """Tell how many of people's changes the plan file lacks."""
        self._worker.do(self._live.waiting, done, lambda _: done(0))

    def draft(self, kind: str, entity: str, field: str, text: str | None) -> None:
        """Keep what stands in an open field, so that a crash leaves it; None when it is set."""
        if not self.read_only:
            self._worker.do(
                lambda: self._live.draft(kind, entity, field, text), None, self.failed.emit
            )

    def dismiss_leftovers(self) -> None:
        """Forget the text of an earlier crash that had no place to go."""
        self._worker.do(self._live.dismiss_leftovers, None, self.failed.emit)

    def save_copy(self, place: Path, done: Callable[[Path], None]) -> None:
        """Write the plan as it is to another file, and go on with this one."""
        self._worker.do(
            lambda: self._live.save_copy(place), lambda _: done(place), self.failed.emit
        )

    def move(self, place: Path, done: Callable[[Path], None]) -> None:
        """Move the plan file; the plan stays open."""

        def _moved(delta: Delta) -> None:
            self.place = place
            self._on_changed(delta)
            done(place)

        self._after_publishing(
            lambda: self._worker.do(lambda: self._live.move(place), _moved, self.failed.emit)
        )

    def find_copies(self, done: Callable[[tuple[FoundCopy, ...]], None]) -> None:
        """Look for other copies of the plan beside its file that hold more."""
        if self.read_only or self._finishing:
            return
        self._publisher.do(lambda: self._live.copies(lambda: self._finishing), done, lambda _: None)

    def leave_copy(self, place: Path) -> None:
        """Say no to a copy: it is not offered again until somebody writes in it."""
        self._worker.do(lambda: self._live.leave_copy(place))

    def take_in(self, place: Path) -> None:
        """Merge another copy of the plan, as one step that can be undone."""
        self._worker.do(lambda: self._live.take_in(place), self._on_changed, self.failed.emit)

    def finish(self) -> None:
        """Do what was asked, publish, and end the threads; `closed` follows."""
        if self._finishing:
            return
        self._finishing = True
        self._soon.stop()
        self._looking.stop()
        self._after_publishing(
            lambda: self._worker.do(self._live.close, self._on_closed, self._on_closed)
        )

    def _after_publishing(self, work: Callable[[], None]) -> None:
        """Call `work` when nothing is being published: now, or as soon as it is done."""
        if self._publishing:
            self._when_quiet.append(work)
        else:
            work()

    def _quiet(self) -> None:
        """Note that publishing is over, and do what waited for it."""
        self._publishing = False
        waiting, self._when_quiet = self._when_quiet, []
        for work in waiting:
            work()

    def _on_closed(self, problem: PlanError | None = None) -> None:
        for worker in (self._looker, self._publisher, self._worker):
            worker.stop()
        self.closed.emit(problem)

    def _on_opened(self, opened: Opened) -> None:
        self.plan, self.rows = opened.plan, opened.rows
        self.strategy = spoken(opened.strategy)
        self.read_only = opened.read_only
        self.undo_label = opened.undo_label
        self.save_state.published_at = opened.published_at
        self.opened.emit(opened)
        self.saved.emit(self.save_state)
        if not self.read_only:
            self._looking.start()
            self.publish()

    def _on_changed(self, delta: Delta) -> None:
        for kind, rows in delta.rows.items():
            for entity, row in rows.items():
                _put(self.rows[kind], entity, row)
        self.plan = delta.plan
        self.undo_label, self.redo_label = delta.undo_label, delta.redo_label
        self.changed.emit(delta)
        self._tell(delta)
        if delta.touched:
            self.save_state.kept_at = delta.at
            self.save_state.waiting = True
            self._unpublished = True
            self._soon.start()
            self.saved.emit(self.save_state)

    def _tell(self, delta: Delta) -> None:
        if delta.notes:  # what only tells gives way to the next: all of it is one
            self.told.emit(" ".join(delta.notes))
        for warning in delta.warnings:
            self.warned.emit(warning)

    def _on_copied(self, copy: PlanCopy) -> None:
        self._publisher.do(
            copy.publish,
            lambda result: self._worker.do(
                lambda: self._live.took(copy, result), self._on_published, self._on_unpublished
            ),
            self._on_unpublished,
        )

    def _on_published(self, delta: Delta) -> None:
        if delta.touched:
            self._on_changed(delta)
        else:
            self._tell(delta)
        state = self.save_state
        state.published_at, state.problem = delta.at, None
        state.waiting = self._unpublished
        self.saved.emit(state)
        self._quiet()

    def _on_unpublished(self, problem: PlanError) -> None:
        self.save_state.problem = problem
        self.save_state.waiting = True
        self.saved.emit(self.save_state)
        self._quiet()

    @Slot()
    def _look(self) -> None:
        """Try again what could not be published, and see whether the file has changed."""
        if self.save_state.problem or self._unpublished:
            self.publish()
        elif not self._publishing:
            self._publisher.do(self._live.looks_changed, self._on_looked)

    def _on_looked(self, changed: bool) -> None:
        if changed:
            self.publish()


def _put(rows: dict[str, Row], entity: str, row: Row | None) -> None:
    if row is None:
        rows.pop(entity, None)
    else:
        rows[entity] = row
