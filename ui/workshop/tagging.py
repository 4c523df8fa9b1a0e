"""Whom the chips are about: the chosen idea while nothing is written, else the next idea."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nvworkshop.errors import PlanError
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import PARKED, said_by
from ui.editor.asking import while_there

if TYPE_CHECKING:
    from ui.workshop.capture_step import CaptureStep


class Tagging(QObject):
    """Shows who said the chosen idea, and changes it when a chip is picked."""

    def __init__(self, view: CaptureStep) -> None:
        """Serve a step's view."""
        super().__init__(view)
        self._view = view
        self._idea = ""
        self._under_way = 0
        view.list.chosen.connect(self.look)
        view.line.textChanged.connect(self.look)
        view.tags.picked.connect(self._on_picked)

    @property
    def idea(self) -> str:
        """The idea that the chips are about; "" for the next one."""
        view = self._view
        busy = view.line.text() or view.commands.editing or view.commands.merging
        return "" if busy else view.list.chosen_id

    @Slot()
    def look(self) -> None:
        """Show who said the idea; those chosen for the next idea stay as they are."""
        idea, before = self.idea, self._idea
        self._idea = idea
        row = self._view.room.desk.rows["idea"].get(idea)
        if row is not None and not self._under_way:
            self._view.tags.choose(said_by(row.thing))
        elif before and not idea and not self._view.commands.editing:
            self._view.tags.clear()
        step = self._view.step
        parked = step is not None and step.id == PARKED
        self._view.hint.tell(chosen=row is not None, parked=parked)

    def _on_picked(self) -> None:
        if self.idea:
            self._under_way += 1
            change = partial(set_said_by, self.idea, self._view.tags.chosen)
            answered = while_there(self, self._on_answer)
            self._view.room.desk.edit(change, answered, while_there(self, self._on_refused))

    def _on_answer(self, _: Delta) -> None:
        self._under_way -= 1
        self.look()

    def _on_refused(self, error: PlanError) -> None:
        self._under_way -= 1
        self.look()
        self._view.say(error.sentence)


def parties_as_values(parties: Sequence[str]) -> dict[str, object]:
    """Return the fields of an idea that tell who said it, the first before the others."""
    return {"party": next(iter(parties), None), "contributors": list(parties[1:]) or None}


def set_said_by(idea: str, parties: Sequence[str], session: Session) -> Outcome:
    """Set who said an idea."""
    return session.set(idea, parties_as_values(parties))
