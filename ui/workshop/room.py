"""The workshop that is led just now: where the group is, its clock, its ideas, what everyone sees.

The one model behind the recorder's view and the room's: both are drawn from what it tells.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.content import RoomContent
from nvworkshop.workshop.ideas import PARKED, actions_by_idea, of_step, of_workshop
from nvworkshop.workshop.showing import Seen, content
from ui.desk import Desk
from ui.workshop.room_clock import RoomClock

_ROOM_KINDS = ("workshop", "participant", "idea", "action", "self_rating", "note", "follow_up")


class Room(RoomClock):
    """One workshop of an open plan. Listen to `changed`, `moved` and `ticked`; ask the rest.

    `unfinished` is what is typed in the capture line and not sent, the same in every step.
    """

    pointed = Signal()  # at an idea or an action: the room alone shows which
    gone = Signal()  # the workshop is not in the plan any more

    def __init__(
        self,
        desk: Desk,
        workshop: str,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Look at a workshop; nothing is changed until something is asked."""
        super().__init__(desk, workshop, parent, now=now)
        self.unfinished = self.workshop.text("unfinished")
        self.rated = ""
        self.newest = ""
        self.read = ""
        self.asked = ""
        self.voting = True
        self.everything = False
        self._ideas: list[Thing] | None = None  # asked for by many for each change
        desk.changed.connect(self._on_changed)

    # What there is

    @property
    def strategy(self) -> Strategy:
        """The plan's strategy."""
        return self.desk.strategy

    @property
    def ideas(self) -> list[Thing]:
        """The workshop's ideas that stand for themselves, parked ones too, oldest first."""
        if self._ideas is None:
            self._ideas = of_workshop(self.things("idea"), self.id)
        return list(self._ideas)

    def ideas_of(self, step: str) -> list[Thing]:
        """Return the ideas of a step, oldest first; PARKED gives the parking lot."""
        return of_step(self.ideas, step)

    @property
    def parked(self) -> list[Thing]:
        """The parking lot."""
        return self.ideas_of(PARKED)

    @property
    def actions(self) -> list[Thing]:
        """All actions of the plan, oldest first."""
        return self.things("action")

    def become(self) -> dict[str, Thing]:
        """Return the action that each idea has become."""
        return actions_by_idea(self.actions)

    @property
    def participants(self) -> list[Thing]:
        """Those who come, oldest first."""
        return [one for one in self.things("participant") if one["workshop"] == self.id]

    def parties(self) -> Sequence[tuple[str, str]]:
        """Return (id, short name) of who may have said something, the invited first."""
        return workshops.parties_of(self.strategy, self.workshop)

    def content(self) -> RoomContent:
        """Return what everyone sees now."""
        seen = Seen(
            self.strategy,
            self.workshop,
            self.agenda,
            self.progress,
            self.things("idea"),
            self.actions,
            self.things("self_rating"),
            len(self.participants),
            self.rated,
            self.newest,
            self.voting,
            self.read,
            self.everything,
            self.things("follow_up"),
            self.asked,
            self.desk.surroundings.today(),
        )
        return content(seen, self.now())

    # What is shown

    def go(self, step: str) -> None:
        """Go to a step, where nothing is pointed at yet."""
        self.newest = self.read = self.asked = ""
        super().go(step)

    def show_rated(self, item: str) -> None:
        """Ask the room about a shift or a prerequisite."""
        self.rated = item
        self.changed.emit()

    def show_voting(self, *, voting: bool) -> None:
        """Show the room the votes, or the matrix."""
        self.voting = voting
        self.changed.emit()

    def show_everything(self, *, everything: bool) -> None:
        """Show the room all ideas that wait for a place in the matrix, or a few."""
        self.everything = everything
        self.changed.emit()

    def show_newest(self, idea: str) -> None:
        """Mark the idea that came last."""
        self.newest = idea
        self.pointed.emit()

    def show_read(self, thing: str) -> None:
        """Show the room the page of an action, or an idea; "" is the first, or the newest."""
        if thing != self.read:
            self.read = thing
            self.pointed.emit()

    def show_asked(self, action: str, question: str) -> None:
        """Show the room an action that is followed up, and the question that is asked about it."""
        if (action, question) != (self.read, self.asked):
            self.read, self.asked = action, question
            self.pointed.emit()

    # What happens

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if not self._there:
            self._timer.stop()
            self.gone.emit()
            return
        self._ideas = None
        if delta.rows["workshop"]:
            self.workshop = self.desk.rows["workshop"][self.id].thing
            self.agenda = workshops.agenda(self.workshop)
        if any(delta.rows[kind] for kind in _ROOM_KINDS):
            self.changed.emit()
