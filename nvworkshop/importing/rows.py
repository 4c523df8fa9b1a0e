"""The rows of a returned book: what each says of which thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nvworkshop.importing.known import KnownPlan
from nvworkshop.importing.layout import Layout
from nvworkshop.model.fields import Field
from nvworkshop.model.row_marks import Mark, plain, read_mark
from nvworkshop.model.sheets import RawValue, Spot
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

TITLE = "title"


@dataclass(frozen=True, slots=True)
class BookRow:
    """One row that says something: `entity` is its id, "" for none; `mark` what it held."""

    layout: Layout
    number: int
    entity: str
    mark: Mark | None
    cells: Sequence[RawValue]

    def spot(self, column: int = -1) -> Spot:
        """Return where the row stands, or one of its cells."""
        return Spot(self.layout.sheet.name, self.number, column + 1)

    def value(self, column: int) -> RawValue:
        """Return a cell, None where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else None

    def values(self, kind: str) -> Iterator[tuple[int, Field, RawValue]]:
        """Yield the columns that are fields of a kind, and their cells."""
        for column, field in self.layout.columns(kind):
            yield column, field, self.value(column)

    def text(self, name: str, kind: str = "action") -> str:
        """Return the text of a field's cell, "" when it is empty or not there."""
        return next((plain(v) for _, one, v in self.values(kind) if one.name == name), "")

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell of a field has anything."""
        return not any(plain(self.value(one)) for one in self.layout.labels)

    def computed(self, label: str) -> RawValue:
        """Return a cell that is worked out, None where there is none."""
        column = self.layout.computed.get(label, -1)
        return self.value(column) if column >= 0 else None

    @property
    def is_premade(self) -> bool:
        """Tell whether the row was there to be filled in."""
        return self.mark is not None and not self.mark.values


def rows_of(layout: Layout) -> Iterator[BookRow]:
    """Yield the rows of a sheet that say something, or have an id."""
    for number, cells in layout.rows:
        row = BookRow(layout, number, "", None, cells)
        entity = plain(row.value(layout.id)) if layout.id >= 0 else ""
        mark = read_mark(row.value(layout.mark)) if layout.mark >= 0 else None
        found = BookRow(layout, number, entity, mark, cells)
        if entity or not found.is_blank:
            yield found


class Matching:
    """Finds the things that rows are of: by id, else by a title that only one has."""

    def __init__(self, plan: KnownPlan) -> None:
        self._plan = plan
        self._titled: dict[str, list[Thing]] = defaultdict(list)
        for kind in ("action", "joint_action"):
            for one in plan.things(kind):
                self._titled[fold(one.text(TITLE))].append(one)

    def by_title(self, row: BookRow) -> Thing | None:
        """Return the one thing with the row's title, and with its number if there are several."""
        found = self._titled.get(fold(row.text(TITLE)), [])
        if len(found) > 1:
            number = row.text("number")
            found = [one for one in found if number and plain(one["number"]) == number]
        return found[0] if len(found) == 1 else None
