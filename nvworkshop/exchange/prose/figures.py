"""Pictures put where their signs stand in cleaned HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from nvworkshop.exchange.prose.blocks import figure_of
from nvworkshop.model.documents import Drawn, Figure, Grid, Runs, plain
from nvworkshop.model.guarded import PICTURES, pictures_in

_PARAGRAPH = re.compile(rf"<p>((?:\s|{PICTURES})+)</p>")


def with_figures(
    inside: str, pictures: Sequence[Drawn], shown: Callable[[Figure, int, str], str]
) -> str:
    """Return HTML with a picture for each paragraph that is a sign of one.

    `shown` makes it of the picture, its number from 1 and its table.
    """

    def _shown(found: re.Match[str]) -> str:
        numbers = [one for one in pictures_in(found[1]) if one < len(pictures)]
        figures = [figure_of(pictures[one]) for one in numbers]
        made = (
            shown(figure, number + 1, _table(figure.table))
            for figure, number in zip(figures, numbers, strict=True)
        )
        return "\n".join(made)

    return _PARAGRAPH.sub(_shown, inside)


def _table(grid: Grid) -> str:
    head = _row(grid.head, 'th scope="col"', "th")
    rows = "\n".join(_row(row, "td", "td") for row in grid.rows)
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _row(cells: Sequence[Runs], opened: str, closed: str) -> str:
    inside = (html.escape(plain(one)).replace("\n", "<br>") for one in cells)
    return f"<tr>{''.join(f'<{opened}>{one}</{closed}>' for one in inside)}</tr>"
