"""Sees to that the keys are never nowhere: what had them may have been hidden or taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget


class KeptKeys(QObject):
    """While a window is in use, one widget of it has the keys."""

    def __init__(self, window: QWidget, give: Callable[[], object]) -> None:
        """Watch; `give` puts the keys where the work is."""
        super().__init__(window)
        self._window, self._give = window, give
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        """Give the keys, unless they were on their way, or belong to another window."""
        nowhere = QApplication.focusWidget() is None and QApplication.activePopupWidget() is None
        if nowhere and self._window.isActiveWindow():
            self._give()
