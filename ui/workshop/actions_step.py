"""The step where ideas become actions: those with the most votes first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nvworkshop.model.things import Thing
from nvworkshop.workshop.ideas import by_votes
from nvworkshop.workshop.steps import Step
from ui.theme.theme import Theme
from ui.workshop.capture_step import CaptureStep
from ui.workshop.room import Room


class ActionsStep(CaptureStep):
    """All ideas of the workshop that are not parked; what is written is kept in this step."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Go on by itself from one idea to the next."""
        super().__init__(room, theme, parent)
        self._place = -1
        self.asking.finished.connect(self._go_on)
        self.list.chosen.connect(self._on_looked_at)

    def become(self, idea: str) -> None:
        """Make an action of an idea; the one after it is chosen when that is done."""
        self._place = self.list.ideas.place_of(idea)
        super().become(idea)

    def _on_looked_at(self, idea: str) -> None:
        """Let the room see the action that the chosen idea has become."""
        action = self.room.become().get(idea)
        self.room.show_read(action.id if action else "")

    def _go_on(self) -> None:
        """Choose what stands where the idea stood that has become an action."""
        rows, place, self._place = self.list.ideas.rows, self._place, -1
        if 0 <= place < len(rows):
            self.list.choose("" if rows[place].action else rows[place].id)

    def shown_ideas(self, step: Step) -> list[Thing]:
        """Return the ideas that are not actions yet, most votes first, then those that are."""
        become = self.room.become()
        ideas = by_votes(one for one in self.room.ideas if not one["parked"])
        return sorted(ideas, key=lambda one: one.id in become)

    def nothing(self) -> tuple[str, str]:
        """Say what to do in a workshop without ideas."""
        return (
            self.tr("Inga förslag att göra åtgärder av"),
            self.tr("Skriv åtgärden och tryck Ctrl+Retur."),
        )
