"""What has been learnt: from follow-ups, and from what was tried and ended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nvworkshop.reports.prose.told import Told


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson and the action it comes from. Texts are guarded."""

    name: str
    text: str


class Follow:
    """What the follow-up of a plan tells beside its rows."""

    def __init__(self, told: Told) -> None:
        """Tell of a plan."""
        self._told = told

    @cached_property
    def lessons(self) -> list[Lesson]:
        """Every lesson once: those of follow-ups, latest first, then the action's own."""
        found: dict[Lesson, None] = {}
        for row in self._told.actions:
            texts = [*(one.lesson for one in row.follow_ups), row.lesson]
            found.update({Lesson(row.name, one): None for one in texts if one})
        return list(found)
