"""The order that Tab goes in: as the form is read, whatever was built first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(part: QWidget) -> list[QWidget]:
    """Return what can take the focus in a part, in the order it was made; no list of its own."""
    none, window = Qt.FocusPolicy.NoFocus, part.window()
    inside = (one for one in (part, *part.findChildren(QWidget)) if one.window() is window)
    return [one for one in inside if one.focusPolicy() != none and one.focusProxy() is None]


def order_tabs(parts: Iterable[QWidget]) -> list[QWidget]:
    """Let Tab go through the parts in this order; return what it goes through."""
    stops = [stop for part in parts for stop in stops_in(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    return stops
