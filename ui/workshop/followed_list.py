"""The actions that are followed up, as a list: which are gone through, and which are late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.keyed_list import KeyedList
from ui.words import tr
from ui.workshop.card_delegate import CardDelegate
from ui.workshop.question_row import TURNS
from ui.workshop.row_view import RowView

_PAD, _BAR = 10, 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """One action: its number and title, how it stands in words, and whether it is gone through."""

    id: str
    number: int
    title: str
    stands: str
    done: bool
    late: bool
    mark: str

    @property
    def named(self) -> str:
        """The title after its number."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def said(self) -> str:
        """How it stands in the talk."""
        if self.done:
            return tr("✓ genomgången · {status}").format(status=self.stands)
        return (
            tr("▲ tiden har gått ut · {status}").format(status=self.stands)
            if self.late
            else (self.stands)
        )


class FollowedModel(KeyedList[FollowedRow]):
    """A list of actions."""

    told: ClassVar = {
        Qt.ItemDataRole.DisplayRole: lambda row: row.named,
        Qt.ItemDataRole.AccessibleTextRole: lambda row: f"{row.named}: {row.said}",
        Qt.ItemDataRole.ToolTipRole: lambda row: row.named,
    }

    def key(self, row: FollowedRow) -> str:
        """Return the action's id."""
        return row.id


class FollowedDelegate(CardDelegate):
    """Draws an action: its title, and how it stands beneath."""

    def draw(self, painter: QPainter, card: QRect, row: FollowedRow) -> None:
        """Draw a row."""
        theme, px = self._theme, self._theme.px
        bar = QRect(card.left() + px(6), card.top() + px(8), px(_BAR), card.height() - px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.shift_color(row.mark) if row.mark else theme.color("line"))
        painter.drawRoundedRect(bar, px(2), px(2))
        inside = card.adjusted(px(_PAD + _BAR + 4), px(4), -px(_PAD), -px(4))
        top, bottom = self.halves(inside)
        self.line(painter, top, row.named, ("body", "muted" if row.done else "ink"))
        token = "ok" if row.done else "warning" if row.late else "muted"
        self.line(painter, bottom, row.said, ("small", token))


class FollowedList(RowView):
    """Chooses an action; Enter goes to its questions."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self.followed = FollowedModel(self)
        self.setModel(self.followed)
        self.setItemDelegate(FollowedDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Åtgärder att följa upp"))
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.action))
        self.clicked.connect(lambda _: self.entered.emit())

    @property
    def action(self) -> str:
        """The id of the chosen action, "" for none."""
        row = self.followed.row(self.currentIndex().row())
        return row.id if row else ""

    def choose(self, action: str) -> None:
        """Choose an action that is listed."""
        place = self.followed.place_of(action)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.followed.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the questions on Enter; other actions are for the step to go to."""
        if event.key() in _ENTER and self.action:
            self.entered.emit()
        elif event.key() in TURNS and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)
