"""The steps of the agenda as a list: which are done, which goes on, which are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt

from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.ideas import PARKED
from nvworkshop.workshop.steps import Agenda, place_of
from ui.widgets.keyed_list import KeyedList
from ui.words import ideas_word, tr


@dataclass(frozen=True, slots=True)
class RailRow:
    """One step as the rail shows it. `place` is its number, 0 for the parking lot.

    `here` is the step that is looked at; when the workshop has ended every step is done.
    """

    id: str
    title: str
    place: int
    minutes: int
    state: str
    mark: str = ""
    count: int = 0
    here: bool = False

    @property
    def spoken(self) -> str:
        """The row in words."""
        words = {
            "done": tr("klart"),
            "now": tr("pågår"),
            "coming": "",
            "parked": ideas_word(self.count),
        }
        minutes = tr("{n} min").format(n=self.minutes) if self.place else ""
        return ", ".join(filter(None, (self.title, minutes, words[self.state])))


def rail_rows(agenda: Agenda, progress: Progress, parked: int) -> list[RailRow]:
    """Return the steps that are taken part in, and the parking lot when something is in it."""
    here, _ = place_of(agenda, progress.step)
    rows = []
    for step in agenda:
        if step.skipped:
            continue
        place, _ = place_of(agenda, step.id)
        state = _state(place, here, ended=progress.ended)
        minutes = step.minutes + progress.extra.get(step.id, 0)
        row = RailRow(step.id, tr(step.title), place, minutes, state, step.item, here=place == here)
        rows.append(row)
    if parked:
        rows.append(RailRow(PARKED, tr("Parkering"), 0, 0, "parked", count=parked))
    return rows


def _state(place: int, here: int, *, ended: bool) -> str:
    if ended or place < here:
        return "done"
    return "now" if place == here else "coming"


class RailModel(KeyedList[RailRow]):
    """The rows of the rail."""

    told: ClassVar = {
        Qt.ItemDataRole.DisplayRole: lambda row: row.title,
        Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
    }

    def key(self, row: RailRow) -> str:
        """Return the step's id, or PARKED."""
        return row.id
