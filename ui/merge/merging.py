"""One merge under way: in the plan's thread, told in the window, and stopped without a trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.language import marked
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.receipts import MergeReport
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.words import tr

_LOOK = 100
"""Milliseconds between looks at how far it has come."""

LABEL = marked("Slå samman")


@dataclass(slots=True)
class _Run:
    """What both threads see of one merge: plain values, each written by one of them."""

    places: Sequence[Path]
    done: int = 0
    of: int = 0
    name: str = ""
    cancelled: bool = False
    report: MergeReport | None = None

    def work(self, session: Session) -> Outcome:
        """Merge, in the plan's thread."""
        from nvworkshop.session.merge import merge  # when it is used

        self.report = merge(
            session, self.places, progress=self._tell, cancelled=lambda: self.cancelled
        )
        return Outcome(label=LABEL)

    def _tell(self, done: int, of: int, name: str) -> None:
        if self.cancelled:
            raise CancelledError(tr("Sammanslagningen avbröts. Inget har ändrats."))
        self.done, self.of, self.name = done, of, name


class Merging(QObject):
    """Merges plan files into the open plan, one merge at a time."""

    progressed = Signal(int, int, str)  # files done, files in all, the name of the one at hand
    merged = Signal(object)  # MergeReport
    failed = Signal(object)  # PlanError: nothing has changed

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Merge into the plan of a desk."""
        super().__init__(parent)
        self._desk = desk
        self._run: _Run | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)

    @property
    def is_under_way(self) -> bool:
        """Whether a merge is going on."""
        return self._run is not None

    def merge(self, places: Sequence[Path]) -> None:
        """Merge plan files and folders of them; `merged` or `failed` follows."""
        if self._run is not None or not places:
            return
        self._run = _Run(tuple(places))
        self._look.start()
        self._desk.edit(self._run.work, self._on_merged, self._on_failed)

    def cancel(self) -> None:
        """Stop the merge; `failed` follows, and nothing has changed."""
        if self._run is not None:
            self._run.cancelled = True

    def _on_look(self) -> None:
        if self._run is not None and self._run.of:
            self.progressed.emit(self._run.done, self._run.of, self._run.name)

    def _on_merged(self, _: Delta) -> None:
        run = self._ended()
        if run.report is not None:
            self.merged.emit(run.report)

    def _on_failed(self, error: PlanError) -> None:
        self._ended()
        self.failed.emit(error)

    def _ended(self) -> _Run:
        run, self._run = self._run, None
        self._look.stop()
        if run is None:
            raise RuntimeError("no merge is under way")
        return run
