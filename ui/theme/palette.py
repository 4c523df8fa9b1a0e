"""The palette: what Qt draws without a style sheet follows the same tokens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_ROLES = {
    "Window": "ground",
    "WindowText": "ink",
    "Base": "card",
    "AlternateBase": "ground",
    "Text": "ink",
    "Button": "card",
    "ButtonText": "ink",
    "BrightText": "danger",
    "Highlight": "selection",
    "HighlightedText": "on_selection",
    "PlaceholderText": "muted",
    "Link": "primary",
    "LinkVisited": "primary",
    "ToolTipBase": "ink",
    "ToolTipText": "card",
    "Accent": "primary",
    "Light": "card",
    "Midlight": "hover",
    "Mid": "edge",
    "Dark": "edge",
    "Shadow": "line",
}
_FAINT = ("WindowText", "Text", "ButtonText", "HighlightedText", "PlaceholderText")


def palette(colours: Mapping[str, str]) -> QPalette:
    """Return a palette of the colours."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(QPalette.ColorRole[role], QColor(colours[token]))
    for role in _FAINT:
        which = QPalette.ColorRole[role]
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours["faint"]))
    return made
