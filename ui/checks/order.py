"""Controls without names, and an order of the Tab key that goes against reading."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from ui.checks.naming import called

_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def unnamed(root: QWidget) -> list[str]:
    """Return the controls without a name or a role, and those reached against reading order."""
    found = []
    stops = tab_stops(root)
    for widget in stops:
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{called(widget)}: no name")
        if told.role() in _NO_ROLES:
            found.append(f"{called(widget)}: no role")
    found.extend(
        f"{called(after)}: reached after {called(before)}"
        for before, after in pairwise(stops)
        if _goes_back(*_places(before, after, root))
    )
    return found


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab goes through, in its order."""
    found = []
    one: QWidget = root
    while True:
        if (
            one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.isEnabled()
            and one.isVisibleTo(root)
            and one.focusProxy() is None
            and root.isAncestorOf(one)
            and one.window() is root.window()
            and not _inside_view(one)
        ):
            found.append(one)
        following = one.nextInFocusChain()
        if following is None or following is root:
            return found
        one = following


def _inside_view(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def _area(widget: QWidget) -> QWidget | None:
    """Return what the widget scrolls in, if anything."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _places(before: QWidget, after: QWidget, root: QWidget) -> tuple[QRect, QRect]:
    """Return where two widgets are seen, or what they scroll in when it is not the same."""
    areas = _area(before), _area(after)
    if areas[0] is areas[1]:
        areas = None, None
    first, second = areas[0] or before, areas[1] or after
    return (
        QRect(first.mapTo(root, QPoint(0, 0)), first.size()),
        QRect(second.mapTo(root, QPoint(0, 0)), second.size()),
    )


def _goes_back(before: QRect, after: QRect) -> bool:
    """Tell whether the second stands above the first, or to its left on the same line."""
    if after.bottom() <= before.top():
        return after.left() < before.right()
    same_line = after.top() < before.bottom() and before.top() < after.bottom()
    return same_line and after.right() <= before.left()
