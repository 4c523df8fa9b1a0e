"""The backups of a plan as a list of two lines each: when, then why and how large."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nvworkshop.session.keeping import Kept
from nvworkshop.session.summary import moment, said_when
from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

SECOND = Qt.ItemDataRole.UserRole + 1
"""The role of the second line."""

_THOUSAND = 1000
_SIDE, _TOP = 12, 6
"""Design pixels around the lines."""


class KeptModel(QAbstractListModel):
    """Backups, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._kept: list[Kept] = []
        self._lines: list[tuple[str, str, str]] = []

    def set_kept(self, kept: Sequence[Kept], now: datetime, file: Path | None = None) -> None:
        """Show other backups, their times as seen from `now`; `file` is the plan's own file."""
        self.beginResetModel()
        self._kept = list(kept)
        here = file.resolve() if file is not None else None
        self._lines = [_lines(one, now, self._origin(one.of, here)) for one in kept]
        self.endResetModel()

    def _origin(self, of: Path | None, here: Path | None) -> str:
        """Return which other file a backup is of, "" when of this one or nobody knows."""
        if of is None or of == here:
            return ""
        if here is not None and of.parent == here.parent:
            return self.tr("av {file}").format(file=of.name)
        return self.tr("av {file} i {folder}").format(file=of.name, folder=of.parent)

    def kept(self, row: int) -> Kept | None:
        """Return the backup of a row, None outside the list."""
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def row_of(self, kept: Kept | None) -> int:
        """Return where a backup stands; the first place when it is not there."""
        places = [one.place for one in self._kept]
        return places.index(kept.place) if kept and kept.place in places else 0

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of backups."""
        return 0 if parent is not None and parent.isValid() else len(self._kept)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a line, or all there is to say."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        first, second, exact = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == SECOND:
            return second
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{first}, {second}, {exact}"
        return None


def exact_time(kept: Kept) -> str:
    """Return when a backup was made to the second, "" when no calendar has it."""
    when = moment(kept.at)
    return f"{when:%Y-%m-%d %H:%M:%S}" if when else ""


def _lines(one: Kept, now: datetime, origin: str) -> tuple[str, str, str]:
    """Return when in words and by the clock; of what, why and how large; and exactly when."""
    exact = exact_time(one)
    when = said_when(one.at, now)
    clock = exact[11:16]
    when = when if clock in when else f"{when} {clock}"
    second = (origin, one.reason, _size(one.size))
    return when or "?", " · ".join(filter(None, second)), exact


def _size(size: int) -> str:
    """Return bytes as people read them."""
    if size < _THOUSAND**2:
        return f"{max(1, round(size / _THOUSAND))} kB"
    return f"{size / _THOUSAND**2:.1f} MB".replace(".", ",")


class TwoLineDelegate(QStyledItemDelegate):
    """Draws both lines of an item, the second one muted."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Take colours and sizes from the theme."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines; how wide is the list's business."""
        px = self._theme.px
        small = QFontMetrics(self._theme.font("small"))
        height = option.fontMetrics.height() + small.height() + 2 * px(_TOP)
        return QSize(px(160), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then the lines."""
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        px = self._theme.px
        inside = option.rect.adjusted(px(_SIDE), px(_TOP), -px(_SIDE), -px(_TOP))
        painter.save()
        first = str(index.data(Qt.ItemDataRole.DisplayRole))
        self._draw(painter, inside, first, "body", "ink")
        inside.setTop(inside.top() + option.fontMetrics.height())
        self._draw(painter, inside, str(index.data(SECOND)), "small", "muted")
        painter.restore()

    def _draw(self, painter: QPainter, where: QRect, text: str, role: str, token: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignTop.value), shown)
