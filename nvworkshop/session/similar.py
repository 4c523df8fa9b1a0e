"""What in the plan is like what somebody has just said: good news, for it can be built on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.ideas import number

_SURE = 0.5
"""The score from which it is worth a line while people talk."""

_MOST = 2


@dataclass(frozen=True, slots=True)
class Near:
    """An action like an idea: its id, number and title, and where it is ("" when not said)."""

    id: str
    number: int
    title: str
    where: str


def near(
    text: str, shift: str, actions: Iterable[Thing], strategy: Strategy, but: Sequence[str] = ()
) -> tuple[Near, ...]:
    """Return the actions most like a text, best first; those in `but` are left out.

    Takes some tenths of a second for hundreds of actions: not for the window's thread.
    """
    from nvworkshop.merging.duplicates import Row, similar_to

    rows = {one.id: one for one in actions if one.id not in but}
    asked = Row("", text, "", shift)
    compared = [
        Row(one.id, one.text("title"), one.text("description"), one.text("shift"))
        for one in rows.values()
    ]
    found = similar_to(asked, compared, most=_MOST)
    return tuple(_near(rows[one.ids[1]], strategy) for one in found if one.score >= _SURE)


def _near(action: Thing, strategy: Strategy) -> Near:
    who = action.text("principal")
    where = strategy.label("principal", who) if who else ""
    return Near(action.id, number(action, "number"), action.text("title"), where)
