"""Plans for tests of reports, built of plain things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from nvworkshop.model.conflicts import Conflict
from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.strategy import Strategy, load_shipped

MADE = datetime(2026, 11, 20, 14, 32, tzinfo=UTC)
NORRBOTTEN = load_shipped("norrbotten")
OVERALL = Thing("plan", "overall", {"title": "Övergripande handlingsplan", "level": "overall"})


def local_plan(part: str, **values: Any) -> Thing:
    """Return a länsdel's plan; its id is the länsdel's."""
    known = {"title": f"Plan {part}", "level": "local", "county_part": part, "state": "draft"}
    return Thing("plan", part, {**known, **values})


def action(entity: str, plan: str = "sodra", **values: Any) -> Thing:
    """Return an action called as its id unless it says otherwise."""
    conflicts = frozenset(values.pop("conflicts", ()))
    return Thing("action", entity, {"title": entity, "plan": plan, **values}, conflicts)


def joint(entity: str, *actions: str, **values: Any) -> list[Thing]:
    """Return a joint action and the links to what it gathers."""
    links = [
        Thing("link", f"{entity}-{one}", {"joint_action": entity, "action": one}) for one in actions
    ]
    return [Thing("joint_action", entity, {"title": entity, "plan": "overall", **values}), *links]


def period(said: str, first: str | None = None, last: str | None = None) -> dict[str, str | None]:
    """Return a period as the log has it."""
    return {"said": said, "first": first, "last": last}


def data_of(
    plan: Thing,
    *things: Thing,
    conflicts: Sequence[Conflict] = (),
    principal: str = "",
    strategy: Strategy = NORRBOTTEN,
) -> PlanData:
    """Return a plan with those things, the plan itself among them."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for one in (plan, *things):
        found[one.kind].append(one)
    by_kind: Mapping[str, Sequence[Thing]] = found
    return PlanData(plan, by_kind, conflicts, strategy, MADE, principal)


_TEXT = (
    "Gemensam rutin vid utskrivning, där fast vårdkontakt utses första dagen och en samordnad "
    "individuell plan följer med hem till hemsjukvården. "
)


def big_plan(actions: int) -> PlanData:
    """Return an overall plan of four länsdelar with that many full actions."""
    parts = [one.id for one in NORRBOTTEN.county_parts]
    things = [local_plan(part) for part in parts]
    things += [full_action(n, parts[n % len(parts)]) for n in range(actions)]
    for n in range(0, actions, 20):
        things += joint(f"j{n}", f"a{n}", f"a{n + 1}", shift=f"R{n % 4 + 1}", principal="region")
    return data_of(OVERALL, *things)


def full_action(n: int, part: str) -> Thing:
    """Return an action with most fields filled in."""
    principals = [one.id for one in NORRBOTTEN.principals]
    values = {
        "number": n + 1,
        "title": f"Utse fast vårdkontakt i område {n}",
        "description": _TEXT * 2 + str(n),
        "goal": _TEXT,
        "shift": f"R{n % 4 + 1}",
        "supporting_shifts": [f"R{(n + 1) % 4 + 1}"],
        "prerequisites": [f"F{n % 4 + 1}", f"F{(n + 2) % 4 + 1}"],
        "principal": principals[n % len(principals)],
        "contributors": [principals[(n + k) % len(principals)] for k in (1, 2, 3)],
        "function": "enhetschef hemsjukvård",
        "start": period("våren 2027", "2027-01-01", "2027-06-30"),
        "end": period("Q3 2027", "2027-07-01", "2027-09-30"),
        "status": ("not_started", "ongoing", "done")[n % 3],
        "situation": _TEXT,
        "milestones": ["Uppstart i januari", "Avstämning i maj"],
        "indicator": "Andel med namngiven kontakt",
        "baseline": "42 procent",
        "target": "80 procent",
        "resources": _TEXT,
        "risk": _TEXT,
        "effect": n % 5 + 1,
        "effort": (n + 2) % 5 + 1,
        "comment": _TEXT,
        "agreement_areas": ["kontinuitet", "samverkan"],
    }
    if n % 5 == 0:
        values |= {"decision_needed": "Delad finansiering", "decision_body": "lansstyrgruppen"}
    return action(f"a{n}", part, **values)
