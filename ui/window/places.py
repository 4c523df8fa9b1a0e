"""The places of an open plan, in the order of the work; each new one is a line here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

FIRST = "plan"
"""The place that is shown until another is chosen."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its id, its name in the top bar, its keys and its icon."""

    id: str
    text: str
    keys: str
    icon: str

    @property
    def command(self) -> str:
        """The id of the command that goes there."""
        return f"place.{self.id}"


PLACES = (
    Place("workshop", str(QT_TRANSLATE_NOOP("Actions", "Workshop")), "Ctrl+1", "people"),
    Place("plan", str(QT_TRANSLATE_NOOP("Actions", "Handlingsplan")), "Ctrl+2", "table"),
    Place("coverage", str(QT_TRANSLATE_NOOP("Actions", "Täckning")), "Ctrl+3", "coverage"),
    Place("merge", str(QT_TRANSLATE_NOOP("Actions", "Slå samman")), "Ctrl+4", "merge"),
    Place("anchoring", str(QT_TRANSLATE_NOOP("Actions", "Förankring")), "Ctrl+6", "anchoring"),
)
