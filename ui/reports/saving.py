"""Writing reports to files and pages, one thing at a time, away from the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.language import said
from nvworkshop.session.reporting import (
    Asked,
    ExportResult,
    Report,
    Reports,
    SavedAll,
    Subject,
    take,
    take_all,
)
from nvworkshop.session.view import PlanView
from ui.background import Worker
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.reports.printing import Page, pages_of

_LOOK = 100
"""Milliseconds between looks at how far it has come."""

_PATIENCE = 10.0
"""Seconds that closing the plan waits for a file that is being written."""


@dataclass(slots=True)
class _Run:
    """What both threads see of long work: plain values, each written by one of them."""

    of: int = 0
    done: int = 0
    cancelled: bool = False

    def tell(self, done: int, of: int = 0) -> None:
        """Note how many are ready, in the thread that makes them; `of` where it wasn't known."""
        self.done, self.of = done, of or self.of


class Saving(QObject):
    """`failed` follows for what could not be taken out of the plan, written or drawn."""

    saved = Signal(object)  # ExportResult
    saved_all = Signal(object)  # SavedAll
    progressed = Signal(int, int)  # files or pages made, and in all
    failed = Signal(object)  # PlanError

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Write reports of the plan of a desk."""
        super().__init__(parent)
        self._desk = desk
        self._worker = self._made_worker()
        self._run: _Run | None = None
        self._writes = False
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)

    def take(self, asked: Asked, done: Callable[[Report], None]) -> None:
        """Take a report out of the plan as it is now."""
        self._desk.ask(partial(_taken, asked), while_there(self, done), self._failing)

    def take_all(self, asked: Asked, subject: Subject, done: Callable[[Reports], None]) -> None:
        """Take the report of everyone out of the plan as it is now."""
        self._desk.ask(partial(_taken_all, asked, subject), while_there(self, done), self._failing)

    def save(self, report: Report, place: Path) -> None:
        """Write a report; `saved` follows."""
        self._writes = True
        self._worker.do(
            partial(report.save, place), while_there(self, self._on_saved), self._failing
        )

    def save_all(self, reports: Reports, folder: Path, suffix: str) -> None:
        """Write the reports of everyone to a new folder; `saved_all` follows."""
        self._writes = True
        self._run = run = _Run(len(reports.each))
        self._look.start()
        work = partial(reports.save, folder, suffix, tell=run.tell, cancelled=lambda: run.cancelled)
        self._worker.do(work, while_there(self, self._on_saved_all), self._failing)

    def draw(self, report: Report, done: Callable[[Sequence[Page]], None]) -> None:
        """Draw the pages of a report, to print."""
        self._run = run = _Run()
        self._look.start()
        work = partial(pages_of, report, tell=run.tell, cancelled=lambda: run.cancelled)
        self._worker.do(work, while_there(self, partial(self._on_drawn, done)), self._failing)

    def cancel(self) -> None:
        """Stop writing many, or drawing; nothing of it is left."""
        if self._run is None:
            return
        self._run.cancelled = True
        if not self._writes:
            self._leave_drawing()

    def _leave_drawing(self) -> None:
        """Wait no more for pages: a page that is being set can't be stopped, only left behind."""
        self._worker.deleteLater()
        self._worker = self._made_worker()
        self._on_failed(CancelledError(said("Avbrutet. Inget skrivs ut.")))

    def _made_worker(self) -> Worker:
        return Worker("documents", self)

    def close(self) -> None:
        """Let what is being written be done, and end the thread."""
        self.cancel()
        self._look.stop()
        self._worker.stop(_PATIENCE if self._writes else 0)

    @property
    def _failing(self) -> Callable[[PlanError], None]:
        return while_there(self, self._on_failed)

    def _on_drawn(self, done: Callable[[Sequence[Page]], None], pages: Sequence[Page]) -> None:
        self._end()
        done(pages)

    def _on_saved(self, result: ExportResult) -> None:
        self._end()
        self.saved.emit(result)

    def _on_saved_all(self, saved: SavedAll) -> None:
        self._end()
        self.saved_all.emit(saved)

    def _on_failed(self, error: PlanError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._run = None
        self._writes = False
        self._look.stop()

    def _on_look(self) -> None:
        if self._run is not None and self._run.of:
            self.progressed.emit(self._run.done, self._run.of)


def _taken(asked: Asked, view: PlanView) -> Report:
    return take(view, asked)


def _taken_all(asked: Asked, subject: Subject, view: PlanView) -> Reports:
    return take_all(view, asked, subject)
