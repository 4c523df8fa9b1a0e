"""Texts that Qt could read as something else than text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from ui.checks.naming import called
from ui.widgets.safe_browser import SafeBrowser

_PLAIN_START = '<p style="white-space: pre-wrap">'


def rich_text(root: QWidget) -> list[str]:
    """Return what would read a text from a file as anything but text."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        plain = Qt.TextFormat.PlainText
        if isinstance(widget, QLabel) and widget.text() and widget.textFormat() != plain:
            found.append(f"{called(widget)}: label is not plain")
        if isinstance(widget, QTextEdit) and not isinstance(widget, SafeBrowser):
            found.append(f"{called(widget)}: rich text field")
        tip = widget.toolTip()
        if "<" in tip and "<" in tip.removeprefix(_PLAIN_START).removesuffix("</p>"):
            found.append(f"{called(widget)}: tooltip is not plain")
    return found
