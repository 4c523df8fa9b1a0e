"""What of a window a person sees: neither scrolled away nor beneath something else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def is_seen(widget: QWidget, root: QWidget) -> bool:
    """Tell whether most of it is seen: not scrolled away, and nothing lies over its middle."""
    seen = widget.visibleRegion().boundingRect()
    if 2 * seen.height() <= widget.height():
        return False
    top = root.childAt(widget.mapTo(root, seen.center()))
    return top is None or top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget)
