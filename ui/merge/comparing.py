"""Comparing all actions, in a thread of its own: what was found before stands meanwhile."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.session.suggesting import Asked, Compared, Group, Marker, asked, compared, grouped
from nvworkshop.session.view import PlanView
from ui.background import Worker
from ui.desk import Desk
from ui.editor.asking import ask, while_there
from ui.words import tr

_Answer = tuple[Asked, list[Group], bool]


class Comparing(QObject):
    """Tells of groups when it is asked to look: at once of those known, soon of the rest."""

    found = Signal(object)  # the groups, most certain first
    began = Signal(int)  # how many actions are compared
    ended = Signal()
    stopped = Signal()  # somebody did not want to wait

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._made: Compared | None = None
        self._under_way: Asked | None = None
        self._stop = threading.Event()
        self._worker: Worker | None = None
        self.marker: Marker | None = None
        self.actions = 0

    @property
    def is_done(self) -> bool:
        """Tell whether everything in the plan has been compared once."""
        return self._made is not None

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being compared."""
        return self._under_way is not None

    def look(self) -> None:
        """Ask the plan what there is, and compare what nobody has compared."""
        made = self._made
        ask(self._desk, self, partial(_asked, made=made), self._on_asked)

    def cancel(self) -> None:
        """Stop comparing; what was found before stands."""
        self._stop.set()

    def _on_asked(self, answer: _Answer) -> None:
        wanted, groups, holds = answer
        self.actions = len(wanted.rows)
        if self._made is not None:
            self.found.emit(groups)
        if not holds and (self._under_way is None or self._under_way.rows != wanted.rows):
            self._compare(wanted)

    def _compare(self, wanted: Asked) -> None:
        self._stop.set()
        self._stop = stop = threading.Event()
        self._under_way = wanted
        if self._worker is None:
            self._worker = Worker("suggestions", self)
        self.began.emit(len(wanted.rows))
        self._worker.do(
            partial(_compared, wanted, stop, self.marker),
            while_there(self, partial(self._on_compared, wanted)),
            while_there(self, partial(self._on_failed, wanted)),
        )

    def _on_compared(self, wanted: Asked, made: tuple[Compared, Marker]) -> None:
        if self._under_way is not wanted:
            return
        self._made, self.marker = made
        self._under_way = None
        self.ended.emit()
        self.look()  # something may have been judged meanwhile

    def _on_failed(self, wanted: Asked, error: PlanError) -> None:
        if self._under_way is not wanted:
            return
        self._under_way = None
        self.ended.emit()
        if isinstance(error, CancelledError):
            self.stopped.emit()
        else:
            self._desk.failed.emit(error)


def _asked(view: PlanView, made: Compared | None) -> _Answer:
    """Answered in the plan's thread: what is there, and what is known of it."""
    wanted = asked(view)
    if made is None:
        return wanted, [], False
    return wanted, grouped(wanted, made), made.holds_for(wanted)


def _compared(
    wanted: Asked, stop: threading.Event, marker: Marker | None
) -> tuple[Compared, Marker]:
    """Compare in the worker's thread. Raises CancelledError."""

    def _go_on(_done: int, _of: int) -> None:
        if stop.is_set():
            raise CancelledError(tr("Jämförelsen avbröts."))

    made = compared(wanted, _go_on)
    return made, marker or Marker()
