"""The joint actions with the actions they gather, and what has changed in those since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.session.conflict_list import whose
from nvworkshop.session.joining import Drifted, drifted
from nvworkshop.session.view import PlanView


@dataclass(frozen=True, slots=True)
class Original:
    """One action that is gathered; `changed` are the fields that have changed since, in code.

    `removed` tells that it has been removed from its plan.
    """

    id: str
    title: str
    number: int
    where: str
    changed: tuple[str, ...] = ()
    removed: bool = False

    @property
    def called(self) -> str:
        """What it is called beside others: "Norra 12"."""
        return " ".join(one for one in (self.where, str(self.number or "")) if one)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A joint action and its originals, by whose plan they are in."""

    thing: Thing
    originals: tuple[Original, ...]

    @property
    def where(self) -> tuple[str, ...]:
        """Whose plans the originals are in, each once."""
        return tuple(dict.fromkeys(one.where for one in self.originals if one.where))

    @property
    def changed(self) -> tuple[Original, ...]:
        """The originals that somebody should look at again."""
        return tuple(one for one in self.originals if one.changed or one.removed)


def gathered_in(view: PlanView) -> list[Gathered]:
    """Return every joint action, oldest first; originals that have been removed are there too."""
    since = {one.link: one for one in drifted(view)}
    links: defaultdict[str, dict[str, Thing]] = defaultdict(dict)
    for one in view.things("link"):
        links[one.text("joint_action")].setdefault(one.text("action"), one)
    actions = {one.id: one for one in view.things("action")}
    places = places_in(view)

    def _original(link: Thing) -> Original:
        action = actions.get(link.text("action")) or _gone(view, link.text("action"))
        return _told(action, places.get(action.text("plan"), ""), since.get(link.id))

    return [
        Gathered(one, tuple(sorted(map(_original, links[one.id].values()), key=_order)))
        for one in view.things("joint_action")
    ]


def places_in(view: PlanView) -> dict[str, str]:
    """Return whose each plan is, by the plan's id."""
    return {one.id: whose(view, one) for one in view.things("plan")}


def _gone(view: PlanView, action: str) -> Thing:
    """Return an action as it stood when it was removed."""
    of = heads(one for one in view.store.changes_of(action) if one.kind == "action")
    return thing_of(KINDS["action"], action, of)


def _told(action: Thing, where: str, since: Drifted | None) -> Original:
    number = action["number"]
    return Original(
        action.id,
        action.text("title"),
        int(number) if isinstance(number, int | float) else 0,
        where,
        () if since is None or since.removed else since.fields,
        action.removed,
    )


def _order(one: Original) -> tuple[tuple[str, str, str], int, str]:
    return sort_key(one.where), one.number, one.id
