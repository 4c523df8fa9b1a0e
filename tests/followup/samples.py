"""The sample plans as they are read on a day, with the keys of their content files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from nvworkshop.session.moments import NOW, moment_of
from nvworkshop.session.standing import Period, Standings, compare_standing, standing_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from sample_plans.content import Content, load


@dataclass(frozen=True)
class Sample:
    """A sample plan as it is read on a day, and the keys of its things."""

    view: PlanView
    content: Content

    def keys(self, ids: Iterable[str]) -> list[str]:
        kinds = ("action", "indicator", "assignment")
        known = {
            self.content.id_of(one["key"]): one["key"]
            for kind in kinds
            for one in self.content.items(kind)
        }
        return [str(known[one]) for one in ids]

    @property
    def standing(self) -> Standings:
        return standing_of(self.view)

    def moved(self, then: str, now: str = "") -> Period:
        last = moment_of(self.view, now) if now else NOW
        return compare_standing(self.view, moment_of(self.view, then), last)


def on(day: str, name: str = "sodra") -> Sample:
    """Read a sample plan as on a day; nothing in the file is later than November 2026."""
    content = load(name)
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    file = read_plan(SAMPLE_PLANS / content.file)
    return Sample(view_of(file, Surroundings(now=lambda: noon)), content)
