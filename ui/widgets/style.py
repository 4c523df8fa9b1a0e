"""How a widget says what it is, so that the style sheet can dress it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is; the style sheet has rules for `role`."""
    set_mark(widget, "role", role)
    if type(widget) is QWidget:
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def set_mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and dress the widget anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        margins = widget.contentsMargins()
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        if isinstance(widget, QLabel):
            widget.setContentsMargins(margins)  # which dressing a label takes away
        widget.update()
