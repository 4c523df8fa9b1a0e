"""The list of actions in the room: two lines each, what is missing in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Role
from ui.workshop.action_model import ActionModel, ActionRow
from ui.workshop.row_view import RowView

_PAD, _NUMBER, _LINE = 10, 34, 21
_TURNS = {int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_PageUp): -1}
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)


class ActionDelegate(QStyledItemDelegate):
    """Draws one action: number and title, then who and when, then what is missing."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Draw in a theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for two lines."""
        px = self._theme.px
        return QSize(self._view.viewport().width(), px(2 * _LINE + 2 * _PAD))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card."""
        row: ActionRow = index.data(Role.ROW)
        theme, px = self._theme, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        card = option.rect.adjusted(1, 1, -1, -px(5))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("focus" if chosen else "line"))
        painter.setBrush(theme.color("primary_soft" if chosen else "card"))
        painter.drawRoundedRect(card, px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.shift_color(row.mark) if row.mark else theme.color("line"))
        bar = QRect(card.left() + px(8), card.top() + px(8), px(4), card.height() - px(16))
        painter.drawRoundedRect(bar, px(2), px(2))
        inside = card.adjusted(px(2 * _PAD), px(4), -px(_PAD), -px(4))
        top, bottom = QRect(inside), QRect(inside)
        top.setHeight(inside.height() // 2)
        bottom.setTop(top.bottom())
        self._draw_line(painter, top, row.title, row.consensus, bold=True)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font("small"))
        painter.drawText(top, _MIDDLE, str(row.number))
        self._draw_line(painter, bottom, row.who, row.lacks, bold=False)
        painter.restore()

    def _draw_line(
        self, painter: QPainter, room: QRect, text: str, right: str, *, bold: bool
    ) -> None:
        theme = self._theme
        small = theme.font("small")
        most = round(room.width() * 0.45)
        metrics = QFontMetrics(small)
        said = metrics.elidedText(right, Qt.TextElideMode.ElideRight, most)
        painter.setFont(small)
        painter.setPen(theme.color("muted" if bold else "warning"))
        painter.drawText(room, _RIGHT, said)
        font = theme.font() if bold else small
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if bold else "muted"))
        left = room.adjusted(
            theme.px(_NUMBER), 0, -metrics.horizontalAdvance(said) - theme.px(12), 0
        )
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, _MIDDLE, shown)


class ActionView(RowView):
    """Shows actions; Enter and letters are told as signals.

    `pages` are the places on each page of the room's picture: PgDn and PgUp go from one to another.
    """

    chosen = Signal(str)
    entered = Signal(str)  # Enter, or pressed twice
    pressed_key = Signal(str)  # a letter, with an action chosen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.actions_shown = ActionModel(self)
        self.pages: Sequence[range] = ()
        self.setModel(self.actions_shown)
        self.setItemDelegate(ActionDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Åtgärder"))
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.chosen_id))
        self.doubleClicked.connect(lambda _: self.entered.emit(self.chosen_id))

    @property
    def chosen_id(self) -> str:
        """The id of the chosen action, "" for none."""
        row = self.actions_shown.row(self.currentIndex().row())
        return row.id if row else ""

    def show_rows(self, rows: list[ActionRow]) -> None:
        """Show actions; the one that was chosen stays so, else the one that took its place."""
        chosen = self.chosen_id
        self.actions_shown.set_items(rows)
        if rows and not self.chosen_id:
            self.choose(rows[max(0, self.actions_shown.place_of(chosen))].id)

    def choose(self, action: str) -> None:
        """Choose an action that is listed."""
        place = self.actions_shown.place_of(action)
        if place >= 0:
            self.setCurrentIndex(self.actions_shown.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter and of letters."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_id:
            self.entered.emit(self.chosen_id)
        elif event.text().isalpha() and not event.modifiers() and self.chosen_id:
            self.pressed_key.emit(event.text().lower())
        elif event.key() in _TURNS and not event.modifiers() and len(self.pages) > 1:
            self._turn(_TURNS[event.key()])
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        """Choose the first action of the next page, or of the one before."""
        place = self.currentIndex().row()
        here = next((n for n, one in enumerate(self.pages) if place in one), 0)
        there = self.pages[max(0, min(here + by, len(self.pages) - 1))]
        self.setCurrentIndex(self.actions_shown.index(there.start))
