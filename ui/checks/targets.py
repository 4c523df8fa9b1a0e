"""What is too small to press: WCAG 2.2 asks for 24 by 24 pixels, or room around (2.5.8)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from ui.checks.naming import called
from ui.checks.seen import is_seen

LEAST, GOOD = 24, 44


def small_targets(root: QWidget, least: int = LEAST) -> list[str]:
    """Return what is pressed and is smaller, when a circle of that size touches its neighbours."""
    places = {one: QRect(one.mapTo(root, QPoint(0, 0)), one.size()) for one in _targets(root)}
    found = []
    for widget, place in places.items():
        if min(place.width(), place.height()) >= least:
            continue
        circle = QRect(0, 0, least, least)
        circle.moveCenter(place.center())
        others = (there for one, there in places.items() if one is not widget)
        if any(circle.intersects(there) for there in others):
            found.append(f"{called(widget)}: {place.width()}×{place.height()}")
    return found


def _targets(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        pressed = isinstance(widget, QAbstractButton | QComboBox) and widget.isEnabled()
        if pressed and is_seen(widget, root):
            yield widget
