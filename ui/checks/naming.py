"""What a widget is called in what is told about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def called(widget: QWidget) -> str:
    """Return the kind and the name of a widget."""
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    name = widget.accessibleName() or (said if isinstance(said, str) else "")
    kind = type(widget).__name__
    return f"{kind} “{name[:40]}”" if name else f"{kind} {widget.objectName()}".strip()
