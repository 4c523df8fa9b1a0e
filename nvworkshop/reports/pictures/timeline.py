"""A timeline: when each action begins and ends, its milestones, and today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from nvworkshop.followup.bars import Bar
from nvworkshop.model.tables import WARNING
from nvworkshop.reports.pictures.drawing import Colours, Picture, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
        f"; {late} är försenade, de har {WARNING} före namnet" if late else "; ingen är försenad"
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
    axes.set_yticks(range(len(bars)), [shown(named(one)) for one in bars])
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
    colour, pattern = _look(one.shift)
    axes.barh(at, outer[1] - outer[0], left=outer[0], height=0.16, color=theme[colour], linewidth=0)
    if inner[1] > inner[0]:
        axes.barh(
            at, inner[1] - inner[0], left=inner[0], height=0.5, color=theme[colour],
            edgecolor=theme["card"], hatch=pattern, linewidth=0.4,
        )  # fmt: skip


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
        axes.legend(
            handles=handles, loc="upper center", bbox_to_anchor=(0.5, below), ncols=3,
            frameon=False, labelcolor=theme["ink"], handleheight=1.1,
        )  # fmt: skip
