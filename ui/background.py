"""Long work, one helper: a thread that does what it is asked in order and answers in the window."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from nvworkshop.errors import PlanError
from nvworkshop.language import said

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[PlanError], None]
Box = list[Any]
"""What was asked, and then its answer. It travels to the thread and back and is emptied here.

The signal carries nothing but the news: PySide miscounts Python objects that travel in signals
between threads. And what was asked is let go in the window's thread alone: a widget that ends in
another one harms Qt.
"""


class _Letterbox(QObject):
    """Where every thread leaves its answers.

    It lives as long as the program: a thread that tells its news through an object the window
    may end meanwhile harms Qt.
    """

    _filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answers: queue.SimpleQueue[Box] = queue.SimpleQueue()
        self._filled.connect(self._on_filled, Qt.ConnectionType.QueuedConnection)

    def leave(self, box: Box) -> None:
        """Leave an answer; called in the thread that did the work."""
        self._answers.put(box)
        with suppress(RuntimeError):  # the program has ended, and nobody waits for the answer
            self._filled.emit()

    @Slot()
    def _on_filled(self) -> None:
        box = self._answers.get()
        worker, (call, with_what) = box[0], box[-1]
        box.clear()
        if call is not None and isValid(worker):
            call(with_what)


@cache
def _letterbox() -> _Letterbox:
    """Return the one of the window's thread, where the first worker is made."""
    return _Letterbox()


class Worker(QObject):
    """One thread of work. `done` and `failed` are called in the window's thread.

    An expected error goes to `failed`; a bug goes to `sys.excepthook` first. Nobody is called
    when the worker is gone.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._queue = asked = queue.SimpleQueue[Box | None]()
        self.destroyed.connect(lambda: asked.put(None))
        self._thread = threading.Thread(
            target=_run, args=(asked, _letterbox()), name=name, daemon=True
        )
        self._thread.start()

    def do(self, work: Work, done: Done | None = None, failed: Failed | None = None) -> None:
        """Do the work after what was asked before; return at once."""
        self._queue.put([self, (work, done, failed)])

    def stop(self, seconds: float = 30.0) -> bool:
        """Finish what was asked and end; tell whether it ended in time."""
        self._queue.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()


def _run(asked: queue.SimpleQueue[Box | None], answers: _Letterbox) -> None:
    """Do what is asked for, in order; the thread holds no other object of the window's."""
    while (box := asked.get()) is not None:
        box.append(_worked(*box[1]))
        answers.leave(box)


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
        failed(PlanError(said("Det gick inte, för att det blev fel i programmet.")))
