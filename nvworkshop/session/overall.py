"""The overall plan of an open plan: its rows, what overlaps, and how each local row is handled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.merging.duplicates import Row, groups, suggest
from nvworkshop.merging.duplicates.scoring import Progress
from nvworkshop.model.rules import JOINT, KEPT_LOCAL, RAISED, UNDECIDED_YET, gathered
from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.reports.overall import (
    Asked,
    County,
    Duties,
    Entry,
    Origin,
    Overall,
    Overlap,
    RolledUp,
    Section,
    Spot,
    build,
    county,
)
from nvworkshop.reports.overall.county import Likeness
from nvworkshop.session import suggesting
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView

__all__ = [
    "HANDLINGS", "Asked", "Compared", "County", "Duties", "Entry", "Home", "Likeness", "Origin",
    "Overall", "Overlap", "RolledUp", "Section", "Spot", "compared", "glance", "handle", "homes",
    "likenesses", "overall", "whole_county",
]  # fmt: skip

HANDLINGS = (KEPT_LOCAL, JOINT, RAISED, UNDECIDED_YET)
"""What can be chosen for a local row."""

_KINDS = ("plan", "workshop", "action", "joint_action", "link", "own_row", "own_status")
_WORDS = 4
"""Most shared words that are said of an overlap."""

_LABELS = {
    KEPT_LOCAL: marked("Behåll lokalt"),
    JOINT: marked("Gör till gemensam åtgärd"),
    RAISED: marked("Lyft för beslut"),
    UNDECIDED_YET: marked("Ta bort valet"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What finding overlaps needs of a plan; the comparing takes a while and needs no plan."""

    data: PlanData
    overall: Overall
    actions: suggesting.Asked
    joint: tuple[Row, ...]

    def is_like(self, other: Compared | None) -> bool:
        """Tell whether comparing would find the same as in another."""
        if other is None or self.joint != other.joint:
            return False
        ours, theirs = self.actions, other.actions
        return (ours.rows, ours.judged) == (theirs.rows, theirs.judged)


def overall(view: PlanView) -> Overall:
    """Return the overall plan. Raises InputError for a länsdel's own plan."""
    return build(_data(view))


def glance(view: PlanView) -> tuple[Overall, County]:
    """Return the overall plan and what it says of itself; nothing is compared."""
    data = _data(view)
    found = build(data)
    return found, county(data, found)


def compared(view: PlanView) -> Compared:
    """Return what `whole_county` needs. Raises InputError for a länsdel's own plan."""
    data = _data(view)
    joint = tuple(
        Row(
            one.id,
            one.text("title"),
            one.text("description"),
            shift=one.text("shift"),
            prerequisites=one.items("prerequisites"),
        )
        for one in data.joint_actions
    )
    return Compared(data, build(data), suggesting.asked(view), joint)


def whole_county(of: Compared, alike: Sequence[Likeness] = ()) -> County:
    """Return the county at a glance; `alike` is what `likenesses` found."""
    return county(of.data, of.overall, alike)


def likenesses(of: Compared, progress: Progress | None = None) -> list[Likeness]:
    """Return joint actions that are much alike, then actions that nobody has judged.

    `progress` is called with rows compared and all rows; what it raises ends the comparing.
    """
    joint: list[Likeness] = [(ids, ()) for _, ids in groups(suggest(of.joint))]
    found = suggesting.groups_in(of.actions, progress)
    apart = (one for one in found if not _gathered_together(one.ids, of.overall))
    return joint + [(one.ids, one.shared[:_WORDS]) for one in apart]


def _gathered_together(ids: Sequence[str], of: Overall) -> bool:
    together = ({one.id for one in row.gathers} for row in of.entries)
    return any(several.issuperset(ids) for several in together)


def _data(view: PlanView) -> PlanData:
    """Return what the overall plan is built from: no conflicts, only the kinds that are read."""
    plan = view.plan or Thing("plan", view.store.plan, {})
    if plan.text("level") == "local":
        raise InputError(
            said("Planen är en länsdels plan, inte den övergripande."),
            hint=said("Öppna länets plan, eller gör en och slå samman länsdelarnas planer i den."),
        )
    things: Mapping[str, Sequence[Thing]] = {kind: view.things(kind) for kind in _KINDS}
    made = view.surroundings.now().astimezone()
    return PlanData(plan, things, (), view.strategy, made)


@dataclass(frozen=True, slots=True)
class Home:
    """A länsdel's plan that can be handed back; `plans` is how many the länsdel has."""

    id: str
    title: str
    where: str
    plans: int = 1


def homes(view: PlanView) -> list[Home]:
    """Return the länsdelar's plans in the strategy's order, of each the last changed first."""
    parts = [one.id for one in view.strategy.county_parts]
    local = [one for one in view.things("plan") if one.text("county_part")]
    parts += [one.text("county_part") for one in local]
    found: list[Home] = []
    for part in dict.fromkeys(parts):
        where = said(view.strategy.label("county_part", part))
        mine = [one for one in local if one.text("county_part") == part]
        mine.sort(key=lambda plan: (plan.updated, plan.id), reverse=True)
        found += [Home(one.id, one.text("title"), where, len(mine)) for one in mine]
    return found


def handle(session: Session, actions: Sequence[str], handling: str, reason: str = "") -> Outcome:
    """Choose how local actions are handled, with why, as one step; "" takes the choice back.

    Those that a joint action gathers are left as they are, and a note says so. Raises InputError
    when all of them are gathered.
    """
    joined = {one for several in gathered(session.links()).values() for one in several}
    free = [one for one in dict.fromkeys(actions) if one not in joined]
    held = len(set(actions)) - len(free)
    if not free:
        raise InputError(
            said("Åtgärden ingår redan i en gemensam åtgärd.")
            if held == 1
            else said("Åtgärderna ingår redan i gemensamma åtgärder."),
            hint=said("Dela upp den gemensamma åtgärden först."),
        )
    label = said(_LABELS[handling])
    spoken = (
        label
        if len(free) == 1
        else said("{label}: {free} åtgärder").format(label=label, free=len(free))
    )
    values = {"handling": handling, "handling_reason": reason if handling else ""}
    outcome = session.set_many(dict.fromkeys(free, values), label=spoken)
    return outcome if not held else _noted(outcome, held)


def _noted(outcome: Outcome, held: int) -> Outcome:
    one = said("1 åtgärd ingår i en gemensam åtgärd och är som den var.")
    several = said("{held} åtgärder ingår i gemensamma åtgärder och är som de var.").format(
        held=held
    )
    return Outcome(outcome.touched, outcome.label, (*outcome.notes, one if held == 1 else several))
