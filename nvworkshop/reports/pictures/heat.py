"""A map of shifts and prerequisites: how many actions stand in each cell, white spots in words."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from nvworkshop.reports.pictures.drawing import Cells, Colours, Picture, shown
from nvworkshop.workshop.coverage import Cell, Coverage

if TYPE_CHECKING:
    from matplotlib.axes import Axes

EMPTY = "ingen"
"""What stands in a cell without actions: a word, so that it is heard too."""

_LINE, _ROW = 18, 30
"""Most characters of a line above a column, and of one beside a row."""

_NAMED = 60


def coverage_map(title: str, head: str, covered: Coverage) -> Picture:
    """Return the map of a plan's shifts and prerequisites; `head` is what the rows are called."""
    at = {(one.row, one.shift): one for one in covered.cells}
    rows = tuple(
        (label, *(words(at[row, shift]) for shift, _ in covered.shifts))
        for row, label in covered.prerequisites
    )
    columns = tuple(label for _, label in covered.shifts)
    cells = [[at[row, shift] for shift, _ in covered.shifts] for row, _ in covered.prerequisites]

    def draw(axes: Axes, theme: Colours) -> None:
        _draw(axes, theme, columns, [row[0] for row in rows], cells)

    return Picture(title, _said(columns, rows), (head, *columns), rows, 0.6 + 0.5 * len(rows), draw)


def words(cell: Cell) -> str:
    """Return a cell in words: how many, and how many more that support or take part."""
    number = str(len(cell.actions)) if cell.actions else EMPTY
    return f"{number} (+{len(cell.also)})" if cell.also else number


def _said(columns: Cells, rows: tuple[Cells, ...]) -> str:
    lines = (
        f"{name}: {', '.join(map(' '.join, zip(columns, cells, strict=True)))}"
        for name, *cells in rows
    )
    return f"{'; '.join(lines)}."


def _draw(
    axes: Axes, theme: Colours, columns: Cells, rows: list[str], cells: list[list[Cell]]
) -> None:
    most = max((len(one.actions) for row in cells for one in row), default=0) or 1
    for y, row in enumerate(cells):
        for x, one in enumerate(row):
            _cell(axes, theme, (x, y), one, len(one.actions) / most)
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xticks(range(len(columns)), [fill(shown(one, _NAMED), _LINE) for one in columns])
    axes.set_yticks(range(len(rows)), [fill(shown(one, _NAMED), _ROW) for one in rows])
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)


def _cell(axes: Axes, theme: Colours, place: tuple[int, int], one: Cell, share: float) -> None:
    """Draw a cell: darker the more it has, striped and with a word where it is a white spot."""
    from matplotlib.patches import Rectangle

    x, y = place
    gap = one.is_gap
    axes.add_patch(
        Rectangle(
            (x - 0.47, y - 0.45), 0.94, 0.9, linewidth=1.2 if gap else 0,
            facecolor=theme["card"] if not one.actions else _mixed(theme, share),
            edgecolor=theme["edge"], hatch="////" if gap else "",
        )
    )  # fmt: skip
    box = {"boxstyle": "round,pad=0.25", "facecolor": theme["card"], "linewidth": 0}
    axes.text(x, y, words(one), ha="center", va="center", color=theme["ink"], bbox=box)


def _mixed(theme: Colours, share: float) -> tuple[float, ...]:
    """Return a colour between the softest and the fullest."""
    from matplotlib.colors import to_rgb

    soft, full = to_rgb(theme["primary_soft"]), to_rgb(theme["primary"])
    return tuple(a + (b - a) * share for a, b in zip(soft, full, strict=True))
