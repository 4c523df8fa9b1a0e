"""One program per person and home folder: a second start hands its file to the first and ends."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

_TRIES = 5
_PAUSE = 0.2
"""Times to knock at a program that has only just started, and seconds between."""


class OneProgram(QObject):
    """Makes this the only program of one home folder, or hands its file to the one that is."""

    asked = Signal(str)  # the path of a file to open, "" to come forward

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        """Remember the folder; nothing is taken yet."""
        super().__init__(parent)
        self._home = home
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # only a dead program's lock is taken over
        self._first: QObject | None = None

    def handed_over(self, place: Path | None) -> bool:
        """Take the folder, or hand the file to the program that has it; tell which."""
        if self._lock.tryLock(0):
            return False
        from ui.visiting import hand_over  # the network library is not needed to be first

        for _ in range(_TRIES):
            if hand_over(self._home, place):
                return True
            time.sleep(_PAUSE)
        return False

    def listen(self) -> None:
        """Listen for later starts; once the window is seen, since it takes time to load."""
        from ui.visiting import FirstProgram

        first = FirstProgram(self._home, self)
        first.asked.connect(self.asked)
        first.listen(take_over=True)
        self._first = first

    def close(self) -> None:
        """Let another program be the one."""
        self._lock.unlock()
