"""Type that fits its room: the largest size with which everything has place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

_STEPS = 9
"""Halvings of the range of sizes: finer than half a pixel."""

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
ANYWHERE = WRAP | int(Qt.TextFlag.TextWrapAnywhere)
_TALL = 100_000.0


def largest(fits: Callable[[float], bool], least: float, most: float) -> float:
    """Return the largest size between two for which `fits` holds; the least when none does."""
    if fits(most):
        return most
    low, high = least, most
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def height_of(text: str, font: QFont, width: float) -> float:
    """Return how high a text is when it is broken into lines of a width."""
    metrics = QFontMetricsF(font)
    room = QRectF(0, 0, max(1.0, width), _TALL)
    return metrics.boundingRect(room, flags_of(text, metrics, width), text).height()


def flags_of(text: str, metrics: QFontMetricsF, width: float) -> int:
    """Return how to break a text: inside words only when one is wider than the room."""
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    return ANYWHERE if widest > width else WRAP


def sized(font: QFont, size: float, *, bold: bool = False) -> QFont:
    """Return a font in a size of pixels."""
    made = QFont(font)
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made
