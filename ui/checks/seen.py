"""What of a window a person sees: neither scrolled away nor beneath something else."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def is_seen(widget: QWidget, root: QWidget) -> bool:
    """Tell whether most of it is seen: not scrolled away, and nothing lies over its middle line.

    What gives way where there is no room is left a single pixel, and is not seen.
    """
    seen = widget.visibleRegion().boundingRect()
    if 2 * seen.height() <= widget.height() or seen.width() <= 1:
        return False
    middle = seen.center()
    across = (QPoint(seen.left(), middle.y()), middle, QPoint(seen.right(), middle.y()))
    return not any(_is_covered(widget, root, widget.mapTo(root, one)) for one in across)


def _is_covered(widget: QWidget, root: QWidget, place: QPoint) -> bool:
    top = root.childAt(place)
    same = top is None or top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget)
    return not same
