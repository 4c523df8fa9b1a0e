"""The room's window while a workshop is led: opened with F9, frozen, blanked, kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings import Settings
from ui.theme.theme import Theme
from ui.workshop.dial import clock_level
from ui.workshop.room import Room

if TYPE_CHECKING:
    from ui.room.screens import RoomScreens
    from ui.room.window import RoomWindow

_SOON = 30
"""Milliseconds in which changes are shown together."""


_SETTLED = 300
"""Milliseconds after which the system has shown a new window."""


class Projecting(QObject):
    """Shows the room what it is to see, and nothing while it is frozen."""

    shown = Signal(bool)  # whether the room's window is open
    told = Signal(str)

    def __init__(self, room: Room, theme: Theme, settings: Settings, recorder: QWidget) -> None:
        """Wait; the window is made when it is first asked for."""
        super().__init__(recorder)
        self._room, self._theme, self._settings = room, theme, settings
        self._recorder = recorder
        self.window: RoomWindow | None = None
        self._screens: RoomScreens | None = None
        self.frozen = self.blank = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_content)
        room.changed.connect(self._soon.start)
        room.pointed.connect(self._soon.start)
        room.moved.connect(self._soon.start)
        room.ticked.connect(self._show_clock)

    @property
    def is_open(self) -> bool:
        """Whether the room sees anything."""
        return self.window is not None

    @Slot()
    def toggle(self) -> None:
        """Open the room's window, or close it."""
        if self.window is not None:
            self.close()
            return
        from ui.room.screens import RoomScreens  # when somebody wants to show the room something
        from ui.room.window import RoomWindow

        self.window = RoomWindow(self._theme, self._settings)
        self.window.close_asked.connect(self.close)
        self.window.freeze_asked.connect(self.freeze)
        self.window.blank_asked.connect(self.darken)
        self._show_content()
        self._show_clock()
        self._screens = RoomScreens(self.window, self._recorder.window())
        self._screens.show()
        self.shown.emit(True)
        if self.is_behind:
            self.told.emit(self._where_it_is())
        QTimer.singleShot(_SETTLED, self._recorder.window().activateWindow)  # the keys stay there

    def _where_it_is(self) -> str:
        return self.tr(
            "Rumsvyn ligger bakom det här fönstret, så att du kan skriva. Dela den i mötet, eller"
            " anslut en projektor så flyttar den dit."
        )

    @Slot()
    def freeze(self) -> None:
        """Keep the picture as it is, or let it go on."""
        self.frozen = not self.frozen
        if self.window is not None:
            self.window.set_frozen(self.frozen)
        self._show_content()
        self._show_clock()
        self.shown.emit(self.is_open)

    @Slot()
    def darken(self) -> None:
        """Show nothing, or the picture again."""
        self.blank = not self.blank
        if self.window is not None:
            self.window.set_blank(self.blank)
        self.shown.emit(self.is_open)

    @Slot()
    def close(self) -> None:
        """Close the room's window."""
        if self._screens is not None:
            self._screens.close()
            self._screens.deleteLater()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.window = self._screens = None
        self.frozen = self.blank = False
        self.shown.emit(False)

    @property
    def state(self) -> str:
        """What the recorder should know of what the room sees."""
        if not self.is_open:
            return ""
        if self.blank:
            return self.tr("Rumsvyn är släckt")
        if self.frozen:
            return self.tr("Rumsvyn är fryst")
        return self.tr("Rumsvyn ligger bakom") if self.is_behind else self.tr("Rumsvyn visas")

    @property
    def is_behind(self) -> bool:
        """Whether the room's window stands behind the recorder's: there is one screen alone."""
        return self._screens is not None and self._screens.is_behind

    @Slot()
    def _show_content(self) -> None:
        self._soon.stop()
        if self.window is not None and not self.frozen:
            self.window.show_content(self._room.content())

    @Slot()
    def _show_clock(self) -> None:
        if self.window is not None and not self.frozen:
            seconds = self._room.silence_left or self._room.seconds_left
            self.window.show_clock(seconds, clock_level(seconds))
