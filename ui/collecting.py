"""Collecting garbage in the window's thread alone, in small portions.

Python collects wherever it happens to be; a widget that ends in a worker's thread harms Qt. What a
plan consists of is set aside when it is opened, so that no collection walks through it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE = 500
"""Milliseconds between looks."""


class Collector(QObject):
    """Takes over from Python's own collector until it is released."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_pause)
        self._timer.start()

    @Slot()
    def _on_pause(self) -> None:
        """Collect the generations that are due, as Python would."""
        counts, due = gc.get_count(), gc.get_threshold()
        generation = max((n for n in range(3) if counts[n] > due[n] > 0), default=-1)
        if generation >= 0:
            gc.collect(generation)

    def set_aside(self) -> None:
        """Leave everything that is alive now out of later collections: a plan was opened."""
        gc.freeze()

    def take_back(self) -> None:
        """Let everything be collected again: the plan was closed."""
        gc.unfreeze()

    def release(self) -> None:
        """Give the collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
