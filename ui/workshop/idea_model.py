"""The ideas of a step as a list: the newest first, each with whose it is and what it became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt

from nvworkshop.model.things import Thing
from nvworkshop.workshop.ideas import number, said_by
from ui.widgets.keyed_list import KeyedList
from ui.words import tr


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """One idea as it is shown. `action` is the number of the action it has become, or 0."""

    id: str
    number: int
    text: str
    parties: tuple[str, ...] = ()
    votes: int = 0
    action: int = 0
    mark: str = ""

    @property
    def spoken(self) -> str:
        """The whole of it in words."""
        parts = [tr("Förslag {n}: {text}").format(n=self.number, text=self.text)]
        if self.parties:
            parts.append(tr("Från {who}").format(who=", ".join(self.parties)))
        if self.votes:
            parts.append(tr("{n} röster").format(n=self.votes))
        if self.action:
            parts.append(tr("Åtgärd {n}").format(n=self.action))
        return ". ".join(parts)


def idea_row(idea: Thing, names: Mapping[str, str], become: Mapping[str, Thing]) -> IdeaRow:
    """Return an idea as it is shown; `names` are the parties' short names."""
    action = become.get(idea.id)
    return IdeaRow(
        idea.id,
        number(idea, "number"),
        idea.text("title"),
        tuple(names.get(one, one) for one in said_by(idea)),
        number(idea, "votes"),
        number(action, "number") if action else 0,
        idea.text("shift") or next(iter(idea.items("prerequisites")), ""),
    )


class IdeaRows:
    """Makes rows of ideas, and keeps those whose idea and action are the same as before."""

    def __init__(self) -> None:
        """Start without any."""
        self._names: Mapping[str, str] = {}
        self._made: dict[str, tuple[Thing, Thing | None, IdeaRow]] = {}

    def of(
        self, ideas: Sequence[Thing], names: Mapping[str, str], become: Mapping[str, Thing]
    ) -> list[IdeaRow]:
        """Return ideas as they are shown."""
        if names != self._names:
            self._names = names
            self._made.clear()
        return [self._row(one, become) for one in ideas]

    def _row(self, idea: Thing, become: Mapping[str, Thing]) -> IdeaRow:
        action = become.get(idea.id)
        made = self._made.get(idea.id)
        if made is None or made[0] is not idea or made[1] is not action:
            made = idea, action, idea_row(idea, self._names, become)
            self._made[idea.id] = made
        return made[2]


class IdeaModel(KeyedList[IdeaRow]):
    """A list of ideas."""

    told: ClassVar = {
        Qt.ItemDataRole.DisplayRole: lambda row: row.text,
        Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
    }

    def key(self, row: IdeaRow) -> str:
        """Return the idea's id."""
        return row.id
