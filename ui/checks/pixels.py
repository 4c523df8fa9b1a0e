"""What is drawn too faintly to be seen, measured in the picture: WCAG 1.4.3, 1.4.11, 2.4.7."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.checks.naming import called
from ui.checks.order import tab_stops
from ui.checks.seen import is_seen

TEXT, LARGE_TEXT, MARK = 4.5, 3.0, 3.0
_LARGE, _LARGE_BOLD = 24, 18.66
"""Pixels: text that is large, and that is when it is bold (WCAG: 18 and 14 points)."""
_AROUND = 4
_FIELDS = (QLineEdit, QComboBox, QPlainTextEdit)


def faint_text(root: QWidget) -> list[str]:
    """Return the texts that stand out too little from what is behind them."""
    found = []
    picture = _picture(root)
    for widget in _texts(root):
        colours = Counter(_pixels(picture, _inside(widget, root)))
        if not colours:
            continue
        ground = colours.most_common(1)[0][0]
        best = max(contrast(ground, one) for one in colours)
        least = LARGE_TEXT if _is_large(widget) else TEXT
        if best < least:
            found.append(f"{called(widget)}: text {best:.1f} of {least:g}")
    return found


def faint_edges(root: QWidget) -> list[str]:
    """Return the fields whose edges stand out too little from what is around them."""
    found = []
    picture = _picture(root)
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, _FIELDS) or not _is_written_in(widget, root):
            continue
        frame = _frame_of(widget)
        corner = frame.mapTo(root, QPoint(0, 0))
        line = QRect(corner.x() - _AROUND, corner.y() + frame.height() // 2, 2 * _AROUND, 1)
        if not root.rect().contains(line) or not is_seen(frame, root):
            continue
        seen = _pixels(picture, line)
        best = max(contrast(seen[0], one) for one in seen)
        if best < MARK:
            found.append(f"{called(widget)}: edge {best:.1f} of {MARK:g}")
    return found


def _is_written_in(widget: QLineEdit | QComboBox | QPlainTextEdit, root: QWidget) -> bool:
    """Tell whether it is a field of its own: not read only, nor a part of another field.

    The heading of a form is large text that stands where it is written in, without an edge.
    """
    told = widget.isVisibleTo(root) and widget.isEnabled() and not widget.property("title")
    only_read = not isinstance(widget, QComboBox) and widget.isReadOnly()
    return told and not only_read and not isinstance(widget.parentWidget(), _FIELDS)


def _frame_of(widget: QWidget) -> QWidget:
    """Return the frame that a field shares with its chips, or the field itself."""
    one: QWidget | None = widget
    while one is not None:
        if one.property("role") == "field":
            return one
        one = one.parentWidget()
    return widget


def unseen_focus(root: QWidget) -> list[str]:
    """Return what Tab reaches without that anything is seen to change enough."""
    found = []
    for widget in tab_stops(root):
        if widget.visibleRegion().isEmpty():
            continue
        before_focus = QApplication.focusWidget()
        if before_focus is not None:
            before_focus.clearFocus()
        place = _inside(widget, root).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        before = _drawn(root, place & root.rect())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        after = _drawn(root, place & root.rect())
        changed = {pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]}
        best = max((contrast(*pair) for pair in changed), default=1.0)
        if best < MARK:
            found.append(f"{called(widget)}: focus {best:.1f} of {MARK:g}")
    return found


@cache
def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours as WCAG counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: int) -> float:
    seen = QColor(colour & 0xFFFFFF)
    red, green, blue = (_linear(one) for one in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (WCAG's formula)


def _texts(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        told = isinstance(widget, QLabel | QAbstractButton) and widget.text().strip()
        if told and widget.isEnabled() and is_seen(widget, root):
            yield widget


def _is_large(widget: QWidget) -> bool:
    font = widget.fontInfo()
    return font.pixelSize() >= (_LARGE_BOLD if font.bold() else _LARGE)


def _inside(widget: QWidget, root: QWidget) -> QRect:
    """Return the part of a widget that is seen, where the root is."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(root, seen.topLeft()), seen.size())


def _picture(root: QWidget) -> QImage:
    return root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _pixels(picture: QImage, place: QRect) -> list[int]:
    part = picture.copy(place)  # its bits are its own, and go with it
    drawn: list[int] = memoryview(bytes(part.constBits())).cast("I").tolist()
    return drawn


def _drawn(root: QWidget, place: QRect) -> list[int]:
    """Return the pixels of a part of the window as it is now."""
    image = root.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return _pixels(image, image.rect())
