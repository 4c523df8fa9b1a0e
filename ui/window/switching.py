"""Another language at once: the window is made anew, with the plan and the place that were shown.

The plan is closed and opened as a person would, so that what is being typed is kept the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from ui.actions import ROOM
from ui.settings import LANGUAGE

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


class Switching(QObject):
    """Listens for another language in the settings; a group that is led is not disturbed."""

    def __init__(self, window: MainWindow, speak: Callable[[str], None]) -> None:
        """Listen from now on; `speak` takes a language."""
        super().__init__(window)
        self._window, self._speak = window, speak
        self._place: Path | None = None
        self._reopens = False
        self._waits = False
        window.settings.changed.connect(self._on_changed)

    @Slot(str)
    def _on_changed(self, key: str) -> None:
        if key == LANGUAGE and not self._waits:
            self._waits = True
            QTimer.singleShot(0, self, self._begin)  # what chose it is answered first

    def _begin(self) -> None:
        window = self._window
        view = window.view
        self._place = None
        if view is None:
            self._reopens = window.commands.close_settings()
            self._go_on()
            return
        window.plan_gone.connect(self._go_on, Qt.ConnectionType.SingleShotConnection)
        if window.actions_table.is_held(ROOM):
            window.tell(self.tr("Språket byts när planen stängs: nu leds en workshop."))
            return
        self._reopens = window.commands.close_settings()
        self._place = view.desk.place
        window.remember()
        window.close_plan()

    @Slot()
    def _go_on(self) -> None:
        window = self._window
        self._waits = False
        self._speak(window.settings.language)
        window.rebuild()
        if self._place is not None:
            window.open_plan(self._place)
        if self._reopens:
            window.commands.open_settings()
