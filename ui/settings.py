"""What the program remembers between times: few settings, and how the window was left."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot

from nvworkshop.language import SOURCE, VARIABLE
from nvworkshop.session import remembered
from ui.background import Worker

T = TypeVar("T")

FUNCTION = "who/function"
"""The key of the function this person writes as."""

LANGUAGE = "look/language"
"""The key of the language that the window speaks."""

LANGUAGES = {"sv": "Svenska", "en": "English"}
"""What the window speaks, each by its own name."""

SCHEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (80, 100, 115, 130, 150, 200)
"""Per cent of the system's text size."""

_SETTLED = 500
"""Milliseconds from a new value to writing the file."""


class _File:
    """The file and the values it lacks; written in any thread, one at a time."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._new: dict[str, Any] = {}
        self._writing = threading.Lock()

    def read(self) -> dict[str, Any]:
        return remembered.read(self._place)

    def put(self, key: str, value: Any) -> None:
        self._new[key] = value

    def write(self) -> None:
        """Write what is new to what stands there, which another window may have changed.

        What a disk won't take waits for the next time: nobody is told, for no plan is in it.
        """
        with self._writing:
            new: dict[str, Any] = {}
            while self._new:
                new.update((self._new.popitem(),))
            if not new:
                return
            try:
                remembered.write(self._place, self.read() | new)
            except OSError:
                for key, value in new.items():
                    self._new.setdefault(key, value)


class Settings(QObject):
    """Settings in a small file in the program's own folder; never in the registry.

    A new value is written soon, in a thread of its own: a slow disk must not delay the window.
    """

    changed = Signal(str)  # the key

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        """Read the file; one that is damaged or missing means the defaults."""
        super().__init__(parent)
        self._file = _File(file)
        self._values = self._file.read()
        self._writer: Worker | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self._write)

    def get(self, key: str, default: T) -> T:
        """Return a remembered value, or the default when there is none of its type."""
        value = self._values.get(key)
        if isinstance(default, QByteArray) and isinstance(value, bytes):
            value = QByteArray(value)
        return value if type(value) is type(default) else default

    def put(self, key: str, value: Any) -> None:
        """Remember a text, a number, a list of texts or bytes, and tell."""
        if isinstance(value, QByteArray):
            value = value.data()
        if self._values.get(key) != value:
            self._values[key] = value
            self._file.put(key, value)
            if not self._soon.isActive():
                self._soon.start()
            self.changed.emit(key)

    def save(self) -> None:
        """Write the file now, and wait until it is written."""
        self._soon.stop()
        self._file.write()

    @Slot()
    def _write(self) -> None:
        if self._writer is None:
            self._writer = Worker("settings", self)
        self._writer.do(self._file.write)

    @property
    def scheme(self) -> str:
        """One of SCHEMES."""
        value = self.get("look/scheme", "system")
        return value if value in SCHEMES else "system"

    @property
    def language(self) -> str:
        """One of LANGUAGES: the one chosen, or else the one that the environment names."""
        value = self.get(LANGUAGE, os.environ.get(VARIABLE, ""))
        return value if value in LANGUAGES else SOURCE

    @property
    def text_size(self) -> int:
        """Per cent of the system's text size, one of TEXT_SIZES."""
        value = self.get("look/text_size", 100)
        return value if value in TEXT_SIZES else 100

    @property
    def function(self) -> str:
        """The function this person writes as, such as "processledare Piteå"; "" when unsaid."""
        return self.get(FUNCTION, "")
