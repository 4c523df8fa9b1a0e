"""The table's look, taken from the theme once and not for every cell."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QStaticText, QTextLayout, QTextOption

from ui.theme.theme import Theme

_COLOURS = (
    "ink", "muted", "line", "ground", "card", "hover", "primary", "danger", "warning",
    "warning_soft", "ok", "focus", "selection", "on_selection",
)  # fmt: skip
_REMEMBERED = 4_000
"""Texts whose lines are remembered: some screens full."""

_ORDINARY = "Gemensam rutin för hembesök, uppföljd varje månad"
"""Text to take the average width of a character from, when texts are too many to be measured."""


class Look:
    """Colours, fonts and measures; made anew when the theme changes."""

    def __init__(self, theme: Theme, *, dense: bool) -> None:
        """Take what the table needs from the theme."""
        self.theme = theme
        self.dense = dense
        self.colours = {name: theme.color(name) for name in _COLOURS}
        self.font = theme.font("body")
        self.bold = QFont(self.font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small = theme.font("small")
        self.small.setWeight(QFont.Weight.DemiBold)
        self.metrics = QFontMetrics(self.font)
        self.bold_metrics = QFontMetrics(self.bold)
        self.left = theme.px(12)
        self.right = theme.px(8)
        self.top = theme.px(4 if dense else 8)
        self.symbol = round(self.metrics.ascent() * 0.85)
        self.gap = theme.px(6)
        self.hair = theme.px(1)
        self.ring = theme.px(2)
        self.most_lines = 1 if dense else 2
        self._lines: OrderedDict[tuple[str, int, int], tuple[str, ...]] = OrderedDict()
        self._char = self.metrics.horizontalAdvance(_ORDINARY) / len(_ORDINARY)
        self._widths: dict[str, int] = {}
        self._static: dict[str, QStaticText] = {}

    def __getitem__(self, token: str) -> QColor:
        """Return a colour of the theme."""
        return self.colours[token]

    @property
    def line(self) -> int:
        """The height of a line of text."""
        return self.metrics.lineSpacing()

    def row_height(self, lines: int) -> int:
        """Return the height of a row of so many lines."""
        return lines * self.line + 2 * self.top + self.hair

    @property
    def head_height(self) -> int:
        """The height of the line over a group."""
        return self.bold_metrics.lineSpacing() + 2 * max(self.top, self.theme.px(6)) + self.hair

    def width_of(self, chars: int) -> int:
        """Return the width of a column for so many characters."""
        return round(self._char * chars) + self.left + self.right

    def elided(self, text: str, width: int) -> str:
        """Return a bold text on one line that is at most so wide."""
        return self.bold_metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))

    def needs_two(self, text: str, width: int, *, exact: bool) -> bool:
        """Tell whether a text needs a second line; `exact` false when there are thousands."""
        if not exact:
            return len(text) * self._char > width
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            known = self._widths[text] = self.metrics.horizontalAdvance(text)
        return known > width

    def static(self, line: str) -> QStaticText:
        """Return a line of text laid out, to be drawn many times."""
        known = self._static.get(line)
        if known is None:
            known = QStaticText(line)
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.prepare(font=self.font)
            if len(self._static) > _REMEMBERED:
                self._static.clear()
            self._static[line] = known
        return known

    def lines_of(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return a text as it stands in a cell: at most so many lines, the last one elided."""
        key = (text, width, most)
        lines = self._lines.get(key)
        if lines is None:
            lines = self._broken(text, width, most)
            self._lines[key] = lines
            if len(self._lines) > _REMEMBERED:
                self._lines.popitem(last=False)
        return lines

    def _broken(self, text: str, width: int, most: int) -> tuple[str, ...]:
        metrics = self.metrics
        if metrics.horizontalAdvance(text) <= width:
            return (text,)
        first = text if most == 1 else text[: self._break(text, width)]
        rest = text[len(first) :].strip()
        if not rest:
            return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
        return first.rstrip(), metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)

    def _break(self, text: str, width: int) -> int:
        """Return how many characters stand on the first line."""
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        length = line.textLength()
        layout.endLayout()
        return length
