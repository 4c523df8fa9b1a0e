"""Self-ratings then and now: a step per shift and prerequisite, from 1 to 5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nvworkshop.reports.pictures.drawing import Colours, Picture, explain, shown
from nvworkshop.workshop.tallies import mean_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.32
"""Inches of height for each item."""

Rated = tuple[str, float | None, float | None]
"""A name, the mean level before, and now; None where it wasn't rated."""


def rating_steps(title: str, rated: Sequence[Rated], *, before: str, now: str) -> Picture:
    """Return a line per item from the level before to the level now; these are dates as text."""
    head = ("Skattat", before or "Förra gången", now or "Nu", "Skillnad")
    rows = tuple((name, _level(one), _level(two), _step(one, two)) for name, one, two in rated)
    said = "; ".join(f"{name} {_level(one)} till {_level(two)}" for name, one, two in rated)

    def draw(axes: Axes, theme: Colours) -> None:
        _draw(axes, theme, rated, head[1], head[2])

    return Picture(title, f"{said}.", head, rows, 1.0 + _ROW * max(1, len(rated)), draw)


def _level(mean: float | None) -> str:
    return "–" if mean is None else mean_text(mean)


def _step(before: float | None, now: float | None) -> str:
    if before is None or now is None:
        return "–"
    size = mean_text(abs(now - before))
    sign = "" if size == mean_text(0) else "+" if now > before else "−"
    return f"{sign}{size}"


def _draw(axes: Axes, theme: Colours, rated: Sequence[Rated], before: str, now: str) -> None:
    for at, (_, one, two) in enumerate(rated):
        if one is not None and two is not None:
            axes.plot([one, two], [at, at], color=theme["edge"], linewidth=2, zorder=1)
        if one is not None:
            axes.scatter(
                one, at, s=55, marker="o", facecolor=theme["card"], edgecolor=theme["primary"],
                linewidth=1.6, label=before if at == 0 else None, zorder=2,
            )  # fmt: skip
        if two is not None:
            axes.scatter(
                two, at, s=55, marker="D", color=theme["primary"],
                label=now if at == 0 else None, zorder=3,
            )  # fmt: skip
    axes.set_yticks(range(len(rated)), [shown(name) for name, _, _ in rated])
    axes.set_ylim(max(1, len(rated)) - 0.5, -0.6)
    axes.set_xlim(0.8, 5.2)
    axes.set_xticks(range(1, 6))
    axes.grid(axis="x", color=theme["line"], linewidth=0.6)
    if axes.get_legend_handles_labels()[0]:
        explain(axes, theme, below=-0.4 / max(1, len(rated) * _ROW), ncols=2)
