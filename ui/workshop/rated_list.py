"""What is rated, as a list: each with its mean and how many have answered. Keys 1–5 count."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QWidget,
)

from nvworkshop.workshop.content import Rated
from nvworkshop.workshop.tallies import mean_text
from ui.theme.theme import Theme
from ui.widgets.keyed_list import KeyedList
from ui.words import answers_word, tr
from ui.workshop.card_delegate import MIDDLE, CardDelegate
from ui.workshop.row_view import RowView

_PAD, _GAP = 12, 8
_RIGHT = MIDDLE | int(Qt.AlignmentFlag.AlignRight)
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


class RatedDelegate(CardDelegate):
    """Draws a name and its mean, and beneath how many have answered."""

    def draw(self, painter: QPainter, card: QRect, row: Rated) -> None:
        """Draw a row."""
        px = self._theme.px
        inside = card.adjusted(px(_PAD), px(4), -px(_PAD), -px(4))
        mean = "–" if row.mean is None else mean_text(row.mean)
        token = "muted" if row.mean is None else "ink"
        taken = self.line(painter, inside, mean, ("heading", token), _RIGHT)
        top, bottom = self.halves(inside.adjusted(0, 0, -taken - px(_GAP), 0))
        self.line(painter, top, row.label, ("body", "ink"))
        self.line(painter, bottom, answer_words(row), ("small", "muted"))


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
    said = [answers_word(row.people)] if row.people else [tr("inget svar än")]
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
