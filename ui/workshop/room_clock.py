"""The clock of the workshop that is led: in which step the group is, and how long is left."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.workshop import clock
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.steps import Step, changed, following, taken_part
from ui.desk import Desk, Edit

_TICK = 250
"""Milliseconds between looks at the clock."""

_SLEPT = 60.0
"""Seconds without a tick after which the computer has slept."""

_SIGNS = ("idea", "action", "self_rating", "note", "follow_up")
"""What is written while a group works: the last of it tells when the program last lived."""


class RoomClock(QObject):
    """Time and steps of one workshop of an open plan."""

    changed = Signal()  # the silent minutes began or ended
    moved = Signal()  # to another step
    ticked = Signal()  # a second has gone, or the clock was paused
    slept = Signal(int)  # minutes that were left out
    refused = Signal(object)  # PlanError: what was asked could not be done

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
        self.progress = workshops.progress(self.workshop).recovered(self._last_sign())
        self._shown_second: int | None = None
        self._silent = False
        self._last_tick = now()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def things(self, kind: str) -> list[Thing]:
        """Return all things of a kind in the plan, oldest first."""
        return [row.thing for row in self.desk.rows[kind].values()]

    @property
    def step(self) -> Step | None:
        """The step the group is in; None before it has begun."""
        return clock.current(self.agenda, self.progress)

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

    # What is asked of it

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
        """Give the step five more minutes; not in what has ended."""
        if self.step is not None and not self.progress.ended:
            self._progress(self.progress.more(self.step.id))

    def hush(self, minutes: int) -> None:
        """Begin silent minutes; 0 ends them. Nothing in what has ended."""
        if self.progress.ended:
            return
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
