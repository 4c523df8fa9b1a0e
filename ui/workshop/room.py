"""The workshop that is led just now: where the group is, its clock, its ideas, what everyone sees.

The one model behind the recorder's view and the room's: both are drawn from what it tells.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.strategy import Strategy
from nvworkshop.workshop import clock
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.content import RoomContent
from nvworkshop.workshop.ideas import PARKED, actions_by_idea, of_step, of_workshop
from nvworkshop.workshop.showing import Seen, content
from nvworkshop.workshop.steps import Step, changed, following, taken_part
from ui.desk import Desk, Edit

_TICK = 250
"""Milliseconds between looks at the clock."""

_SLEPT = 60.0
"""Seconds without a tick after which the computer has slept."""

_ROOM_KINDS = ("workshop", "participant", "idea", "action", "self_rating", "note", "follow_up")

_SIGNS = ("idea", "action", "self_rating", "note", "follow_up")
"""What is written while a group works: the last of it tells when the program last lived."""


class Room(QObject):
    """One workshop of an open plan. Listen to `changed`, `moved` and `ticked`; ask the rest.

    `unfinished` is what is typed in the capture line and not sent, the same in every step.
    """

    changed = Signal()  # ideas, actions, ratings or the agenda
    moved = Signal()  # to another step
    pointed = Signal()  # at an idea or an action: the room alone shows which
    ticked = Signal()  # a second has gone, or the clock was paused
    slept = Signal(int)  # minutes that were left out
    refused = Signal(object)  # PlanError: what was asked could not be done
    gone = Signal()  # the workshop is not in the plan any more

    def __init__(
        self,
        desk: Desk,
        workshop: str,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Look at a workshop; nothing is changed until something is asked.

        A clock that ran when the program died stands still where somebody last wrote.
        """
        super().__init__(parent)
        self.desk = desk
        self.id = workshop
        self.now = now
        self.workshop = desk.rows["workshop"][workshop].thing
        self.agenda = workshops.agenda(self.workshop)
        self.unfinished = self.workshop.text("unfinished")
        self.rated = ""
        self.newest = ""
        self.read = ""
        self.asked = ""
        self.voting = True
        self.everything = False
        self.progress = workshops.progress(self.workshop).recovered(self._last_sign())
        self._ideas: list[Thing] | None = None  # asked for by many for each change
        self._shown_second: int | None = None
        self._silent = False
        self._last_tick = now()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        desk.changed.connect(self._on_changed)

    # What there is

    @property
    def strategy(self) -> Strategy:
        """The plan's strategy."""
        return self.desk.strategy

    @property
    def step(self) -> Step | None:
        """The step the group is in; None before it has begun."""
        return clock.current(self.agenda, self.progress)

    def things(self, kind: str) -> list[Thing]:
        """Return all things of a kind in the plan, oldest first."""
        return [row.thing for row in self.desk.rows[kind].values()]

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

    # The clock

    @property
    def seconds_left(self) -> int | None:
        """The seconds left of the step, negative when it is over; None where no clock goes."""
        step = self.step
        if step is None or self.progress.ended:
            return None
        return round(self.progress.left(step, self.now()))

    @property
    def silence_left(self) -> int:
        """The seconds left of the silent minutes."""
        return round(self.progress.silence(self.now()))

    @property
    def ahead(self) -> int:
        """The whole minutes the group is before its plan; negative when it is behind."""
        return round(clock.ahead(self.agenda, self.progress, self.now()) / 60)

    @property
    def ends_at(self) -> float:
        """When the workshop ends if everything takes its time: seconds since 1970."""
        return self.now() + clock.remaining(self.agenda, self.progress, self.now())

    def shorter(self) -> dict[str, int]:
        """Return the minutes suggested for coming steps, by their ids; {} when there is time."""
        return clock.shortened(self.agenda, self.progress, self.now())

    # What is asked

    def begin(self) -> None:
        """Begin, or go on where the group was; what has ended is looked at until it `reopen`s."""
        if self.progress.ended:
            return
        if self.progress.begun:
            self._progress(self.progress.resume(self.now()))
        elif part := taken_part(self.agenda):
            self.go(part[0].id)

    def go(self, step: str) -> None:
        """Go to a step; in a plan that is only read the clock stands still there.

        Where somebody looks when it has ended is nothing to keep.
        """
        self.newest = self.read = self.asked = ""
        progress = self.progress.go(step, self.now())
        if progress.ended:
            self.progress = progress
            self.ticked.emit()
        else:
            self._progress(progress.pause(self.now()) if self.desk.read_only else progress)
        self.moved.emit()

    def go_by(self, by: int) -> None:
        """Go to the next step (1) or the one before (-1); nothing happens at the ends."""
        there = self.beside(by)
        if there is not None:
            self.go(there.id)

    def beside(self, by: int) -> Step | None:
        """Return the next step (1) or the one before (-1); None at the ends."""
        return following(self.agenda, self.step.id, by) if self.step else None

    def pause(self) -> None:
        """Stop the clock, or let it go on; what has ended is taken up again."""
        if self.progress.ended:
            self.reopen()
            return
        running = self.progress.running
        to = self.progress.pause(self.now()) if running else self.progress.resume(self.now())
        self._progress(to)

    def reopen(self) -> None:
        """Take up again what has ended, in the step that is looked at."""
        step = self.step or next(iter(taken_part(self.agenda)), None)
        if step is not None:
            self._progress(replace(self.progress, ended=False).go(step.id, self.now()))
            self.moved.emit()

    def more(self) -> None:
        """Give the step five more minutes."""
        if self.step is not None:
            self._progress(self.progress.more(self.step.id))

    def hush(self, minutes: int) -> None:
        """Begin silent minutes; 0 ends them."""
        self._progress(self.progress.hush(minutes, self.now()))
        self.changed.emit()

    def shorten(self) -> None:
        """Shorten coming steps as suggested, in one step that can be undone."""
        agenda = self.agenda
        for step, minutes in self.shorter().items():
            agenda = changed(agenda, step, minutes=minutes)
        label, workshop = self.tr("Korta dagordningen"), self.id
        self.edit(lambda session: workshops.set_agenda(session, workshop, agenda, label))

    def end(self) -> None:
        """End the workshop; it can be opened again."""
        self._progress(self.progress.end(self.now()))
        self.moved.emit()

    def edit(self, change: Edit, done: Callable[[Delta], None] | None = None) -> None:
        """Change the plan; a refusal is told as `refused`."""
        self.desk.edit(change, done, self.refused.emit)

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

    def close(self) -> None:
        """Stop looking; the clock stands still until somebody goes on."""
        self._timer.stop()
        if self.progress.running and self._there:
            self._progress(self.progress.pause(self.now()))

    # What happens

    @property
    def _there(self) -> bool:
        return self.id in self.desk.rows["workshop"]

    def _last_sign(self) -> float:
        said = (thing for kind in _SIGNS for thing in self.things(kind))
        return workshops.last_sign(said, self.id)

    def _progress(self, progress: Progress) -> None:
        self.progress = progress
        self.ticked.emit()
        workshop = self.id
        if not self.desk.read_only:
            self.edit(lambda session: workshops.set_progress(session, workshop, progress))

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

    @Slot()
    def _on_tick(self) -> None:
        now = self.now()
        gone, self._last_tick = now - self._last_tick, now
        if gone > _SLEPT and self.progress.running:
            self._progress(self.progress.without(gone))
            self.slept.emit(round(gone / 60))
        silence = self.silence_left
        second = silence or self.seconds_left
        if second != self._shown_second:
            self._shown_second = second
            self.ticked.emit()
        if bool(silence) != self._silent:  # silent minutes end by themselves
            self._silent = bool(silence)
            self.changed.emit()
