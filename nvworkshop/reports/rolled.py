"""What huvudmän have let out of their own plans: how far each is with a row, and rows it shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.language import said
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import label, shown
from nvworkshop.model.rules import ENDED
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.reports.cells import title_of
from nvworkshop.reports.data import PlanData


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One row that a huvudman shares; `about` is who, by when and the status, in words."""

    thing: Thing
    about: str = ""

    @property
    def id(self) -> str:
        """The id it was let out with."""
        return self.thing.id

    @property
    def title(self) -> str:
        """What it is called; its short id when it has no title."""
        return title_of(self.thing)


@dataclass(frozen=True, slots=True)
class RolledUp:
    """How far a huvudman is with one row of the plan: how many own rows, and in which status.

    `until` is the last end in words, "" for none. `rows` are those it shares just now, and
    `withdrawn` how many it has shared before and does no more.
    """

    principal: str
    who: str
    count: int
    statuses: tuple[tuple[str, int], ...] = ()
    until: str = ""
    rows: tuple[SharedRow, ...] = ()
    withdrawn: int = 0

    @property
    def sentence(self) -> str:
        """All of it but the rows: "3 egna rader hos Piteå kommun: 1 klar, 2 pågår"."""
        if not self.count:
            return said("Inga egna rader hos {who}").format(who=self.who)
        rows = (
            said("1 egen rad")
            if self.count == 1
            else said("{count} egna rader").format(count=self.count)
        )
        spoken = ", ".join(f"{number} {word}" for word, number in self.statuses)
        until = said("; klart senast {until}").format(until=self.until) if self.until else ""
        return said("{rows} hos {who}").format(rows=rows, who=self.who) + (
            f": {spoken}{until}" if spoken else until
        )


def rolled_up(data: PlanData) -> Mapping[str, tuple[RolledUp, ...]]:
    """Return what is told of each row of the plan, by its id, each huvudman once."""
    shared: defaultdict[str, list[Thing]] = defaultdict(list)
    for row in data.of("own_row"):
        shared[row.text("plan")].append(row)
    found: defaultdict[str, list[RolledUp]] = defaultdict(list)
    for one in data.of("own_status"):
        rows = [row for row in shared[one.text("plan")] if row["part_of"] == one["part_of"]]
        found[one.text("part_of")].append(_told(data, one, rows))
    return {
        target: tuple(sorted(several, key=lambda one: sort_key(one.who)))
        for target, several in found.items()
    }


def _told(data: PlanData, one: Thing, rows: Iterable[Thing]) -> RolledUp:
    named = one.items("rows")
    several = list(rows)
    count = int(one["count"]) if isinstance(one["count"], int | float) else 0
    return RolledUp(
        one.text("principal"),
        data.strategy.label("principal", one.text("principal")),
        count,
        said_statuses(one.values, count),
        label(FIELDS["own_status"]["end"], one["end"], data.strategy) if one["end"] else "",
        tuple(_shared(data, row) for row in several if row.id in named),
        sum(row.id not in named for row in several),
    )


def _shared(data: PlanData, row: Thing) -> SharedRow:
    fields = (FIELDS["own_row"][name] for name in ("function", "end", "status"))
    spoken = (
        shown(one, row[one.name], data.strategy) for one in fields if row[one.name] is not None
    )
    return SharedRow(row, " · ".join(filter(None, spoken)))


def said_statuses(counted: Mapping[str, Any], count: int) -> tuple[tuple[str, int], ...]:
    """Return statuses in words with how many of `count` rows: what is ended first."""
    ordered = sorted(CHOICES["status"], key=lambda one: one.id not in ENDED)
    numbers = [(one, counted.get(one.id)) for one in ordered]
    spoken = [
        (said(one.sv)[:1].lower() + said(one.sv)[1:], int(number))
        for one, number in numbers
        if isinstance(number, int | float) and number > 0
    ]
    rest = count - sum(number for _, number in spoken)
    return (*spoken, (said("utan status"), rest)) if rest > 0 else tuple(spoken)
