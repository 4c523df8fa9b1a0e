"""The ideas that are placed in the matrix, as rows with words for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt

from nvworkshop.model.things import Thing
from nvworkshop.workshop.ideas import number
from ui.widgets.keyed_list import KeyedList
from ui.widgets.labels import plain_tooltip
from ui.words import tr

CELLS = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """One idea in the matrix: effect and effort 1–5."""

    id: str
    number: int
    text: str
    effect: int
    effort: int

    @property
    def cell(self) -> tuple[int, int]:
        """Effect and effort."""
        return self.effect, self.effort

    @property
    def spoken(self) -> str:
        """The whole of it in words."""
        said = tr("Förslag {n}, effekt {effect}, insats {effort}: {text}")
        return said.format(n=self.number, effect=self.effect, effort=self.effort, text=self.text)


def is_placed(idea: Thing) -> bool:
    """Tell whether an idea has both effect and effort."""
    return bool(number(idea, "effect") and number(idea, "effort"))


def placed(idea: Thing) -> Placed:
    """Return an idea as it is drawn; levels that no key gives are brought within."""
    return Placed(
        idea.id,
        number(idea, "number"),
        idea.text("title"),
        within(number(idea, "effect")),
        within(number(idea, "effort")),
    )


def within(level: int) -> int:
    """Return the nearest level, 1–5."""
    return min(CELLS, max(1, level))


class MatrixModel(KeyedList[Placed]):
    """The placed ideas, cell by cell from the upper left, as one reads."""

    told: ClassVar = {
        Qt.ItemDataRole.DisplayRole: lambda row: str(row.number),
        Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
        Qt.ItemDataRole.ToolTipRole: lambda row: plain_tooltip(row.spoken),
    }

    def key(self, row: Placed) -> str:
        """Return the idea's id."""
        return row.id

    def set_items(self, rows: Sequence[Placed]) -> None:
        """Show these ideas, in whatever order they come."""
        super().set_items(sorted(rows, key=lambda one: (-one.effect, one.effort, one.number)))
