"""Where the window stands the first time the program is started."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

_SMALL = QSize(1366, 768)
"""A screen no larger than this is filled."""
_LEAST, _MOST = QSize(1280, 720), QSize(1600, 1000)
_SHARE = 0.8


def is_small(screen: QSize) -> bool:
    """Tell whether the window had better fill the screen."""
    return screen.boundedTo(_SMALL) == screen


def first_place(free: QRect) -> QRect:
    """Return a place in the middle of what is free of a screen."""
    share = (free.size() * _SHARE).boundedTo(_MOST)
    size = share.expandedTo(_LEAST).boundedTo(free.size())
    place = QRect(free.topLeft(), size)
    place.moveCenter(free.center())
    return place
