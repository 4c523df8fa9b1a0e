"""Everything that can be searched: the open plan, if there is one, the commands and the help."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from ui.actions import Actions
from ui.desk import Desk
from ui.palette.finding import Asked, Entry, Found, Group
from ui.palette.plan_source import PlanSource
from ui.palette.sources import CommandSource, HelpSource


class Searcher(QObject):
    """Searches all sources at once; `changed` tells that the plan has other things to find."""

    changed = Signal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        """Search commands and help until a plan is taken up."""
        super().__init__(parent)
        self._plan: PlanSource | None = None
        self._commands = CommandSource(actions)
        self._help = HelpSource()

    def take_up(self, desk: Desk | None) -> None:
        """Search this plan from now on, or none."""
        if self._source is None or self._source.desk is not desk:
            self._plan = None  # what was searched goes with its desk
        if self._source is None and desk is not None and desk.plan is not None:
            self._plan = PlanSource(desk)
            self._plan.changed.connect(self.changed)

    @Slot()
    def prepare(self) -> None:
        """Make the plan quick to search; done after the palette is seen."""
        if self._source is not None:
            self._source.prepare()

    def search(self, asked: Asked, most: int) -> dict[Group, Found[Entry]]:
        """Return the `most` best of each group; of the plan only when something is asked for."""
        found: dict[Group, Found[Entry]] = {}
        if asked.words and self._source is not None:
            found |= self._source.search(asked, most)
        found[Group.COMMAND] = self._commands.search(asked, most)
        found[Group.HELP] = self._help.search(asked, most)
        return found

    @property
    def _source(self) -> PlanSource | None:
        """The plan's source while its desk lives."""
        lives = self._plan is not None and shiboken6.isValid(self._plan)
        return self._plan if lives else None
