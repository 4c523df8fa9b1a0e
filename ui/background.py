"""Long work, one helper: a thread that does what it is asked in order and answers in the window."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from nvworkshop.errors import PlanError

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[PlanError], None]


class Worker(QObject):
    """One thread of work. `done` and `failed` are called in the thread the worker was made in.

    An expected error goes to `failed`; a bug goes to `sys.excepthook` in the window's thread.
    """

    _answered = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._queue: queue.SimpleQueue[tuple[Work, Done | None, Failed | None] | None]
        self._queue = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[tuple[Callable[[Any], None], Any]] = queue.SimpleQueue()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Do the work after what was asked before; return at once."""
        self._queue.put((work, done, failed))

    def stop(self, seconds: float = 30.0) -> bool:
        """Finish what was asked and end; tell whether it ended in time."""
        self._queue.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (asked := self._queue.get()) is not None:
            work, done, failed = asked
            try:
                result = work()
            except PlanError as error:
                self._answer(failed or _unexpected, error)
            except Exception as error:  # noqa: BLE001 (one of the three doors)
                self._answer(_unexpected, error)
            else:
                if done is not None:
                    self._answer(done, result)
            del work, done, failed, asked

    def _answer(self, call: Callable[[Any], None], with_what: Any) -> None:
        """Leave the answer for the other thread; the signal carries nothing but the news.

        Python objects that travel in signals between threads are miscounted by PySide.
        """
        self._answers.put((call, with_what))
        try:
            self._answered.emit()
        except RuntimeError:  # the window is gone, and nobody waits for the answer
            return

    @Slot()
    def _on_answered(self) -> None:
        call, with_what = self._answers.get()
        call(with_what)


def _unexpected(error: BaseException) -> None:
    """Hand an error nobody waited for to the window's one dialog for bugs."""
    sys.excepthook(type(error), error, error.__traceback__)
