"""What is like what somebody has just said: good news, for it can be built on.

Looked for in all the plan file holds: the plan's own actions, those of other plans that have been
merged into it, and joint actions that came with a hand-back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from nvworkshop.model.things import Thing
from nvworkshop.session.gathering import places_in
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.ideas import number

_SURE = 0.5
"""The score from which it is worth a line while people talk."""

_MOST = 2


@dataclass(frozen=True, slots=True)
class Near:
    """An action or a joint action like an idea, and where it is ("" when not said).

    `number` is 0 for what has none: a joint action.
    """

    id: str
    number: int
    title: str
    where: str
    kind: str = "action"


def other_places(view: PlanView) -> dict[str, str]:
    """Return whose the other plans in the file are, by id: the actions of the own are here."""
    places = places_in(view)
    places.pop(view.store.plan, None)
    return places


def near(
    text: str,
    shift: str,
    things: Iterable[Thing],
    strategy: Strategy,
    *,
    places: Mapping[str, str] = MappingProxyType({}),
    but: Sequence[str] = (),
) -> tuple[Near, ...]:
    """Return the actions and joint actions most like a text, best first; not those in `but`.

    `places` says whose the other plans are. Takes some tenths of a second for hundreds of actions:
    not for the window's thread.
    """
    from nvworkshop.merging.duplicates import Row, similar_to

    rows = {one.id: one for one in things if one.id not in but}
    asked = Row("", text, "", shift)
    compared = [
        Row(one.id, one.text("title"), one.text("description"), one.text("shift"))
        for one in rows.values()
    ]
    found = similar_to(asked, compared, most=_MOST)
    return tuple(_near(rows[one.ids[1]], strategy, places) for one in found if one.score >= _SURE)


def _near(thing: Thing, strategy: Strategy, places: Mapping[str, str]) -> Near:
    title = thing.text("title")
    if thing.kind == "joint_action":
        return Near(thing.id, 0, title, "", thing.kind)
    where = places.get(thing.text("plan"), "") or _here(thing, strategy)
    return Near(thing.id, number(thing, "number"), title, where)


def _here(action: Thing, strategy: Strategy) -> str:
    """Say where in the own plan an action is: its kommuner, else its huvudman."""
    kommuner = action.items("municipalities")
    if kommuner:
        return ", ".join(strategy.label("municipality", one) for one in kommuner)
    who = action.text("principal")
    return strategy.label("principal", who) if who else ""
