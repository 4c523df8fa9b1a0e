"""Lines of an indicator: values over time beside where it began and where it is to go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from nvworkshop.followup.judging import after_number
from nvworkshop.followup.series import Series
from nvworkshop.reports.pictures.drawing import Colours, Picture, decimal, explain, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST = 6
"""Most lines that can be told apart; the table has them all."""

_NAMED, _UNIT = 50, 24
"""Most characters of a line's name and of its unit."""

_LINES = (
    ("primary", "-", "o"),
    ("R4", "--", "s"),
    ("R2", "-.", "^"),
    ("R3", ":", "D"),
    ("R1", "-", "v"),
    ("muted", "--", "P"),
)


def indicator_lines(
    title: str,
    named: Sequence[tuple[str, Series]],
    *,
    unit: str = "",
    baseline: float | None = None,
    target: float | None = None,
) -> Picture:
    """Return the lines of named series; a value with few behind it is hollow, and marked so."""
    rows = tuple(
        (name, point.date, decimal(point.value), _behind(point.count, few=point.few))
        for name, one in named
        for point in one.points
    )
    head = ("Serie", "Mätdatum", f"Värde{f' ({unit})' if unit else ''}", "Antal bakom")
    said = "; ".join(_said(name, one, unit) for name, one in named) or "Inga mätvärden"
    for name, value in (("utgångsvärde", baseline), ("målvärde", target)):
        said += f"; {name} {decimal(value)}" if value is not None else ""

    def draw(axes: Axes, theme: Colours) -> None:
        for look, (name, one) in zip(_LINES, named[:_MOST], strict=False):
            _line(axes, theme, look, name, one)
        for value, name, style in ((baseline, "Utgångsvärde", ":"), (target, "Mål", "--")):
            if value is not None:
                axes.axhline(value, color=theme["warning"], linestyle=style, label=name)
        _finish(axes, theme, unit)

    lines = min(len(named), _MOST) + (baseline is not None) + (target is not None)
    return Picture(title, f"{said}.", head, rows, 2.2 + 0.2 * ceil(lines / 2), draw)


def _behind(count: float | None, *, few: bool) -> str:
    if count is None:
        return "–"
    return f"{decimal(count)}, få" if few else decimal(count)


def _said(name: str, one: Series, unit: str) -> str:
    shown = f"{decimal(one.latest.value)} {after_number(unit)}".strip()
    words = {1: ", stigande", -1: ", fallande"}.get(one.trend, "")
    return f"{name}: {shown} den {one.latest.date}{words}"


def _line(axes: Axes, theme: Colours, look: tuple[str, str, str], name: str, one: Series) -> None:
    from matplotlib.dates import date2num

    colour, style, mark = look
    days = [float(date2num(date.fromisoformat(point.date))) for point in one.points]
    values = [point.value for point in one.points]
    axes.plot(
        days, values, color=theme[colour], linestyle=style, linewidth=1.6, label=shown(name, _NAMED)
    )
    for day, point in zip(days, one.points, strict=True):
        face = theme["card"] if point.few else theme[colour]
        axes.plot(
            day, point.value, marker=mark, markersize=6, color=theme[colour], markerfacecolor=face
        )


def _finish(axes: Axes, theme: Colours, unit: str) -> None:
    from matplotlib.dates import AutoDateLocator, DateFormatter

    axes.xaxis.set_major_locator(AutoDateLocator(minticks=2, maxticks=7))
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m-%d"))
    axes.yaxis.set_major_formatter(lambda value, _: decimal(round(value, 6)))
    axes.margins(x=0.08, y=0.18)
    axes.grid(axis="y", color=theme["line"], linewidth=0.6)
    if unit:
        axes.set_ylabel(shown(unit, _UNIT), color=theme["ink"])
    if axes.get_legend_handles_labels()[0]:
        explain(axes, theme, below=-0.16, ncols=2)
