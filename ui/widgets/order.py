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


def next_stop(here: QWidget, *, forward: bool) -> QWidget | None:
    """Return where Tab goes from a widget of a window, or Shift+Tab.

    Qt itself also stops at what only hands the focus on, and that may have been made after the
    field it leads to: then Tab came back there, and nobody came out of a long form.
    """
    one = here
    while True:
        following = one.nextInFocusChain() if forward else one.previousInFocusChain()
        if following is None or following is here:
            return None
        one = following
        if _takes_keys(one, here.window()):
            return one


def _takes_keys(one: QWidget, window: QWidget) -> bool:
    by_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return by_tab and one.window() is window and one.isVisibleTo(window) and one.isEnabled()
