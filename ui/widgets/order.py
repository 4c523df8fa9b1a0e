"""The order of the Tab key, for what is made after the window is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def last_stop(holder: QWidget) -> QWidget:
    """Return what Tab reaches last of all in `holder`."""
    last = one = holder
    while (following := one.nextInFocusChain()) is not None and holder.isAncestorOf(following):
        last = one = following
    return last


def put_in_order(holder: QWidget, *stops: QWidget) -> None:
    """Let Tab reach the stops where `holder` stands, before what followed it until now."""
    policy = holder.focusPolicy()
    holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing after what takes no focus
    before = holder
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop
    holder.setFocusPolicy(policy)
