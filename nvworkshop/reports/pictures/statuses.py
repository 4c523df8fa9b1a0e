"""Bars of statuses: how many stand where, for each länsdel, huvudman or shift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nvworkshop.followup.looks import STATUS_LOOKS
from nvworkshop.model.choices import CHOICES
from nvworkshop.reports.pictures.drawing import Colours, Picture, by_name, explain, hatch, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROOM = 0.022
"""The share of the longest bar that a number needs to stand in its part."""


def status_bars(title: str, groups: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    """Return a bar per group, with the number of each status in it; groups from the top."""
    labels = {one.id: one.sv for one in CHOICES["status"]} | {"": "Inte angiven"}
    there = [one for one in STATUS_LOOKS if any(by.get(one) for _, by in groups)]
    head = ("Grupp", *(labels[one] for one in there), "Alla")
    rows = tuple(
        (name, *(str(by.get(one, 0)) for one in there), str(sum(by.values())))
        for name, by in groups
    )
    said = "; ".join(
        f"{name}: {by_name({labels[one]: by.get(one, 0) for one in there}) or 'inga åtgärder'}"
        for name, by in groups
    )

    def draw(axes: Axes, theme: Colours) -> None:
        _draw(axes, theme, groups, [(one, labels[one]) for one in there])

    return Picture(title, f"{said}.", head, rows, 0.8 + 0.3 * max(1, len(groups)), draw)


def _draw(
    axes: Axes,
    theme: Colours,
    groups: Sequence[tuple[str, Mapping[str, int]]],
    statuses: Sequence[tuple[str, str]],
) -> None:
    longest = max((sum(by.values()) for _, by in groups), default=0) or 1
    places = range(len(groups))
    begun = [0] * len(groups)
    for status, label in statuses:
        colour, pattern = STATUS_LOOKS[status]
        widths = [by.get(status, 0) for _, by in groups]
        axes.barh(
            places, widths, left=begun, height=0.62, label=label, color=theme[colour],
            edgecolor=theme["card" if pattern and status else "edge"], hatch=hatch(pattern),
            linewidth=0.6,
        )  # fmt: skip
        for at, width in enumerate(widths):
            if width / longest >= _ROOM:
                _number(axes, theme, begun[at] + width / 2, at, width)
            begun[at] += width
    axes.set_yticks(places, [shown(name) for name, _ in groups])
    axes.invert_yaxis()
    axes.set_xlim(0, longest)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
    if statuses:
        explain(axes, theme, below=0, ncols=4, handleheight=1.1)


def _number(axes: Axes, theme: Colours, x: float, y: float, number: int) -> None:
    box = {"boxstyle": "round,pad=0.08", "facecolor": theme["card"], "linewidth": 0}
    axes.text(x, y, str(number), ha="center", va="center", color=theme["ink"], bbox=box)
