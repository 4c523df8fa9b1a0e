"""What of a window a person sees: neither scrolled away nor beneath something else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def is_seen(widget: QWidget, root: QWidget) -> bool:
    """Tell whether most of it is seen: not scrolled away, and nothing lies over its middle.

    What gives way where there is no room is left a single pixel, and is not seen.
    """
    seen = widget.visibleRegion().boundingRect()
    if 2 * seen.height() <= widget.height() or seen.width() <= 1:
        return False
    top = root.childAt(widget.mapTo(root, seen.center()))
    return top is None or top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget)
