"""Which screen the room's window is on: the one the recorder doesn't use, once there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.room.window import RoomWindow

T = TypeVar("T")
_SETTLE = 400
"""Milliseconds that the system is given to settle after a cable came or went."""


def screen_for_room(screens: Sequence[T], recorder: T | None) -> T | None:
    """Return the screen for the room: the first the recorder isn't on; None with a single one."""
    others = [one for one in screens if one is not recorder]
    return others[0] if others and len(screens) > 1 else None


class RoomScreens(QObject):
    """Puts the window where it belongs when it is shown, and when screens come and go."""

    def __init__(self, window: RoomWindow, recorder: QWidget) -> None:
        """Follow the screens until closed."""
        super().__init__(window)
        self._window, self._recorder = window, recorder
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self.place)
        self._app = QGuiApplication.instance()
        if isinstance(self._app, QGuiApplication):
            self._app.screenAdded.connect(self._on_screens)
            self._app.screenRemoved.connect(self._on_screens)
        window.full_asked.connect(self.toggle_full)

    def show(self) -> None:
        """Show the window."""
        self.place()

    @Slot()
    def place(self) -> None:
        """Fill the other screen; be a plain window where there is none."""
        there = screen_for_room(QGuiApplication.screens(), self._recorder.screen())
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if there is None:
            self._be_plain()
        else:
            self._fill(there)

    @Slot()
    def toggle_full(self) -> None:
        """Fill the screen it is on, or be a plain window there."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def close(self) -> None:
        """Follow no more."""
        self._soon.stop()
        if isinstance(self._app, QGuiApplication):
            self._app.screenAdded.disconnect(self._on_screens)
            self._app.screenRemoved.disconnect(self._on_screens)

    def _fill(self, screen: QScreen) -> None:
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def _be_plain(self) -> None:
        screen = self._recorder.screen().availableGeometry()
        if not screen.intersects(self._window.geometry()):
            self._window.move(screen.topLeft())
        self._window.resize(self._window.size().boundedTo(screen.size() * 0.8))
        self._window.showNormal()

    @Slot(QScreen)
    def _on_screens(self, _: QScreen) -> None:
        self._soon.start()
