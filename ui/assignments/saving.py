"""Saving a year as a calendar file: where it is to be, and what is told of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.followup.year import Sort
from nvworkshop.session.year import Saved, save_calendar
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.window.choosing import Choosing

_MOST = 3
"""So many of what was left out are named; more are counted."""


class CalendarSaving(QObject):
    """Asks, writes in the plan's thread, and tells."""

    told = Signal(str)

    def __init__(self, desk: Desk, choosing: Choosing, parent: QWidget) -> None:
        """Write what stands in the plan of a desk."""
        super().__init__(parent)
        self._desk, self._choosing, self._window = desk, choosing, parent

    def ask(self, year: int, sorts: frozenset[Sort]) -> None:
        """Ask where the file is to be, and write a year of these sorts to it."""
        name = self.tr("Årshjul {year}").format(year=year)
        title = self.tr("Spara som kalenderfil")
        kind = (".ics", self.tr("Kalender"))
        place = self._choosing.place_for(self._window, title, name, kind)
        if place is not None:
            self.save(place, year, sorts)

    def save(self, place: Path, year: int, sorts: frozenset[Sort]) -> None:
        """Write a year of these sorts to a file; `told` follows."""
        question = partial(save_calendar, place=place, year=year, sorts=sorts)
        self._desk.ask(question, while_there(self, self._on_saved))

    def _on_saved(self, saved: Saved) -> None:
        one, several = (
            self.tr("1 händelse är skriven till"),
            self.tr("{n} händelser är skrivna till"),
        )
        begins = (one if saved.count == 1 else several).format(n=saved.count)
        parts = [f"{begins} {saved.place}.", *saved.left_out[:_MOST]]
        more = len(saved.left_out) - _MOST
        if more > 0:
            parts.append(self.tr("{n} till är inte med.").format(n=more))
        self.told.emit(" ".join(parts))
