"""Which sections are open: remembered from time to time."""

from __future__ import annotations

from nvworkshop.model.fields import Group
from ui.settings import Settings

_KEY = "editor/open"
HISTORY = "HISTORY"
_AT_FIRST = (*(one.name for one in Group if one is not Group.LINKS), HISTORY)


class Folds:
    """Sections by the name of their group in code, and the history."""

    def __init__(self, settings: Settings) -> None:
        """Read what is remembered."""
        self._settings = settings

    def is_open(self, name: str) -> bool:
        """Tell whether a section is open."""
        return name in self._open()

    def remember(self, name: str, opened: bool) -> None:
        """Remember that a section was opened or folded."""
        names = self._open() - {name} | ({name} if opened else set())
        self._settings.put(_KEY, ",".join(sorted(names)))

    def _open(self) -> set[str]:
        return set(self._settings.get(_KEY, ",".join(_AT_FIRST)).split(","))
