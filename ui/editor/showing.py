"""Showing and hiding, only when it changes something: each call costs a little."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, shown: bool) -> None:
    """Show or hide a widget; nothing happens when it is so already."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)
