"""What the start screen asks the core, from its own thread; the core is loaded at the first ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nvworkshop.session.recents import Recent, Recents
    from nvworkshop.session.summary import PlanSummary
    from nvworkshop.session.unpublished import Unpublished
    from nvworkshop.session.view import PlanView


class Memory:
    """The plans opened lately, and work that is in no plan file, in one home folder."""

    def __init__(self, home: Path) -> None:
        """Remember the folder."""
        self._home = home

    @property
    def _recents(self) -> Recents:
        from nvworkshop.session.recents import Recents

        return Recents(self._home)

    def all(self) -> tuple[Recent, ...]:
        """Return the plans, the one opened last first."""
        return self._recents.all()

    def refresh(self, entry: Recent) -> Recent:
        """Return an entry as its file is now."""
        return self._recents.refresh(entry)

    def remember(self, place: Path, summary: PlanSummary) -> None:
        """Put a plan first."""
        self._recents.remember(place, summary)

    def forget(self, place: Path) -> None:
        """Take a plan off the list."""
        self._recents.forget(place)

    def unpublished(self) -> tuple[Unpublished, ...]:
        """Return work that is in no plan file."""
        from nvworkshop.session.unpublished import unpublished

        return unpublished(self._home)

    def rescue(self, what: Unpublished, place: Path) -> None:
        """Write such work to a plan file. Raises PlanError."""
        from nvworkshop.session.unpublished import rescue

        rescue(self._home, what, place)


def summed_up(view: PlanView) -> PlanSummary:
    """Return a plan in a few figures and words."""
    from nvworkshop.session.summary import summary_of

    return summary_of(view)
