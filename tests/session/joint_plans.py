"""An overall plan in memory with the actions of three länsdelar, some of them the same."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

from nvworkshop.session.session import Session
from tests.laptops import laptop

_ACTIONS = (
    ("s1", "sodra", 1, "Följ personer med hjärtsvikt hemma", "Egenmonitorering av vikt och puls."),
    ("n1", "norra", 7, "Hemmonitorering vid hjärtsvikt", "Personer mäter själva vikt och puls."),
    ("o1", "ostra", 3, "Egenmonitorering hemma vid hjärtsvikt", "Värden följs av sköterska."),
    ("s2", "sodra", 8, "Utbildning i personcentrerad vård", "Två halvdagar för alla."),
    ("o2", "ostra", 9, "Kurs i personcentrerat arbetssätt", "En kurs för alla som möter brukare."),
    ("n2", "norra", 2, "Samåkning till provtagningen i Kiruna", "Buss två dagar i veckan."),
)


def joint_plan() -> Session:
    """Return the plan. Ids begin with the länsdel's letter."""
    session = laptop("samordnare", Path("/nowhere"))
    plan = {"title": "Länets plan", "level": "overall", "strategy": "norrbotten"}
    session.add("plan", plan, entity=session.store.plan)
    session.strategy = session._load_strategy()
    for part in ("sodra", "norra", "ostra"):
        session.add("plan", {"title": part, "county_part": part}, entity=f"plan-{part}")
    for entity, part, number, title, text in _ACTIONS:
        values = {"title": title, "description": text, "number": number, "plan": f"plan-{part}"}
        session.add("action", values, entity=entity)
    return session


def ids_of(groups: Iterable[tuple[str, ...]], entity: str) -> tuple[str, ...]:
    """Return the group that one action is in."""
    return next(itertools.chain((one for one in groups if entity in one), ((),)))
