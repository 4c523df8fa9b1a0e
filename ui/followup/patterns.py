"""How the patterns of pictures are painted on screen, and what can be read on a colour."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from ui.theme.theme import Theme

_BRUSHES = MappingProxyType(
    {
        "xxx": Qt.BrushStyle.DiagCrossPattern,
        "///": Qt.BrushStyle.BDiagPattern,
        "\\\\\\": Qt.BrushStyle.FDiagPattern,
        "...": Qt.BrushStyle.Dense6Pattern,
        "---": Qt.BrushStyle.HorPattern,
    }
)
_READABLE = 4.5
_FAINT = 0.45
"""How much of the lines of a pattern is seen."""


def readable_on(ground: QColor, theme: Theme) -> QColor:
    """Return the colour, of text or of what is behind it, that is read best on a ground.

    On a ground between the two, where neither has 4.5:1, black or white has.
    """
    ours = (theme.color("ink"), theme.color("card"))
    best = max(ours, key=lambda one: _contrast(one, ground))
    if _contrast(best, ground) >= _READABLE:
        return best
    plain = (QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white))
    return max(plain, key=lambda one: _contrast(one, ground))


def _contrast(one: QColor, other: QColor) -> float:
    light = sorted((_light(one), _light(other)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def _light(colour: QColor) -> float:
    """Return the relative luminance, as WCAG 2.2 has it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [((one + 0.055) / 1.055) ** 2.4 if one > 0.04045 else one / 12.92 for one in parts]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def fill(
    painter: QPainter, shape: QPainterPath, ground: QColor, pattern: str, line: QColor
) -> None:
    """Fill a shape with a colour, and a pattern of lines over it."""
    painter.fillPath(shape, ground)
    if pattern in _BRUSHES:
        faint = QColor(line)
        faint.setAlphaF(_FAINT)
        painter.fillPath(shape, QBrush(faint, _BRUSHES[pattern]))


def rounded(rect: QRectF, radius: float, *, left: bool = True, right: bool = True) -> QPainterPath:
    """Return a rectangle with round corners at its ends, or at one of them."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    if not left:
        path.addRect(rect.adjusted(0, 0, -half, 0))
    if not right:
        path.addRect(rect.adjusted(half, 0, 0, 0))
    return path.simplified()
