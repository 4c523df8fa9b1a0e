"""Filling a form a little at a time: what is seen at once, the rest while nobody waits for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_AT_ONCE = 0.020
_AT_A_TIME = 0.016
"""Seconds of work before the window is let go: for another row, and each time after.

A form that is new is built while it is filled, and begins in the next turn.
"""


class Filling(QObject):
    """What is left to fill, in order."""

    finished = Signal()

    def __init__(self, hold: Callable[[bool], None], parent: QObject | None = None) -> None:
        """Have nothing to do; `hold` is called with true before work, and with false after it."""
        super().__init__(parent)
        self._hold = hold
        self._began = False
        self._left: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, tasks: Iterable[Callable[[], None]]) -> None:
        """Do this instead of what was left."""
        self._left = deque(tasks)
        if self._began:
            self._work(_AT_ONCE)
        else:
            self._hold(False)
            self._timer.start()
        self._began = True

    def add(self, tasks: Iterable[Callable[[], None]]) -> None:
        """Do this too."""
        self._left.extend(tasks)
        self._work(_AT_ONCE)

    def finish(self) -> None:
        """Do all that is left now."""
        if self._left:
            self._work(float("inf"))

    @Slot()
    def _go_on(self) -> None:
        self._work(_AT_A_TIME)

    def _work(self, seconds: float) -> None:
        until = perf_counter() + seconds
        self._hold(True)
        while self._left:
            self._left.popleft()()
            if perf_counter() > until:
                break
        self._hold(False)
        if self._left:
            self._timer.start()
        else:
            self._timer.stop()
            self.finished.emit()
