"""Type that fits its room: texts in lines, and the largest size with which all has place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LEAST = 28.0
"""Pixels of the smallest type in a picture 1,080 lines high: read from eight metres."""

_LINES, _NARROW = 1_080, 1_440
_LONGEST = 3_000
"""Characters; a whole picture of the smallest type holds fewer."""

_KEPT = 4_000
"""Blocks that are remembered at most."""


class Block:
    """A text broken into lines of a width; words wider than that are broken too."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        """Break the text; `width` is in pixels."""
        self.text = text[:_LONGEST].replace("\n", "\u2028")
        self.font = font
        self.width = max(1.0, width)
        self._metrics = QFontMetricsF(font)
        self.line = self._metrics.lineSpacing()
        self._layout = QTextLayout(self.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (one := self._layout.createLine()).isValid():
            one.setLineWidth(self.width)
            one.setPosition(QPointF(0, (self._layout.lineCount() - 1) * self.line))
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines there are; none in an empty text."""
        return self._layout.lineCount() if self.text else 0

    @property
    def height(self) -> float:
        """The pixels from the top of the first line to the bottom of the last."""
        return self.lines * self.line

    def height_in(self, room: float) -> float:
        """Return the height of the lines that are drawn in a room so many pixels high."""
        return min(self.lines, self._fitting(room)) * self.line

    def draw(self, painter: QPainter, at: QPointF, room: float) -> None:
        """Draw in the painter's pen; when `room` pixels are too few, the last line ends with …."""
        shown = min(self.lines, self._fitting(room))
        for n in range(shown if shown == self.lines else shown - 1):
            self._layout.lineAt(n).draw(painter, at)
        if 0 < shown < self.lines:
            rest = _from(self.text, self._layout.lineAt(shown - 1).textStart())
            cut = self._metrics.elidedText(f"{rest} ", Qt.TextElideMode.ElideRight, self.width)
            cut = cut if cut.endswith("…") else f"{cut.rstrip()} …"
            painter.setFont(self.font)
            base = (shown - 1) * self.line + self._metrics.ascent()
            painter.drawText(at + QPointF(0, base), cut)

    def _fitting(self, room: float) -> int:
        return max(1, int(room / self.line + 0.01))


class Type:
    """The sizes of one picture, and what its texts measure in them."""

    def __init__(self, font: QFont, width: int, height: int) -> None:
        """Take sizes from the picture: its height, or its width when it is narrower than 4:3."""
        self._font = font
        self.unit = min(height / _LINES, width / _NARROW)
        self.least = max(1, ceil(LEAST * self.unit - 0.01))
        self._blocks: dict[tuple[str, int, int, bool], Block] = {}

    def px(self, lines: float) -> float:
        """Return pixels for lines out of 1,080."""
        return lines * self.unit

    def size(self, lines: float) -> int:
        """Return the size of type, in pixels, for lines out of 1,080; never under the least."""
        return max(self.least, round(lines * self.unit))

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """Return the font in a size of pixels."""
        made = QFont(self._font)
        made.setPixelSize(size)
        made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return made

    def block(self, text: str, size: int, width: float, *, bold: bool = False) -> Block:
        """Return a text broken into lines; what has been broken once is remembered."""
        key = (text, size, round(width), bold)
        if key not in self._blocks:
            if len(self._blocks) >= _KEPT:
                self._blocks.clear()
            self._blocks[key] = Block(text, self.font(size, bold=bold), width)
        return self._blocks[key]

    def width(self, text: str, size: int, *, bold: bool = False) -> float:
        """Return how wide a text is on one line."""
        return QFontMetricsF(self.font(size, bold=bold)).horizontalAdvance(text[:_LONGEST])

    def line(self, size: int) -> float:
        """Return how high a line is."""
        return QFontMetricsF(self.font(size)).lineSpacing()

    def widest_word(self, texts: Sequence[str], size: int) -> float:
        """Return how wide the longest words of the texts are."""
        words = {max(text.split(), key=len, default="") for text in texts}
        return max((self.width(word, size) for word in words), default=0.0)

    def largest(self, fits: Callable[[int], bool], most: float) -> int | None:
        """Return the largest size up to `most` lines for which `fits` holds; None for none."""
        low, high = self.least, self.size(most)
        if not fits(low):
            return None
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(middle) else (low, middle - 1)
        return low


def count_fitting(heights: Sequence[float], gap: float, room: float, more: float) -> int:
    """Return how many of these heights have place under each other, from the first.

    When not all have, `more` pixels are left for saying how many are missing.
    """
    if sum(heights) + gap * (len(heights) - 1) <= room:
        return len(heights)
    left = room - more
    for n, high in enumerate(heights):
        left -= high + (gap if n else 0.0)
        if left < 0:
            return n
    return len(heights)


def _from(text: str, start: int) -> str:
    """Return a text from a place that Qt has counted, in UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start :].decode("utf-16-le", "replace")
