"""Listens for the ends that come from outside: signals, log-off, sleep, another window."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt

from ui.sleep import SleepNotice

if TYPE_CHECKING:
    from ui.app import Program
    from ui.window.main_window import MainWindow

_ENDINGS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


class Guards(QObject):
    """Listens for the ends that come from outside."""

    def __init__(self, app: Program, window: MainWindow) -> None:
        """Listen from now on."""
        super().__init__(app)
        self._window = window
        app.file_asked.connect(window.on_second_start)
        app.commitDataRequest.connect(self._on_log_off)
        app.applicationStateChanged.connect(self._on_state)
        app.aboutToQuit.connect(window.keep_everything)
        SleepNotice(self).falling_asleep.connect(window.keep_everything)
        self._pair = socket.socketpair()
        for end in self._pair:
            end.setblocking(False)
        self._before = [signal.signal(one, lambda *_: None) for one in _ENDINGS]
        self._wakeup = signal.set_wakeup_fd(self._pair[1].fileno())
        self._notifier = QSocketNotifier(self._pair[0].fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def release(self) -> None:
        """Stop listening."""
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in zip(_ENDINGS, self._before, strict=True):
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        for end in self._pair:
            end.close()

    def _on_log_off(self, _: object) -> None:
        """Write everything, and let the window be closed without a question."""
        self._window.leaving.asks = False
        self._window.keep_everything()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        self._window.leaving.asks |= state == Qt.ApplicationState.ApplicationActive
        if state != Qt.ApplicationState.ApplicationActive:
            self._window.keep()

    def _on_signal(self) -> None:
        self._pair[0].recv(64)
        self._window.end()
