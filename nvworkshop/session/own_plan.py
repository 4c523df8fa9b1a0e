"""A huvudman's own plan: made from the plan it follows, and how its rows answer to that plan's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.rules import OWN
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Store
from nvworkshop.session.admitting import concerning, concerns
from nvworkshop.session.merge import merge_contents
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.taken import refuse_place
from nvworkshop.session.target import Target
from nvworkshop.session.view import PlanView

HELD_BACK = ("resources", "risk", "comment")
"""What is not let out of a new own plan until somebody says so."""

PART_OF = FIELDS["action"]["part_of"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A huvudman that can make its own plan: how many rows it answers for, and takes part in."""

    id: str
    label: str
    responsible: int
    contributing: int


@dataclass(frozen=True, slots=True)
class Errand:
    """A row of the plan that is followed, with the huvudman's own rows under it.

    `thing` is None for own rows that are part of nothing that is there. `where` is the länsdel of
    a local action, and `joined` tells that a joint action gathers it now. `leads` tells that the
    huvudman answers for it; neither that nor `helps` means that it no longer concerns it.
    """

    thing: Thing | None
    rows: tuple[Thing, ...] = ()
    where: str = ""
    leads: bool = False
    helps: bool = False
    joined: bool = False

    @property
    def is_white_spot(self) -> bool:
        """Whether it is for the huvudman to do, and no own row says how."""
        return not self.rows and not self.joined and (self.leads or self.helps)


def candidates(view: PlanView) -> list[Candidate]:
    """Return the huvudmän that the plan gives something to do, in the strategy's order."""
    found = []
    for principal, label in view.strategy.options("principal"):
        rows = concerning(view, principal)
        own = sum(one.text("principal") == principal for one in rows)
        if rows:
            found.append(Candidate(principal, label, own, len(rows) - own))
    return found


def suggested_name(label: str) -> str:
    """Return what a huvudman's own plan is called until somebody says otherwise."""
    return f"Egen plan för {label}"


def create_own(view: PlanView, principal: str, out: Path, *, source: Path | None = None) -> Session:
    """Make a huvudman's own plan of what this plan gives it to do, and write it to `out`.

    `source` is the file the plan was read from, when the view doesn't know. Raises InputError when
    the huvudman is given nothing, or something already lies there.
    """
    chosen = _chosen(view, principal)
    refuse_place(out)
    around, follows = view.surroundings, view.plan
    plan = around.new_id()
    session = Session(Store.create(None, plan=plan), Target(out, around.home()), around)
    session.strategy = view.strategy
    same = {name: follows[name] for name in ("strategy", "strategy_version", "sample") if follows}
    values = {
        "title": suggested_name(chosen.label),
        "level": OWN,
        "principal": chosen.id,
        "held_back": list(HELD_BACK),
        "state": "draft",
        **same,
    }
    known = {name: data for name, data in values.items() if data is not None}
    session.add("plan", known, entity=plan)
    place = view.file or source or out
    merge_contents(session, [(place, content_of(view, place))])
    session.publish()
    return session


def _chosen(view: PlanView, principal: str) -> Candidate:
    if view.is_own:
        raise InputError(
            said("Planen är redan en huvudmans egen."),
            hint=said("Öppna den övergripande planen först."),
        )
    found = view.strategy.find("principal", principal)
    several = candidates(view)
    for one in several:
        if found is not None and one.id == found.id:
            return one
    names = ", ".join(one.label for one in several)
    hint = (
        said("Något att göra har: {names}.").format(names=names)
        if names
        else said("Slå samman länsdelarnas planer först.")
    )
    if found is None:
        raise InputError(
            said("Huvudmannen ”{principal}” finns inte i strategin.").format(principal=principal),
            hint=hint,
        )
    raise InputError(
        said("{label} har ingen åtgärd i planen.").format(label=found.label),
        said("Ingen rad har den som ansvarig eller medverkande."),
        hint,
    )


def content_of(view: PlanView, place: Path) -> PlanContent:
    """Return an open plan as if it had been read from a file."""
    changes = list(view.store.changes())
    return PlanContent(place, "", 0, 1, view.store.plan, changes, len(changes), 0, False, ())


def errands(view: PlanView) -> list[Errand]:
    """Return what the huvudman has to do with its own rows: what it leads first, then by title.

    Last come the own rows that are part of nothing. Raises InputError for another plan.
    """
    if not view.is_own:
        raise InputError(said("Planen är ingen huvudmans egen plan."))
    principal = view.plan.text("principal") if view.plan else ""
    ground = {one.id: one for one in view.candidates(PART_OF.of)}
    joined = _gathered(view, ground)
    rows: defaultdict[str, list[Thing]] = defaultdict(list)
    for one in view.things("action"):
        part_of = one.text("part_of")
        rows[part_of if part_of in ground else ""].append(one)
    found = [_errand(view, one, principal, rows[one.id], joined) for one in ground.values()]
    found.sort(key=_order)
    return [*found, Errand(None, tuple(rows[""]))] if rows[""] else found


def _gathered(view: PlanView, ground: dict[str, Thing]) -> set[str]:
    links = view.things("link")
    return {one.text("action") for one in links if one.text("joint_action") in ground}


def _errand(
    view: PlanView, thing: Thing, principal: str, rows: Sequence[Thing], joined: set[str]
) -> Errand:
    plan = view.current("plan", thing.text("plan"))
    part = plan.text("county_part") if plan else ""
    leads = thing.text("principal") == principal
    return Errand(
        thing,
        tuple(rows),
        view.strategy.label("county_part", part) if part else "",
        leads,
        concerns(thing, principal) and not leads,
        thing.id in joined,
    )


def _order(one: Errand) -> tuple[object, ...]:
    thing = one.thing
    local = thing is None or thing.kind != "joint_action"
    return (not one.leads, not one.helps, local, sort_key(thing.text("title") if thing else ""))


def add_row(session: Session, part_of: str, title: str = "") -> Outcome:
    """Make an own row that is part of a row of the ground; what they share is taken from there."""
    ground = {one.id: one for one in session.candidates(PART_OF.of)}
    if part_of not in ground:
        raise InputError(said("Åtgärden finns inte kvar i planen."))
    above = ground[part_of]
    taken = {name: above[name] for name in ("shift", "end") if above[name] is not None}
    values = {**({"title": title} if title else {}), "part_of": part_of, **taken}
    entity = session.surroundings.new_id()
    return session.add_many(said("Ny egen rad"), [("action", entity, values)], entity=entity)
