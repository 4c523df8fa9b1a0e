"""What is rated, as a list: each with its mean and how many have answered. Keys 1–5 count."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nvworkshop.workshop.content import Rated
from nvworkshop.workshop.tallies import mean_text
from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index, KeyedList, Role
from ui.words import tr
from ui.workshop.row_view import RowView

Look = tuple[str, str]
"""The role of a font, and the token of a colour."""

_HIGH, _PAD, _GAP = 50, 12, 8
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)
_SHIFTED = {"!": 0, '"': 1, "@": 1, "#": 2, "¤": 3, "$": 3, "€": 3, "%": 4}
"""What 1–5 with Shift write on Swedish and English keyboards."""


class RatedModel(KeyedList[Rated]):
    """A row for each item."""

    told: ClassVar = {
        Qt.ItemDataRole.DisplayRole: lambda row: row.label,
        Qt.ItemDataRole.AccessibleTextRole: lambda row: (
            f"{row.label}: {mean_words(row)}, {answer_words(row)}"
        ),
    }

    def key(self, row: Rated) -> str:
        """Return the id of the shift or prerequisite."""
        return row.item


class RatedDelegate(QStyledItemDelegate):
    """Draws a name and its mean, and beneath how many have answered."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Draw in a theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(self._view.viewport().width(), self._theme.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; the chosen one is a card, with a ring when the keys are there."""
        row: Rated = index.data(Role.ROW)
        theme, px = self._theme, self._theme.px
        card = option.rect.adjusted(1, 1, -1, -px(4))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focus = self._view.hasFocus()
            painter.setPen(QPen(theme.color("focus" if focus else "edge"), px(2 if focus else 1)))
            painter.setBrush(theme.color("primary_soft"))
            painter.drawRoundedRect(card, px(8), px(8))
        inside = card.adjusted(px(_PAD), px(4), -px(_PAD), -px(4))
        mean = "–" if row.mean is None else mean_text(row.mean)
        token = "muted" if row.mean is None else "ink"
        taken = self._draw(painter, inside, mean, ("heading", token), _RIGHT)
        left = inside.adjusted(0, 0, -taken - px(_GAP), 0)
        top, bottom = QRect(left), QRect(left)
        top.setHeight(left.height() // 2)
        bottom.setTop(top.bottom())
        self._draw(painter, top, row.label, ("body", "ink"), _MIDDLE)
        self._draw(painter, bottom, answer_words(row), ("small", "muted"), _MIDDLE)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRect, text: str, look: Look, to: int) -> int:
        """Draw a line, cut to its room; return its width."""
        role, token = look
        font = QFont(self._theme.font(role))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(room, to, shown)
        return metrics.horizontalAdvance(shown)


class RatedList(RowView):
    """Chooses an item; 1–5 count one more on a level, Shift takes one away."""

    counted = Signal(int, int)  # level 0–4, by
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.rated = RatedModel(self)
        self.setModel(self.rated)
        self.setItemDelegate(RatedDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Det som skattas"))
        self.selectionModel().currentChanged.connect(self.chosen)

    @property
    def item(self) -> str:
        """The id of what is being rated, "" for none."""
        row = self.row
        return row.item if row else ""

    @property
    def row(self) -> Rated | None:
        """What is being rated, as it is shown."""
        return self.rated.row(self.currentIndex().row())

    def choose(self, item: str) -> None:
        """Choose an item."""
        place = self.rated.place_of(item)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.rated.index(place))

    def go(self, by: int) -> None:
        """Choose the next item, or the one before."""
        last = len(self.rated.rows) - 1
        self.setCurrentIndex(self.rated.index(min(last, max(0, self.currentIndex().row() + by))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count, or go to another item."""
        level, key = _level(event), event.key()
        if level is not None:
            less = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.counted.emit(level, -1 if less else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown):
            self.go(1)
        elif key == Qt.Key.Key_PageUp:
            self.go(-1)
        else:
            super().keyPressEvent(event)


def answer_words(row: Rated) -> str:
    """Return how many have answered, and the mean of the workshop before."""
    said = [tr("{n} svar").format(n=row.people)] if row.people else [tr("inget svar än")]
    if row.before is not None:
        said.append(tr("förra {mean}").format(mean=mean_text(row.before)))
    return " · ".join(said)


def mean_words(row: Rated) -> str:
    """Return the mean in words."""
    if row.mean is None:
        return tr("inget medel")
    return tr("medel {mean}").format(mean=mean_text(row.mean))


def _level(event: QKeyEvent) -> int | None:
    """Return 0–4 for the keys 1–5, also with Shift, whatever the keyboard writes then."""
    held = event.modifiers()
    if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    place = event.key() - Qt.Key.Key_1
    if 0 <= place < len(set(_SHIFTED.values())):
        return place
    shifted = bool(held & Qt.KeyboardModifier.ShiftModifier)
    return _SHIFTED.get(event.text()) if shifted else None
