"""One look at the county's plan, in the plan's thread: all that the page shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nvworkshop.session.overall import County, Home, Overall, glance, homes
from nvworkshop.session.view import PlanView
from ui.overall.bar import DECISIONS, PRINCIPALS, SHIFTS
from ui.overall.nodes import Node, by_body, by_principal, by_shift


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at the plan found: all of it, what it says of itself, and lines to show."""

    overall: Overall
    county: County
    homes: Sequence[Home]
    nodes: tuple[Node, ...]
    asked: tuple[str, str | None]


def look(wanted: tuple[str, str | None], view: PlanView) -> Seen:
    """Look at the plan in a way, and of whom; `homes` and what it says of itself come along."""
    overall, county = glance(view)
    way, principal = wanted
    nodes: tuple[Node, ...] = ()
    if way == SHIFTS:
        nodes = by_shift(overall)
    elif way == PRINCIPALS:
        nodes = by_principal(overall.duties, principal)
    elif way == DECISIONS:
        nodes = by_body(overall.decisions)
    return Seen(overall, county, homes(view), nodes, wanted)
