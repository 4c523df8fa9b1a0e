"""What the overall plan is made of: rows with where they come from, in the groups people read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nvworkshop.model.rules import JOINT, KEPT_LOCAL, RAISED, UNDECIDED_YET
from nvworkshop.model.things import Thing
from nvworkshop.reports.rolled import RolledUp

HANDLINGS = (JOINT, KEPT_LOCAL, RAISED, UNDECIDED_YET)
"""The order of local actions within a group."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a local action comes from.

    `part` is the länsdel's id and `where` its name, `plan` the title of its plan, `number` its
    number there, 0 for none. `workshop` and `date` (ISO) are "" when they are not known.
    """

    part: str
    where: str
    plan: str
    number: int = 0
    workshop: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the overall plan: a joint action with what it gathers, or a local action.

    `where` are its länsdelar. `who`, `until` and `status` are as people read them, "" when empty.
    `asks` is the decision it needs, in words. A local action has `origin`, and is `part_of` the
    joint actions with these titles. `rolled` is what huvudmän tell of their own rows under it.
    """

    thing: Thing
    title: str
    where: tuple[str, ...]
    who: str = ""
    until: str = ""
    status: str = ""
    asks: str = ""
    handling: str = JOINT
    reason: str = ""
    origin: Origin | None = None
    gathers: tuple[Entry, ...] = ()
    part_of: tuple[str, ...] = ()
    rolled: tuple[RolledUp, ...] = ()

    @property
    def id(self) -> str:
        """The id of the action or joint action."""
        return self.thing.id

    @property
    def is_joint_action(self) -> bool:
        """Whether it is a row of the overall plan's own, not a länsdel's."""
        return self.thing.kind == "joint_action"


@dataclass(frozen=True, slots=True)
class Section:
    """A shift with its rows: joint actions first, then local ones as they are handled."""

    id: str
    label: str
    entries: tuple[Entry, ...] = ()

    @property
    def joint(self) -> tuple[Entry, ...]:
        """The joint actions."""
        return tuple(one for one in self.entries if one.is_joint_action)

    def local(self, handling: str) -> tuple[Entry, ...]:
        """Return the local actions that stand alone and are handled so."""
        return tuple(
            one for one in self.entries if not one.is_joint_action and one.handling == handling
        )


@dataclass(frozen=True, slots=True)
class Duties:
    """What one huvudman or other actor must do; "" is nobody's."""

    id: str
    label: str
    responsible: tuple[Entry, ...] = ()
    contributing: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What one body is asked to decide; "" is where nobody has said who decides."""

    id: str
    label: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Overall:
    """The whole of it. `plans` are the ids of the länsdelar's plans that are in it."""

    sections: tuple[Section, ...] = ()
    duties: tuple[Duties, ...] = ()
    decisions: tuple[Asked, ...] = ()
    actions: int = 0
    plans: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows after grouping: joint actions, and local actions that none gathers."""
        return tuple(one for section in self.sections for one in section.entries)

    @property
    def handled(self) -> Counter[str]:
        """How many local actions that none gathers are handled in each way."""
        return Counter(one.handling for one in self.entries if not one.is_joint_action)
