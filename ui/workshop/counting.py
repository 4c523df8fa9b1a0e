"""How many chose each level: counted at once, and kept as fast as the plan can write."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.errors import PlanError
from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.content import Rated
from nvworkshop.workshop.showing import all_rated
from nvworkshop.workshop.tallies import Counts
from ui.editor.asking import while_there
from ui.workshop.room import Room

LEVELS = 5
MOST = 999
"""Most people that one level counts here."""


class Counting(QObject):
    """The counts of each item; those the plan has not answered about yet go before what it holds.

    Keys that are pressed faster than the plan writes are so all counted.
    """

    changed = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        """Count for a workshop."""
        super().__init__(parent)
        self._room = room
        self._pending: dict[str, Counts] = {}
        self._waiting: Counter[str] = Counter()

    def rated(self) -> list[Rated]:
        """Return how every shift and prerequisite is rated, in their order."""
        room = self._room
        kept = all_rated(room.strategy, room.things("self_rating"), room.workshop)
        return [replace(one, counts=self._pending.get(one.item, one.counts)) for one in kept]

    def add(self, item: str, level: int, by: int) -> None:
        """Count some more on a level, 0–4, or fewer; never under none."""
        self.put(item, level, self._counts(item)[level] + by)

    def put(self, item: str, level: int, count: int) -> None:
        """Let so many have chosen a level."""
        counts = list(self._counts(item))
        wanted = min(MOST, max(0, count))
        if self._room.desk.read_only or counts[level] == wanted:
            return
        counts[level] = wanted
        one, two, three, four, five = counts
        self._send(item, (one, two, three, four, five))

    def _counts(self, item: str) -> Counts:
        return next(one.counts for one in self.rated() if one.item == item)

    def _send(self, item: str, counts: Counts) -> None:
        self._pending[item] = counts
        self._waiting[item] += 1
        self._room.desk.edit(
            partial(_rate, self._room.workshop, item, counts),
            while_there(self, lambda _: self._on_answered(item)),
            while_there(self, partial(self._on_refused, item)),
        )
        self.changed.emit()

    def _on_answered(self, item: str) -> None:
        """Let the plan speak for itself, once it has answered all that was asked of an item."""
        self._waiting[item] -= 1
        if not self._waiting[item]:
            self._pending.pop(item, None)
            self.changed.emit()

    def _on_refused(self, item: str, error: PlanError) -> None:
        self._on_answered(item)
        self._room.refused.emit(error)


def _rate(workshop: Thing, item: str, counts: Counts, session: Session) -> Outcome:
    return workshops.rate(session, workshop, item, counts)
