"""What huvudmän have let out of their own plans: how far each is with a row, and rows it shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.rules import ENDED
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.model.values import label
from nvworkshop.reports.data import PlanData


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
    rows: tuple[Thing, ...] = ()
    withdrawn: int = 0

    @property
    def sentence(self) -> str:
        """All of it but the rows: "3 egna rader hos Piteå kommun: 1 klar, 2 pågår"."""
        if not self.count:
            return f"Inga egna rader hos {self.who}"
        rows = "1 egen rad" if self.count == 1 else f"{self.count} egna rader"
        said = ", ".join(f"{number} {word}" for word, number in self.statuses)
        until = f"; sista slut {self.until}" if self.until else ""
        return f"{rows} hos {self.who}" + (f": {said}{until}" if said else until)


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
    named = one["rows"] if isinstance(one["rows"], list) else []
    several = list(rows)
    count = one["count"]
    return RolledUp(
        one.text("principal"),
        data.strategy.label("principal", one.text("principal")),
        int(count) if isinstance(count, int | float) else 0,
        said_statuses(one["statuses"]),
        label(FIELDS["own_status"]["end"], one["end"], data.strategy) if one["end"] else "",
        tuple(row for row in several if row.id in named),
        sum(row.id not in named for row in several),
    )


def said_statuses(counted: Any) -> tuple[tuple[str, int], ...]:
    """Return statuses as people say them with how many rows: what is ended, then the form's order."""
    known = Counter(
        {key: n for key, n in counted.items() if isinstance(n, int)}
        if isinstance(counted, dict)
        else {}
    )
    ordered = sorted(CHOICES["status"], key=lambda one: one.id not in ENDED)
    said = [(one.sv[:1].lower() + one.sv[1:], known.pop(one.id, 0)) for one in ordered]
    said.append(("utan status", sum(known.values())))
    return tuple((word, n) for word, n in said if n)
