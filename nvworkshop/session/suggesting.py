"""Near-duplicate actions to review in groups; the comparing needs no plan and may run elsewhere.

Ask the plan what comparing needs (`asked`), compare (`compared`: slow for many actions), and group
what was found by what somebody has judged (`grouped`: quick, so that a judgement is seen at once).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nvworkshop.merging.duplicates import Row, Suggestion, groups, suggest
from nvworkshop.merging.duplicates.marking import Marker, WordMark
from nvworkshop.merging.duplicates.scoring import Progress
from nvworkshop.model.rules import gathered
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.session.conflict_list import whose
from nvworkshop.session.view import PlanView

__all__ = ["Candidate", "Group", "Marker", "WordMark", "asked", "compared", "grouped", "groups_in"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One action as it is reviewed: `where` is whose plan it is in, `joint` what gathers it."""

    thing: Thing
    number: int
    where: str
    joint: str = ""
    joint_title: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What comparing needs of a plan: its actions, and the pairs somebody has judged already."""

    rows: tuple[Row, ...]
    candidates: Mapping[str, Candidate]
    judged: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that may be the same; `score` is 0–1, how often such a group was.

    `shared` and `differing` are Swedish words, the weightiest first.
    """

    score: float
    candidates: tuple[Candidate, ...]
    shared: tuple[str, ...]
    differing: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the actions."""
        return tuple(one.thing.id for one in self.candidates)

    @property
    def joint(self) -> Candidate | None:
        """One that a joint action gathers already, None when none is."""
        return next((one for one in self.candidates if one.joint), None)


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing found, judged pairs too: it holds for as long as the rows are these."""

    rows: tuple[Row, ...] = ()
    found: tuple[Suggestion, ...] = ()

    def holds_for(self, wanted: Asked) -> bool:
        """Tell whether comparing again would find the same."""
        return self.rows == wanted.rows


def asked(view: PlanView) -> Asked:
    """Return what comparing needs."""
    plans = {one.id: one for one in view.things("plan")}
    actions = view.things("action")
    joined = gathered(view.links())
    of = {action: joint for joint, several in joined.items() for action in several}
    judged = {frozenset(one.items("actions")) for one in view.things("distinct")}
    for several in joined.values():
        judged |= {frozenset(pair) for pair in combinations(several, 2)}
    return Asked(
        tuple(_row(plans, one) for one in actions),
        {one.id: _candidate(view, one, of.get(one.id, "")) for one in actions},
        frozenset(judged),
    )


def compared(wanted: Asked, progress: Progress | None = None) -> Compared:
    """Compare every action with every other. What `progress` raises stops it."""
    return Compared(wanted.rows, tuple(suggest(wanted.rows, progress=progress)))


def grouped(wanted: Asked, made: Compared) -> list[Group]:
    """Return what was found in groups to review, most certain first.

    Pairs that somebody has judged are left out, and so are actions that are gone.
    """
    found = _open(wanted, made)
    return [
        _group(score, [wanted.candidates[one] for one in ids], found)
        for score, ids in groups(found)
    ]


def pairs_in(wanted: Asked) -> list[Suggestion]:
    """Return the pairs nobody has judged that may be the same, most certain first."""
    return _open(wanted, compared(wanted))


def groups_in(wanted: Asked, progress: Progress | None = None) -> list[Group]:
    """Compare, and return the groups."""
    return grouped(wanted, compared(wanted, progress))


def _open(wanted: Asked, made: Compared) -> list[Suggestion]:
    return [
        one
        for one in made.found
        if frozenset(one.ids) not in wanted.judged and all(map(wanted.candidates.get, one.ids))
    ]


def _group(score: float, several: Sequence[Candidate], found: Sequence[Suggestion]) -> Group:
    ids = {one.thing.id for one in several}
    inside = [one for one in found if ids.issuperset(one.ids)]
    shared = dict.fromkeys(word for one in inside for word in one.shared)
    differing = dict.fromkeys(word for one in inside for word in one.differing)
    return Group(
        score,
        tuple(sorted(several, key=lambda one: (sort_key(one.where), one.number, one.thing.id))),
        tuple(shared),
        tuple(word for word in differing if word not in shared),
    )


def _candidate(view: PlanView, action: Thing, joint: str) -> Candidate:
    number = action["number"]
    return Candidate(
        action,
        int(number) if isinstance(number, int | float) else 0,
        whose(view, action),
        joint,
        view.title("joint_action", joint) if joint else "",
    )


def _row(plans: Mapping[str, Thing], action: Thing) -> Row:
    plan = plans.get(action.text("plan"))
    return Row(
        action.id,
        action.text("title"),
        action.text("description"),
        shift=action.text("shift"),
        prerequisites=action.items("prerequisites"),
        county_part=plan.text("county_part") if plan else "",
        municipality=" ".join(action.items("municipalities")),
    )
