"""A timeline: when each action begins and ends, its milestones, and today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nvworkshop.followup.bars import Bar
from nvworkshop.model.tables import WARNING
from nvworkshop.reports.pictures.drawing import Colours, Picture, explain, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PARTS = 120
"""The smallest part of a timeline that is seen."""

_LOOKS = ("R1", "R2", "R3", "R4")
_PATTERNS = ("", "///", "|||", "xxx")


def timeline(title: str, bars: Sequence[Bar], today: date, shifts: Sequence[str] = ()) -> Picture:
    """Return the timeline of the bars that have any time; the others are in the table alone.

    `shifts` are the names of the shifts in the strategy's order, to tell what the patterns say.
    """
    head = ("Åtgärd", "Börjar", "Klar", "Status")
    rows = tuple(
        (named(one), *(map(_said, one.said, (one.begins, one.ends))), one.state) for one in bars
    )
    drawn = [one for one in bars if one.begins or one.ends]
    late = sum(one.late for one in bars)
    without = len(bars) - len(drawn)
    said = f"{len(drawn)} {'åtgärd' if len(drawn) == 1 else 'åtgärder'} på en tidslinje"
    said += (
        f"; {late} är {'försenad' if late == 1 else 'försenade'}, med {WARNING} före namnet"
        if late
        else "; ingen är försenad"
    )
    said += f"; {without} har ingen tid" if without else ""

    def draw(axes: Axes, theme: Colours) -> None:
        _draw(axes, theme, drawn, today)
        _legend(axes, theme, {one.shift for one in drawn}, shifts, below=-0.3 / height)

    height = 0.9 + 0.26 * max(1, len(drawn))
    return Picture(title, f"{said}.", head, rows, height, draw)


def named(bar: Bar) -> str:
    """Return a bar's name, with a sign when it is late."""
    return f"{WARNING} {bar.name}" if bar.late else bar.name


def _said(words: str, span: tuple[date, date] | None) -> str:
    """Return a time as somebody said it, else its days."""
    if words or span is None:
        return words or "–"
    first, last = span
    return f"{first}" if first == last else f"{first}–{last}"


def _draw(axes: Axes, theme: Colours, bars: Sequence[Bar], today: date) -> None:
    from matplotlib.dates import AutoDateLocator, DateFormatter, date2num

    least = _least(bars)
    for shift in sorted({one.shift for one in bars}):
        _bars(axes, theme, [(n, one) for n, one in enumerate(bars) if one.shift == shift], least)
    stones = [(date2num(day), n) for n, one in enumerate(bars) for day in one.milestones]
    axes.plot(
        [day for day, _ in stones], [n for _, n in stones], marker="D", markersize=4,
        linestyle="none", color=theme["ink"], markerfacecolor=theme["card"],
    )  # fmt: skip
    axes.axvline(date2num(today), color=theme["danger"], linewidth=1.4)
    axes.text(
        date2num(today), -0.75, "i dag", ha="center", va="bottom", color=theme["danger"],
    )  # fmt: skip
    axes.set_yticks([])  # texts instead, which are measured fewer times
    for n, one in enumerate(bars):
        axes.annotate(
            shown(named(one)), (0, n), (-4, 0), axes.get_yaxis_transform(), "offset points",
            ha="right", va="center", color=theme["ink"],
        )  # fmt: skip
    axes.set_ylim(max(1, len(bars)) - 0.4, -0.7)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8))
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
    axes.grid(axis="x", color=theme["line"], linewidth=0.6)


def _least(bars: Sequence[Bar]) -> float:
    """Return how wide a bar is drawn at least, to be seen: an action of one day is there too."""
    days = [day for one in bars for day in _outer(one)]
    return (max(days) - min(days)) / _PARTS if days else 1.0


def _bars(axes: Axes, theme: Colours, bars: Sequence[tuple[int, Bar]], least: float) -> None:
    """Draw what is sure as full bars, and an interval at either end as a thin one."""
    colour, pattern = _look(bars[0][1].shift)
    outer = [(n, span) for n, one in bars for span in [_outer(one)]]
    inner = [(n, span) for n, one in bars for span in [_inner(one)] if span[1] > span[0]]
    for spans, height, drawn in ((outer, 0.16, ""), (inner, 0.5, pattern)):
        axes.barh(
            [n for n, _ in spans], [max(last - first, least) for _, (first, last) in spans],
            left=[first for _, (first, _) in spans], height=height, color=theme[colour],
            edgecolor=theme["card"], hatch=drawn, linewidth=0.4 if drawn else 0,
        )  # fmt: skip


def _outer(bar: Bar) -> tuple[float, float]:
    """Return from the first day that a bar may begin to the last that it may end."""
    (first, _), (_, last) = _spans(bar)
    return _number(first), _number(max(first, last)) + 1


def _inner(bar: Bar) -> tuple[float, float]:
    """Return from the last day that a bar may begin to the first that it may end."""
    (_, first), (last, _) = _spans(bar)
    return _number(first), _number(last) + 1


def _spans(bar: Bar) -> tuple[tuple[date, date], tuple[date, date]]:
    begins, ends = bar.begins or bar.ends, bar.ends or bar.begins
    if begins is None or ends is None:
        raise ValueError("a bar without any time can't be drawn")
    return begins, ends


def _number(day: date) -> float:
    from matplotlib.dates import date2num

    return float(date2num(day))


def _look(shift: int) -> tuple[str, str]:
    """Return the colour and the pattern of a shift; -1 is none."""
    if shift < 0:
        return "muted", ""
    return _LOOKS[shift % len(_LOOKS)], _PATTERNS[shift % len(_PATTERNS)]


def _legend(
    axes: Axes, theme: Colours, there: set[int], shifts: Sequence[str], *, below: float
) -> None:
    from matplotlib.patches import Patch

    looks = [(name, *_look(at)) for at, name in enumerate(shifts) if at in there]
    handles = [
        Patch(
            facecolor=theme[colour], edgecolor=theme["card"], hatch=pattern, label=shown(name, 24)
        )
        for name, colour, pattern in looks
    ]
    if len(handles) > 1:
        explain(axes, theme, below=below, ncols=3, handles=handles, handleheight=1.1)
