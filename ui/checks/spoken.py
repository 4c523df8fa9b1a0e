"""Texts that stand on the screen in the source's language when another is spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from ui.checks.naming import called

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def untranslated(root: QWidget, is_source: Callable[[str], bool]) -> list[str]:
    """Return what a widget and what it holds say in the source's language."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        texts = {one.strip() for one in _said(widget)}
        found += [f"{called(widget)}: “{one}” is not said" for one in texts if is_source(one)]
    return found


def _said(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (one.text() for one in widget.actions())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    if isinstance(widget, QTableView) and widget.model() is not None:
        yield from _heads(widget)


def _heads(table: QAbstractItemView) -> Iterator[str]:
    model = table.model()
    for section in range(model.columnCount()):
        for role in _ROLES:
            yield str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")
