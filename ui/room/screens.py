"""Which screen the room's window is on: the one the recorder doesn't use, once there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.room.window import LEAST, RoomWindow

_SETTLE = 400
"""Milliseconds that the system is given to settle after a cable came or went."""

_PLAIN = 0.7
"""The most of a single screen that a plain window has."""

_SHAPE = QSize(16, 9)
"""The shape of a plain window beside the recorder's."""

_FULL = Qt.WindowState.WindowFullScreen


def screen_for_room(screens: Sequence[QRect], recorder: QRect) -> int | None:
    """Return which screen is the room's: the largest that shows nothing of the recorder's.

    None when there is no such screen: a single one, or two that show the same.
    """
    others = [n for n, one in enumerate(screens) if not one.intersects(recorder)]
    return max(others, key=lambda n: _area(screens[n]), default=None)


def plain_place(window: QRect, screen: QRect, recorder: QRect) -> QRect:
    """Return where a plain window stands: as it was, but whole on the screen and not filling it.

    A window that has had no place stands beside the recorder's where there is room for it.
    """
    size = window.size().boundedTo(screen.size() * _PLAIN)
    place = QRect(window.topLeft(), size)
    if screen.contains(place) and place.topLeft() != screen.topLeft():
        return place
    free = max(_around(screen, recorder), key=_area)
    beside = _SHAPE.scaled(free.size(), Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size)
    if beside.width() >= LEAST[0] and beside.height() >= LEAST[1]:
        return QRect(free.topLeft(), beside)
    place.moveBottomRight(screen.bottomRight())
    return place


def _around(screen: QRect, window: QRect) -> tuple[QRect, ...]:
    """Return what is free of a screen on each side of a window."""
    over, under, left, right = QRect(screen), QRect(screen), QRect(screen), QRect(screen)
    over.setBottom(window.top() - 1)
    under.setTop(window.bottom() + 1)
    left.setRight(window.left() - 1)
    right.setLeft(window.right() + 1)
    return over, under, left, right


class RoomScreens(QObject):
    """Puts the window where it belongs when it is shown, and when screens come and go.

    The recorder's window keeps the keys all the time, and on a single screen it stays in front.
    """

    def __init__(
        self,
        window: RoomWindow,
        recorder: QWidget,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """Follow the screens until closed."""
        super().__init__(window)
        self._screens = screens
        self._window, self._recorder = window, recorder
        self._on: QScreen | None = None
        self._plain = window.geometry()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self.place)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)
        window.full_asked.connect(self.toggle_full)
        window.left.connect(self._on_left)
        window.typed.connect(self._on_typed)

    def show(self) -> None:
        """Show the window."""
        self.place()

    @Slot()
    def place(self) -> None:
        """Fill the other screen; be a plain window where there is none."""
        screens = self._screens()
        recorder = self._recorder.screen()
        found = screen_for_room([one.geometry() for one in screens], recorder.geometry())
        there = None if found is None else screens[found]
        if self._window.isVisible() and there is self._on:
            return  # another screen came or went
        self._on = there
        if there is None:
            self._be_plain(recorder)
        else:
            self._fill(there)

    @Slot()
    def toggle_full(self) -> None:
        """Fill the screen it is on, or be a plain window there."""
        if self._window.windowState() & _FULL:
            self._be_plain(self._window.screen())
        else:
            self._fill(self._window.screen())

    def close(self) -> None:
        """Follow no more."""
        self._soon.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._on_screens)
            app.screenRemoved.disconnect(self._on_screens)

    def _fill(self, screen: QScreen) -> None:
        """Fill a screen, without Qt's own way, which takes the keys."""
        if not self._window.windowState() & _FULL:
            self._plain = self._window.geometry()
        self._window.setWindowState(self._window.windowState() & ~_FULL)
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.setWindowState(_FULL)
        self._window.show()

    @property
    def is_behind(self) -> bool:
        """Whether the recorder's window stands before this one."""
        full = bool(self._window.windowState() & _FULL)
        return not full and self._window.geometry().intersects(self._recorder.frameGeometry())

    def _be_plain(self, screen: QScreen) -> None:
        """Be a plain window on a screen, never before the recorder's."""
        there, recorder = screen.availableGeometry(), self._recorder.frameGeometry()
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.setGeometry(plain_place(self._plain, there, recorder))
        self._window.show()
        self._recorder.raise_()

    @Slot()
    def _on_left(self) -> None:
        self._recorder.activateWindow()

    @Slot(QKeyEvent)
    def _on_typed(self, event: QKeyEvent) -> None:
        """Let what is typed here be written where the recorder writes."""
        self._recorder.activateWindow()
        writes = self._recorder.focusWidget()
        if writes is not None:
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(writes, again)

    @Slot(QScreen)
    def _on_screens(self, _: QScreen) -> None:
        self._soon.start()


def _area(place: QRect) -> int:
    return place.width() * place.height() if place.isValid() else 0
