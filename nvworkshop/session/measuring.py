"""Tables of measured values and the open plan: what they propose for its indicators."""

from __future__ import annotations

from collections.abc import Callable

from nvworkshop.followup.areas import Area, Areas
from nvworkshop.importing.measuring import Around, is_measured
from nvworkshop.importing.measuring import propose as propose_values
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.proposals import Proposals
from nvworkshop.model.sheets import RawBook
from nvworkshop.session.view import PlanView

__all__ = ["Around", "around", "found_in", "is_measured", "own_area", "propose"]


def propose(view: PlanView, book: RawBook) -> Proposals:
    """Return what a table of measured values proposes; the plan is not changed."""
    return found_in(book, around(view))


def found_in(
    book: RawBook,
    plan: Around,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Proposals:
    """Return the same in any thread: `plan` is what `around` has said.

    `tell` is called with rows done and rows in all, and may raise to stop.
    """
    return propose_values(book, plan, tell)


def around(view: PlanView) -> Around:
    """Return what of the plan a table of measured values is read against."""
    areas = Areas(view.strategy)
    indicators, measurements = view.things("indicator"), view.things("measurement")
    ever = (view.store.ids_ever(KINDS[kind]) for kind in ("indicator", "measurement"))
    there = {one.id for one in (*indicators, *measurements)}
    return Around(
        view.store.plan,
        areas,
        own_area(view, areas),
        view.surroundings.today(),
        tuple(indicators),
        tuple(measurements),
        frozenset().union(*ever) - there,
    )


def own_area(view: PlanView, areas: Areas) -> Area:
    """Return the area of the plan itself: its länsdel, or the county."""
    part = view.plan.text("county_part") if view.plan else ""
    return areas.find(part) or areas.county
