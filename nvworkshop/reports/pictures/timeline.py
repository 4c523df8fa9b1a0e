"""A timeline: when each action begins and ends, its milestones, and today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nvworkshop.followup.bars import Bar
from nvworkshop.model.text import shorten
from nvworkshop.reports.pictures.drawing import Colours, Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NAMED = 46
_LOOKS = ("R1", "R2", "R3", "R4")
_PATTERNS = ("", "///", "...", "xxx")


def timeline(title: str, bars: Sequence[Bar], today: date) -> Picture:
    """Return the timeline of the bars that have any time; the others are in the table alone."""
    head = ("Åtgärd", "Börjar", "Klar", "Status")
    rows = tuple((one.name, _said(one.begins), _said(one.ends), one.state) for one in bars)
    drawn = [one for one in bars if one.begins or one.ends]
    late = sum(1 for one in drawn if one.ends and one.ends[1] < today)
    without = len(bars) - len(drawn)
    said = f"{len(drawn)} åtgärder på en tidslinje; {late} har en sluttid som har passerat"
    said += f"; {without} har ingen tid" if without else ""

    def draw(axes: Axes, theme: Colours) -> None:
        _draw(axes, theme, drawn, today)

    return Picture(title, f"{said}.", head, rows, 0.8 + 0.26 * max(1, len(drawn)), draw)


def _said(span: tuple[date, date] | None) -> str:
    if span is None:
        return "–"
    first, last = span
    return f"{first}" if first == last else f"{first}–{last}"


def _draw(axes: Axes, theme: Colours, bars: Sequence[Bar], today: date) -> None:
    from matplotlib.dates import AutoDateLocator, DateFormatter, date2num

    for at, one in enumerate(bars):
        _bar(axes, theme, at, one)
        for day in one.milestones:
            axes.plot(
                date2num(day), at, marker="D", markersize=4, color=theme["ink"],
                markerfacecolor=theme["card"],
            )  # fmt: skip
    axes.axvline(date2num(today), color=theme["danger"], linewidth=1.4)
    axes.text(
        date2num(today), -0.75, "i dag", ha="center", va="bottom", color=theme["danger"],
    )  # fmt: skip
    axes.set_yticks(range(len(bars)), [shorten(one.name, _NAMED) for one in bars])
    axes.set_ylim(max(1, len(bars)) - 0.4, -0.7)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8))
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    axes.grid(axis="x", color=theme["line"], linewidth=0.6)


def _bar(axes: Axes, theme: Colours, at: int, one: Bar) -> None:
    """Draw what is sure as a full bar, and an interval at either end as a thin one."""
    from matplotlib.dates import date2num

    begins, ends = one.begins or one.ends, one.ends or one.begins
    if begins is None or ends is None:
        return
    outer = [date2num(begins[0]), date2num(max(ends[1], begins[0])) + 1]
    inner = [date2num(begins[1]), date2num(ends[0]) + 1]
    look = one.shift % len(_LOOKS)
    colour = theme[_LOOKS[look] if one.shift >= 0 else "muted"]
    axes.barh(at, outer[1] - outer[0], left=outer[0], height=0.16, color=colour, linewidth=0)
    if inner[1] > inner[0]:
        axes.barh(
            at, inner[1] - inner[0], left=inner[0], height=0.5, color=colour,
            edgecolor=theme["card"], hatch=_PATTERNS[look], linewidth=0.4,
        )  # fmt: skip
