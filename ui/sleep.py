"""Telling that the computer is about to sleep, where the system says so.

Windows sends a message to every window, Linux (logind) a signal on the system bus. macOS makes the
program inactive first, which `ui.app` listens for everywhere.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_WM_POWERBROADCAST = 0x0218
_SUSPENDING = 4


class SleepNotice(QObject):
    """Emits `falling_asleep` just before the computer sleeps."""

    falling_asleep = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen in the way of this system; where there is none, stay silent."""
        super().__init__(parent)
        self._filter: _PowerMessages | None = None
        if sys.platform == "win32":
            self._filter = _PowerMessages(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)
        elif sys.platform.startswith("linux"):
            self._listen_to_logind()

    def _listen_to_logind(self) -> None:
        from PySide6.QtCore import SLOT
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            name, path, interface = _LOGIND
            slot = SLOT("on_sleep(bool)").encode()
            bus.connect(name, path, interface, "PrepareForSleep", self, slot)

    @Slot(bool)
    def on_sleep(self, falling: bool) -> None:
        """Tell of falling asleep; not of waking."""
        if falling:
            self.falling_asleep.emit()


class _PowerMessages(QAbstractNativeEventFilter):
    """Reads Windows' power messages as they come by."""

    def __init__(self, notice: SleepNotice) -> None:
        super().__init__()
        self._notice = notice

    def nativeEventFilter(self, event_type: Any, message: int) -> tuple[bool, int]:
        """Look at the message, and let it go on."""
        from ctypes import wintypes

        sent = wintypes.MSG.from_address(int(message))
        if sent.message == _WM_POWERBROADCAST and sent.wParam == _SUSPENDING:
            self._notice.on_sleep(True)
        return False, 0
