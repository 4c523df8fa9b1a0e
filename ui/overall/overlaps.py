"""Finding work that overlaps in the county: said at once without it, and soon with it."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.session.overall import (
    Compared,
    County,
    Likeness,
    compared,
    likenesses,
    whole_county,
)
from nvworkshop.session.view import PlanView
from ui.background import Worker
from ui.desk import Desk
from ui.editor.asking import ask, while_there
from ui.words import tr

_PATIENCE = 5.0
"""Seconds to wait, at most, for what is being compared to stop; it looks at every row."""


class Overlaps(QObject):
    """Tells of the county each time it is asked to look; the comparing has a thread of its own."""

    found = Signal(object, bool)  # County, and whether more is on its way

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._worker: Worker | None = None
        self._stop = threading.Event()
        self._wanted: Compared | None = None
        self._compared: Compared | None = None
        self._alike: list[Likeness] = []
        self._closed = False

    def look(self) -> None:
        """Ask what there is in the plan, and compare it unless it is compared already."""
        ask(self._desk, self, partial(_asked, self._compared, self._alike), self._on_asked)

    def close(self) -> None:
        """Stop comparing, and wait the moment it takes: no thread outlives the plan's window."""
        self._closed = True
        self._stop.set()
        if self._worker is not None:
            self._worker.stop(_PATIENCE)
            self._worker = None

    def _on_asked(self, answer: tuple[Compared, County, bool]) -> None:
        wanted, county, done = answer
        self.found.emit(county, not done)
        under_way, self._wanted = self._wanted, None if done else wanted
        if not done and not self._closed and not wanted.is_like(under_way):
            self._compare(wanted)

    def _compare(self, wanted: Compared) -> None:
        self._stop.set()
        self._stop = stop = threading.Event()
        if self._worker is None:
            self._worker = Worker("overlaps", self)
        self._worker.do(
            partial(_likenesses, wanted, stop),
            while_there(self, partial(self._on_compared, wanted)),
            while_there(self, self._on_failed),
        )

    def _on_compared(self, wanted: Compared, alike: list[Likeness]) -> None:
        self._compared, self._alike = wanted, alike
        if self._wanted is not None:
            self.look()  # a row may have been handled meanwhile

    def _on_failed(self, error: PlanError) -> None:
        if not isinstance(error, CancelledError):
            self._wanted = None
            self._desk.failed.emit(error)


def _asked(
    made: Compared | None, alike: list[Likeness], view: PlanView
) -> tuple[Compared, County, bool]:
    """Answered in the plan's thread: what there is, said with what was found alike before."""
    wanted = compared(view)
    return wanted, whole_county(wanted, alike), wanted.is_like(made)


def _likenesses(wanted: Compared, stop: threading.Event) -> list[Likeness]:
    """Compare in the worker's thread. Raises CancelledError."""

    def _progress(_done: int, _all: int) -> None:
        if stop.is_set():
            raise CancelledError(tr("Jämförelsen avbröts."))

    return likenesses(wanted, _progress)
