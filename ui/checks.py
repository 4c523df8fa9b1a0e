"""What must hold of every screen, looked up in its widgets: for tests and for pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)

_NEAR = 2
"""Pixels of rounding."""
_PLAIN_START = '<p style="white-space: pre-wrap">'
_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def clipped(root: QWidget) -> list[str]:
    """Return the texts that have no room, unless they are cut on purpose and told in a tooltip."""
    found = []
    for widget in _seen(root):
        why = _cut(widget) or ("" if widget is root else _outside(widget))
        if why and not (getattr(widget, "elided", False) and widget.toolTip()):
            found.append(f"{_called(widget)}: {why}")
    return found


def unnamed(root: QWidget) -> list[str]:
    """Return the controls without a name or a role, and those reached against reading order."""
    found = []
    stops = _tab_stops(root)
    for widget in stops:
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{_called(widget)}: no name")
        if told.role() in _NO_ROLES:
            found.append(f"{_called(widget)}: no role")
    found.extend(
        f"{_called(after)}: reached after {_called(before)}"
        for before, after in pairwise(stops)
        if _goes_back(*_places(before, after, root))
    )
    return found


def rich_text(root: QWidget) -> list[str]:
    """Return what would read a text from a file as anything but text."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        plain = Qt.TextFormat.PlainText
        if isinstance(widget, QLabel) and widget.text() and widget.textFormat() != plain:
            found.append(f"{_called(widget)}: label is not plain")
        if isinstance(widget, QTextEdit):
            found.append(f"{_called(widget)}: rich text field")
        tip = widget.toolTip()
        if "<" in tip and "<" in tip.removeprefix(_PLAIN_START).removesuffix("</p>"):
            found.append(f"{_called(widget)}: tooltip is not plain")
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
    if not label.wordWrap():
        wanted = label.fontMetrics().size(0, label.text())
        wide, high = wanted.width(), wanted.height()
    else:
        flags = int(Qt.TextFlag.TextWordWrap.value)
        wanted_rect = label.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 100_000), flags, label.text()
        )
        wide, high = wanted_rect.width(), wanted_rect.height()
    return _lacks(wide, high, room.width(), room.height())


def _cut_button(button: QAbstractButton) -> str:
    if not button.text():
        return ""
    wanted = button.sizeHint()
    return _lacks(wanted.width(), wanted.height(), button.width(), button.height())


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
        f"reaches out of {_called(parent)}"
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


def _tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab goes through, in its order."""
    found = []
    one: QWidget = root
    while True:
        if (
            one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.isEnabled()
            and one.isVisibleTo(root)
            and one.focusProxy() is None
            and root.isAncestorOf(one)
            and one.window() is root.window()
            and not _inside_view(one)
        ):
            found.append(one)
        following = one.nextInFocusChain()
        if following is None or following is root:
            return found
        one = following


def _inside_view(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def _area(widget: QWidget) -> QWidget | None:
    """Return what the widget scrolls in, if anything."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _places(before: QWidget, after: QWidget, root: QWidget) -> tuple[QRect, QRect]:
    """Return where two widgets are seen, or what they scroll in when it is not the same."""
    areas = _area(before), _area(after)
    if areas[0] is areas[1]:
        areas = None, None
    first, second = areas[0] or before, areas[1] or after
    return (
        QRect(first.mapTo(root, QPoint(0, 0)), first.size()),
        QRect(second.mapTo(root, QPoint(0, 0)), second.size()),
    )


def _goes_back(before: QRect, after: QRect) -> bool:
    """Tell whether the second stands above the first, or to its left on the same line."""
    if after.bottom() <= before.top():
        return after.left() < before.right()
    same_line = after.top() < before.bottom() and before.top() < after.bottom()
    return same_line and after.right() <= before.left()


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    name = widget.accessibleName() or (said if isinstance(said, str) else "")
    kind = type(widget).__name__
    return f"{kind} “{name[:40]}”" if name else f"{kind} {widget.objectName()}".strip()
