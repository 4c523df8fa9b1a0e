"""Texts that have no room where they stand, and widgets that reach out of what holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from ui.checks.naming import called

_NEAR = 2
"""Pixels of rounding."""


def clipped(root: QWidget) -> list[str]:
    """Return the texts that have no room, unless they are cut on purpose and told in a tooltip."""
    found = []
    for widget in _seen(root):
        why = _cut(widget) or ("" if widget is root else _outside(widget))
        if why and not (getattr(widget, "elided", False) and widget.toolTip()):
            found.append(f"{called(widget)}: {why}")
    return found


def _seen(root: QWidget) -> Iterator[QWidget]:
    """Yield what is shown and not scrolled out of sight."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget is root or (widget.isVisibleTo(root) and not widget.isWindow()):
            yield widget


def _cut(widget: QWidget) -> str:
    """Return why the widget's text has no room, or ""."""
    for kind, cut in _CUTS:
        if isinstance(widget, kind):
            return cut(widget)
    return ""


def _cut_label(label: QLabel) -> str:
    if not label.text() or hasattr(label, "elided"):
        return "cut without a tooltip" if getattr(label, "elided", False) else ""
    room = label.contentsRect()
    mnemonic = Qt.TextFlag.TextHideMnemonic if label.buddy() else Qt.TextFlag(0)
    if not label.wordWrap():
        wanted = label.fontMetrics().size(int(mnemonic.value), label.text())
        wide, high = wanted.width(), wanted.height()
    else:
        flags = int((Qt.TextFlag.TextWordWrap | mnemonic).value)
        wanted_rect = label.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 100_000), flags, label.text()
        )
        wide, high = wanted_rect.width(), wanted_rect.height()
    return _lacks(wide, high, room.width(), room.height())


def _cut_button(button: QAbstractButton) -> str:
    if not button.text() or _shows_icon_only(button):
        return ""
    wanted = button.sizeHint()
    return _lacks(wanted.width(), wanted.height(), button.width(), button.height())


def _shows_icon_only(button: QAbstractButton) -> bool:
    if not isinstance(button, QToolButton) or button.icon().isNull():
        return False
    return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def _cut_line(line: QLineEdit) -> str:
    text = line.text() if line.isReadOnly() else "" if line.text() else line.placeholderText()
    metrics = line.fontMetrics()
    room = line.width() - line.textMargins().left() - line.textMargins().right()
    return _lacks(metrics.horizontalAdvance(text), metrics.height(), room, line.height())


def _cut_combo(combo: QComboBox) -> str:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        combo,
    )
    metrics = combo.fontMetrics()
    wide = metrics.horizontalAdvance(combo.currentText())
    return _lacks(wide, metrics.height(), room.width(), room.height())


def _cut_header(header: QHeaderView) -> str:
    if header.orientation() != Qt.Orientation.Horizontal or header.model() is None:
        return ""
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        wanted = header.sectionSizeFromContents(section).width()
        tip = header.model().headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
        )
        if wanted > header.sectionSize(section) + _NEAR and not tip:
            return f"column {section} is {header.sectionSize(section)} of {wanted} wide"
    return ""


def _outside(widget: QWidget) -> str:
    """Return how the widget reaches out of what holds it, other than where one can scroll."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return ""
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and area.viewport() is parent:
        fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        wide = widget.width() > parent.width() + _NEAR
        return "wider than what it scrolls in" if fixed and wide else ""
    room = parent.rect().adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    laid_out = parent.layout() is not None
    return (
        f"reaches out of {called(parent)}"
        if laid_out and not room.contains(widget.geometry())
        else ""
    )


_CUTS: tuple[tuple[type[QWidget], Callable[[Any], str]], ...] = (
    (QLabel, _cut_label),
    (QAbstractButton, _cut_button),
    (QHeaderView, _cut_header),
    (QLineEdit, _cut_line),
    (QComboBox, _cut_combo),
)


def _lacks(wide: int, high: int, room_wide: int, room_high: int) -> str:
    if wide > room_wide + _NEAR:
        return f"{room_wide} of {wide} wide"
    if high > room_high + _NEAR:
        return f"{room_high} of {high} high"
    return ""
