"""Long work, one helper: a thread that does what it is asked in order and answers in the window."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from nvworkshop.errors import PlanError

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[PlanError], None]
Box = list[Any]
"""What was asked, and then its answer. It travels to the thread and back and is emptied here.

The signal carries nothing but the news: PySide miscounts Python objects that travel in signals
between threads. And what was asked is let go in the window's thread alone: a widget that ends in
another one harms Qt.
"""


class Worker(QObject):
    """One thread of work. `done` and `failed` are called in the thread the worker was made in.

    An expected error goes to `failed`; a bug goes to `sys.excepthook` first.
    """

    _answered = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._queue: queue.SimpleQueue[Box | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Box] = queue.SimpleQueue()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Do the work after what was asked before; return at once."""
        self._queue.put([(work, done, failed)])

    def stop(self, seconds: float = 30.0) -> bool:
        """Finish what was asked and end; tell whether it ended in time."""
        self._queue.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (box := self._queue.get()) is not None:
            box.append(_worked(*box[0]))
            self._answers.put(box)
            try:
                self._answered.emit()
            except RuntimeError:  # the window is gone, and nobody waits for the answer
                return

    @Slot()
    def _on_answered(self) -> None:
        box = self._answers.get()
        call, with_what = box[1]
        box.clear()
        if call is not None:
            call(with_what)


def _worked(
    work: Work, done: Done | None, failed: Failed | None
) -> tuple[Callable[[Any], None] | None, Any]:
    """Do the work; return what is to be called with what."""
    try:
        return done, work()
    except PlanError as error:
        return failed or _unexpected, error
    except Exception as error:  # noqa: BLE001 (one of the three doors)
        return partial(_bug, failed), error


def _unexpected(error: BaseException) -> None:
    """Hand an error nobody waited for to the window's one dialog for bugs."""
    sys.excepthook(type(error), error, error.__traceback__)


def _bug(failed: Failed | None, error: BaseException) -> None:
    """Report a bug, and let whoever waits for the work know that it failed."""
    _unexpected(error)
    if failed is not None:
        failed(PlanError("Det gick inte, för att det blev fel i programmet."))
