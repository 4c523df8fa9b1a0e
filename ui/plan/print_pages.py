"""The table on paper: lines of cells cut into pages, measured by whoever draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

LEAST, MOST, LONGEST_WORD, BESIDE = 5, 60, 24, 2
"""Characters a column is reckoned to need: at least, at most, for one word, and beside the text."""

_ENOUGH = 300
"""Lines looked at to find out how wide columns should be."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to print: the cells of a row, or the name of a group."""

    cells: tuple[str, ...] = ()
    group: str = ""
    shift: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line on a page: where it begins beneath the heading, and how high it is."""

    line: Line
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: a title, what stands under it, the columns, and the lines by number."""

    title: str
    under: str
    titles: tuple[str, ...]
    count: int
    line_at: Callable[[int], Line]
    foot: str = ""

    def lines(self) -> Iterator[Line]:
        """Yield every line."""
        return (self.line_at(number) for number in range(self.count))


def shares(paper: Paper) -> list[float]:
    """Return each column's share of the width, by what stands in it."""
    needs = [float(max(LEAST, len(title))) for title in paper.titles]
    looked_at = range(0, paper.count, max(1, paper.count // _ENOUGH))
    rows = [one for one in map(paper.line_at, looked_at) if one.cells]
    for place in range(len(needs)):
        lengths = sorted(len(row.cells[place]) for row in rows)
        typical = lengths[len(lengths) * 9 // 10] if lengths else 0
        words = (len(word) for row in rows for word in row.cells[place].split())
        longest = min(max(words, default=0), LONGEST_WORD)
        needs[place] = min(MOST, max(needs[place], typical, longest)) + BESIDE
    total = sum(needs) or 1.0
    return [need / total for need in needs]


def paged(
    lines: Iterable[Line], height_of: Callable[[Line], float], room: float, first_room: float
) -> Iterator[list[Placed]]:
    """Yield the lines page by page; the first page has less room, and no group ends a page."""
    page: list[Placed] = []
    top, left = 0.0, first_room
    for line in lines:
        height = min(height_of(line), room)
        if page and top + height > left:
            last = page.pop() if page[-1].line.group and len(page) > 1 else None
            yield page
            page, top, left = [], 0.0, room
            if last is not None:
                page.append(Placed(last.line, 0.0, last.height))
                top = last.height
        page.append(Placed(line, top, height))
        top += height
    if page:
        yield page
