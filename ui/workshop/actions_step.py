"""The step where ideas become actions: those with the most votes first."""

from __future__ import annotations

from nvworkshop.model.things import Thing
from nvworkshop.workshop.ideas import by_votes
from nvworkshop.workshop.steps import Step
from ui.workshop.capture_step import CaptureStep


class ActionsStep(CaptureStep):
    """All ideas of the workshop that are not parked; what is written is kept in this step."""

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
