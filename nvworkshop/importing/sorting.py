"""The rows of a returned book sorted: of things the plan knows, new ones, and of other plans."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from nvworkshop.importing.adding import Adding
from nvworkshop.importing.known import KnownPlan
from nvworkshop.importing.layout import KIND_NAMES, Layout
from nvworkshop.importing.rows import TITLE, BookRow, Matching, rows_of
from nvworkshop.language import marked, said
from nvworkshop.model.proposals import Rejected
from nvworkshop.model.row_marks import plain
from nvworkshop.model.things import Thing

COPIED = marked("Raden är en kopia av en annan rad, med ny rubrik.")
ALIKE = marked("Det finns redan en åtgärd med samma rubrik.")
STRANGER = marked("Raden finns inte i den här planen. Slå ihop planfilerna först, om den hör hit.")
OUTSIDE = marked("Nya rader läses inte från det här bladet. Skriv den på bladet")
OUTSIDE_ALL = marked("Nya rader läses inte från det här bladet.")
NOBODY = "–"
"""The role of a row that says that a huvudman has no actions."""


@dataclass(slots=True)
class SortedRows:
    """Rows by what they are of; `plans` are the sheets of whole actions, where new ones stand.

    `known` are rows by the thing's id, `new` with why somebody has to think of them, and `again`
    counts those that have been read before.
    """

    plan: KnownPlan
    layouts: list[Layout]
    plans: list[Layout]
    known: dict[str, list[BookRow]] = field(default_factory=lambda: defaultdict(list))
    new: list[tuple[BookRow, str]] = field(default_factory=list)
    strangers: list[BookRow] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    again: int = 0

    def __post_init__(self) -> None:
        """Go through every row once."""
        nameless = []
        for layout in self.layouts:
            for row in rows_of(layout):
                if not row.entity and layout not in self.plans:
                    self._refuse_outside(row)
                elif not row.entity:
                    nameless.append(row)
                elif self.plan.kind(row.entity) in KIND_NAMES:
                    self.known[row.entity].append(row)
                elif row.is_premade and not row.is_blank:
                    self.new.append((row, ""))
                elif not row.is_premade:
                    self.strangers.append(row)
        for entity, rows in self.known.items():
            self.known[entity] = self._without_copies(rows)
        self._match(nameless)
        self.rejected += [
            Rejected(r.spot(), "", r.text(TITLE), said(STRANGER)) for r in self.strangers
        ]

    def in_plans(self) -> set[str]:
        """Return the things that have a row on a sheet of whole actions."""
        known = self.known.items()
        return {entity for entity, rows in known if any(one.layout in self.plans for one in rows)}

    def belongs(self, layout: Layout) -> str:
        """Return the plan that all known rows of a sheet are of, "" for this one or several."""
        of = {
            thing.text("plan")
            for entity, rows in self.known.items()
            if any(one.layout is layout for one in rows)
            and (thing := self.plan.thing(entity)) is not None
        }
        return of.pop() if len(of) == 1 and of != {self.plan.plan} else ""

    def _without_copies(self, rows: list[BookRow]) -> list[BookRow]:
        """Take out rows that were copied in their sheet to begin a new one."""
        several = [one for one in rows if sum(other.layout is one.layout for other in rows) > 1]
        titled = [one for one in several if one.mark and one.layout.has_titles]
        copies = [one for one in titled if one.mark and not one.mark.held(TITLE, one.text(TITLE))]
        if not copies or len(copies) == len(rows):
            return rows
        self.new += [(one, COPIED) for one in copies]
        return [one for one in rows if one not in copies]

    def _match(self, nameless: list[BookRow]) -> None:
        """Find the things of rows whose id is gone, by their titles."""
        matching = Matching(self.plan)
        adding = Adding(self.plan, {})
        taken = self.in_plans()
        for row in nameless:
            thing = matching.by_title(row)
            if self.plan.kind(adding.id_of(row)):
                self.again += 1
            elif thing is None:
                self.new.append((row, ""))
            elif thing.id not in taken:
                self.known[thing.id].append(row)
            elif not self._says_what_stands(row, thing):
                self.new.append((row, ALIKE))

    def _says_what_stands(self, row: BookRow, thing: Thing) -> bool:
        others = self.known[thing.id]
        return all(
            plain(value) == plain(self.plan.cell(one, thing[one.name]))
            or any(plain(value) == other.text(one.name, thing.kind) for other in others)
            for _, one, value in row.values(thing.kind)
        )

    def _refuse_outside(self, row: BookRow) -> None:
        """Tell of a new row on a sheet that only lists what stands on others."""
        if row.computed("roll") != NOBODY and row.text(TITLE):
            names = said(" eller ").join(f"”{one.sheet.name}”" for one in self.plans)
            reason = f"{said(OUTSIDE)} {names}." if names else said(OUTSIDE_ALL)
            self.rejected.append(Rejected(row.spot(), "", row.text(TITLE), reason))
