"""What every picture shares: its words and its table, the type and colours, SVG and PNG."""

from __future__ import annotations

import io
import os
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from nvworkshop.model.text import shorten
from nvworkshop.places import RESOURCES, home

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Colours = Mapping[str, str]
Cells = tuple[str, ...]

WIDTH = 7.2
"""Inches: the width of the text on an A4."""

_DPI, _EFFORT = 175, 3
"""Pixels per inch of a PNG, twice those of a screen as it stands on a page, and how hard it is
compressed: more takes long and gains little.
"""

_ONE_AT_A_TIME = Lock()
"""The library isn't made to draw in several threads at once."""

_POINTS = 9


@dataclass(frozen=True)
class Picture:
    """A picture with its title, what it shows in words, and its figures as a table.

    `height` is in inches. `draw` fills empty axes.
    """

    title: str
    said: str
    head: Cells
    rows: tuple[Cells, ...]
    height: float
    draw: Callable[[Axes, Colours], None]

    @property
    def ratio(self) -> float:
        """How high it is, as a part of its width."""
        return self.height / WIDTH

    def svg(self, scheme: str = "light") -> bytes:
        """Return it as SVG without any reference outward; the same picture gives the same bytes."""
        return self._file(scheme, "svg")

    def png(self, scheme: str = "light") -> bytes:
        """Return it as PNG for print, where SVG isn't shown."""
        return self._file(scheme, "png")

    def _file(self, scheme: str, form: str) -> bytes:
        with _ONE_AT_A_TIME:
            return self._drawn(scheme, form)

    def _drawn(self, scheme: str, form: str) -> bytes:
        figure = _figure(self.height, colours(scheme))
        self.draw(figure.axes[0], colours(scheme))
        written = io.BytesIO()
        _WAYS[form](figure, written)
        return written.getvalue()


def _to_svg(figure: Figure, written: io.BytesIO) -> None:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    FigureCanvasSVG(figure).print_svg(
        written, metadata={"Date": None}
    )  # draws once, unlike savefig


def _to_png(figure: Figure, written: io.BytesIO) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(_DPI)
    FigureCanvasAgg(figure).print_png(written, pil_kwargs={"compress_level": _EFFORT})


_WAYS = {"svg": _to_svg, "png": _to_png}


@cache
def colours(scheme: str) -> Colours:
    """Return the theme's colours: "light", "dark" or "contrast"."""
    theme = tomllib.loads((RESOURCES / "style" / "theme.toml").read_text("utf-8"))
    return {name: str(one) for name, one in theme[scheme].items() if isinstance(one, str)}


def _figure(height: float, theme: Colours) -> Figure:
    """Return a figure with one pair of empty axes."""
    _set_up()
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout="tight", facecolor=theme["card"])
    axes = figure.add_subplot()
    axes.set_facecolor(theme["card"])
    axes.tick_params(colors=theme["ink"], length=0)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(theme["edge"])
    return figure


@cache
def _set_up() -> None:
    """Set type and patterns once: the library keeps them for the whole program.

    What it remembers of the computer's fonts lies in the program's own folder.
    """
    os.environ.setdefault("MPLCONFIGDIR", str(home() / "pictures"))  # else in the person's own
    import matplotlib as mpl

    mpl.use("agg")
    mpl.rcParams.update(
        {
            "font.family": "DejaVu Sans",
            "font.size": _POINTS,
            "svg.hashsalt": "nvworkshop",
            "hatch.linewidth": 0.6,
            "axes.axisbelow": True,
            "text.parse_math": False,  # a text from a plan is a text
        }
    )


NAMED = 46
"""Most characters of a name beside a picture."""


def shown(text: str, width: int = NAMED) -> str:
    """Return a text on one line as it can be drawn: a box for a letter that the type lacks."""
    known = _letters()
    kept = (one for one in text if unicodedata.category(one) != "Cf")
    drawn = (one if ord(one) in known or one.isspace() else _BOX for one in kept)
    return shorten("".join(drawn), width)


_BOX = "\N{WHITE SQUARE}"


@cache
def _letters() -> frozenset[int]:
    """Return the letters of the type that pictures are set in; it comes with the library."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return frozenset(get_font(findfont(FontProperties("DejaVu Sans"))).get_charmap())


def explain(axes: Axes, theme: Colours, *, below: float, ncols: int, **more: Any) -> None:
    """Say beneath the axes what the signs mean, in the middle of the whole width.

    `below` is how far beneath, as a part of the axes' height; `more` is for the library.
    """
    from matplotlib.transforms import blended_transform_factory

    across = axes.figure.transSubfigure
    axes.legend(
        loc="upper center",
        bbox_to_anchor=(0.5, below),
        bbox_transform=blended_transform_factory(across, axes.transAxes),
        ncols=ncols,
        frameon=False,
        labelcolor=theme["ink"],
        **more,
    )


def hatch(pattern: str) -> str:
    """Return a pattern as it is printed: lines for dots, which are a circle each in a file."""
    return "|||" if pattern == "..." else pattern


def by_name(names: Mapping[str, int]) -> str:
    """Return counts as a sentence: "3 pågår, 2 klar"."""
    return ", ".join(f"{number} {name.lower()}" for name, number in names.items() if number)


def decimal(value: float) -> str:
    """Return a number as it is written in Swedish: no needless decimals, a comma."""
    return f"{value:.10g}".replace(".", ",")
