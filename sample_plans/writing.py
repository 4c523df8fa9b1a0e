"""Write content into an open plan, in the order it would have been written in the room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nvworkshop.session import following_up, joining, review, workshops
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.following import Occasion
from nvworkshop.workshop.steps import StepType, as_data
from nvworkshop.workshop.templates import template_agenda
from sample_plans.around import Clock
from sample_plans.content import PLAN, WHEN, WORKSHOP, Content

_TEMPLATE = "half_day"
_FOLLOW_UP = "follow_up_30"
_PLACES = ("key", WHEN, "action")

# fmt: off
IN_THE_ROOM = frozenset((
    "title", "description", "shift", "supporting_shifts", "prerequisites", "municipalities",
    "place", "principal", "contributors", "function", "start", "end", "effect", "effort", "work",
    "status", "ideas",
))
# fmt: on
"""The fields of an action that are filled in while people are there; the rest comes after."""


class Scribe:
    """Writes one content file into one open plan."""

    def __init__(self, session: Session, content: Content, clock: Clock) -> None:
        """Take the open plan, what to write and the clock to let go between things."""
        self._session = session
        self._content = content
        self._clock = clock

    def plan(self) -> None:
        """Write what the plan says of itself."""
        self._session.set(self._session.store.plan, self._content.data[PLAN])

    def take_in(self, sources: Iterable[Path]) -> None:
        """Merge plan files into the plan."""
        merge(self._session, sources)
        self._clock.pause()

    def room(self) -> None:
        """Write what is written during the workshop."""
        self.plan()
        there = self._meeting(WORKSHOP, _TEMPLATE)
        self._add("idea", {"workshop": WORKSHOP})
        self._add("action", there, only=IN_THE_ROOM | {"workshop"})

    def desk(self) -> None:
        """Write what is filled in at the desk in the weeks after."""
        self._add("indicator")
        self._add("measurement")
        for item in self._content.items("action"):
            rest = {name: value for name, value in item.items() if name not in IN_THE_ROOM}
            self._set(item["key"], self._values("action", rest))
        self._add("assignment")
        self._add("event")

    def follow_up(self, when: str) -> None:
        """Write what the group wrote when it met again: how it has gone, and what it changed."""
        self._meeting(when, _FOLLOW_UP, when)
        self._add("measurement", when=when)
        meeting = Occasion(self._content.id_of(when), str(self._content.data[when]["date"]))
        for item in self._content.items("follow_up", when):
            self._told(item, meeting)
        self._add("decision", when=when)
        self._add("report_back", when=when)
        self.edits(when)

    def _meeting(self, key: str, template: str, when: str = "") -> Mapping[str, Any]:
        """Write a workshop, who came and what they rated; return what says that it was there."""
        agenda = template_agenda(template, self._session.strategy)
        of_it = {"county_part": self._content.scope, "template": template}
        workshop = {**of_it, "agenda": as_data(agenda), **self._content.data[key]}
        entity = self._content.id_of(key)
        self._session.add(WORKSHOP, workshop, entity=entity)
        workshops.set_progress(self._session, entity, Progress(agenda[-1].id, ended=True))
        there = {"workshop": key}
        self._add("participant", there, when=when)
        self._add("self_rating", {**there, "date": workshop["date"]}, when=when)
        return there

    def _told(self, item: Mapping[str, Any], meeting: Occasion) -> None:
        action, entity = (self._content.id_of(item[name]) for name in ("action", "key"))
        answers = {name: value for name, value in item.items() if name not in _PLACES}
        following_up.follow_up(self._session, action, answers, meeting, entity=entity)
        self._clock.pause()

    def copy(self) -> None:
        """Write what was written in a copy of the plan on another computer."""
        self._add("idea", {"workshop": WORKSHOP})
        self._add("action")
        self._add("follow_up")
        self.edits()
        for key in self._content.data.get("remove", ()):
            self._session.remove(self._content.id_of(key))

    def edits(self, when: str = "") -> None:
        """Write the changes to things that are there already."""
        for edit in self._content.items("edit", when):
            self._set(edit["thing"], edit["set"])

    def decisions(self) -> None:
        """Write the coordinator's own work: a conflict decided, joint actions, distinct pairs."""
        for one in self._content.items("resolve"):
            entity = self._content.id_of(one["thing"])
            review.resolve(self._session, entity, one["field"], value=one["value"])
        for one in self._content.items("joint"):
            actions = [self._content.id_of(key) for key in one["actions"]]
            joint = joining.join(self._session, actions, title=one["title"])
            self._session.set(joint.entity, one["set"])
            self._clock.pause()
        for one in self._content.items("distinct"):
            first, second = (self._content.id_of(key) for key in one["actions"])
            joining.distinct(self._session, first, second, reason=one["reason"])

    def _values(self, kind: str, item: Mapping[str, Any]) -> dict[str, Any]:
        return self._content.values(kind, item, plan=self._session.store.plan)

    def _add(
        self,
        kind: str,
        also: Mapping[str, Any] | None = None,
        only: Iterable[str] = (),
        when: str = "",
    ) -> None:
        for item in self._content.items(kind, when):
            step = {"step": _step_of(item)} if kind == "idea" else {}
            values = self._values(kind, {**(also or {}), **step, **item})
            kept = {name: values[name] for name in values if not only or name in only}
            self._session.add(kind, kept, entity=self._content.id_of(item["key"]))
            self._clock.pause()

    def _set(self, key: str, values: Mapping[str, Any]) -> None:
        entity = self._session.store.plan if key == PLAN else self._content.id_of(key)
        self._session.set(entity, values)
        self._clock.pause()


def _step_of(idea: Mapping[str, Any]) -> str:
    """Return the step of the agenda in which an idea was said."""
    shift = idea.get("shift")
    return f"{StepType.SHIFT}-{shift}" if shift else StepType.FLOWS.value
