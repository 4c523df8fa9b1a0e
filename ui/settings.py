"""What the program remembers between times: few settings, and how the window was left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from nvworkshop.language import SOURCE, VARIABLE

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


class Settings(QObject):
    """Settings in an ini file in the program's own folder; never in the registry."""

    changed = Signal(str)  # the key

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        """Read the file; one that is damaged or missing means the defaults."""
        super().__init__(parent)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, key: str, default: T) -> T:
        """Return a remembered value, or the default when there is none of its type."""
        value = self._store.value(key)
        if isinstance(default, bool):
            return str(value).casefold() == "true" if value is not None else default  # type: ignore[return-value]
        if isinstance(default, int):
            return int(value) if str(value).lstrip("-").isdigit() else default  # type: ignore[return-value]
        if isinstance(default, list) and isinstance(value, str):
            return [value] if value else default  # type: ignore[return-value]
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:
        """Remember a value and tell."""
        if self._store.value(key) != value:
            self._store.setValue(key, value)
            self.changed.emit(key)

    def save(self) -> None:
        """Write the file now."""
        self._store.sync()

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
