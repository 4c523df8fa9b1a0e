"""Texts that stand on the screen in the source's language when another is spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

from ui.checks.naming import called
from ui.help.window import HelpWindow

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_ROWS = 30
"""Most rows of a list that are looked through."""


def untranslated(root: QWidget, is_source: Callable[[str], bool]) -> list[str]:
    """Return what a widget and what it holds say in the source's language."""
    found: list[str] = []
    if isinstance(root, HelpWindow):  # its pages are in Swedish alone
        return found
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
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model: QAbstractItemModel | None = widget.model()  # a heading has its table's
        if model is not None:
            yield from _held(model)


def _held(model: QAbstractItemModel) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)  # whose count of columns is not for others
    columns = range(1 if is_list else model.columnCount(QModelIndex()))
    for column in columns:
        for role in _ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
        for column in columns:
            for role in _ROLES:
                yield str(model.index(row, column, QModelIndex()).data(role) or "")
