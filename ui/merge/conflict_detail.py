"""One conflict to decide: what stood before, what each wrote, and the buttons that decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.changes import REMOVED
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.session.conflict_list import OpenConflict, Side
from ui.editor.differing import words_only_in
from ui.editor.inputs.base import Around
from ui.merge.side_card import SideCard
from ui.merge.third_value import ThirdValue
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.order import put_in_order
from ui.widgets.style import set_role
from ui.words import tr

_SHORT = 30
"""Characters of a value on its button."""

_COLUMN = 190
"""Design pixels that a card needs to stand beside another."""


class ConflictDetail(QScrollArea):
    """Shows one conflict at a time."""

    used = Signal(int)  # the number of a value
    written = Signal(object)  # a third value, as typed
    leave_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._around = around
        self.conflict: OpenConflict | None = None
        self.cards: list[SideCard] = []
        self.buttons: list[QPushButton] = []
        self.chosen = 0
        self.locked = False
        self.can_leave = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

    def _build(self) -> None:
        px = self._around.theme.px
        inside = self._inside = QWidget()
        self.heading = self._label("heading")
        self.said = self._label("muted")
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(px(12))
        self.row = FlowBox(px(8), inside)
        self.third = ThirdValue(self._around, inside)
        self.third.written.connect(self.written)
        self.third.closed.connect(self._on_third_closed)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(px(20), px(12), px(20), px(12))
        lines.setSpacing(px(10))
        lines.addWidget(self.heading)
        lines.addWidget(self.said)
        lines.addLayout(self.columns)
        lines.addWidget(self.row)
        lines.addWidget(self.third)
        lines.addStretch(1)
        self.setWidget(inside)

    def _label(self, role: str) -> PlainLabel:
        label = PlainLabel("", self)
        label.setWordWrap(True)
        set_role(label, role)
        return label

    def show_conflict(self, conflict: OpenConflict | None) -> None:
        """Show a conflict; the newest of its values is what Enter takes."""
        if conflict == self.conflict and self.cards:
            return
        self.conflict = conflict
        self.third.close_input()
        self._clear()
        self._inside.setVisible(conflict is not None)
        if conflict is None:
            return
        self.heading.setText(f"{tr(conflict.conflict.label)} – ”{shorten(conflict.title, 100)}”")
        self.said.setText(self._said(conflict))
        self._show_cards(conflict)
        self._show_buttons(conflict)
        self.choose(conflict.sides.index(conflict.newest))
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        self.row.set_parts(())
        for part in (*self.cards, *self.buttons):
            part.hide()
            part.deleteLater()
        self.cards, self.buttons = [], []

    def _said(self, conflict: OpenConflict) -> str:
        if conflict.conflict.field == REMOVED:
            text = self.tr("Någon har tagit bort den, och någon annan har ändrat i den.")
        else:
            text = self.tr("Fältet är skrivet på flera håll, utan att den ena visste om den andra.")
        after = (
            self.tr("Välj, eller skriv ett nytt värde. Alla finns kvar i historiken.")
            if self._can_write
            else self.tr("Välj. Båda finns kvar i historiken.")
        )
        left = self.tr("Lämnad till länsdelen.") if conflict.left else ""
        return " ".join(
            one for one in (conflict.where and f"{conflict.where}.", text, after, left) if one
        )

    def _show_cards(self, conflict: OpenConflict) -> None:
        theme = self._around.theme
        texts = [one.text for one in conflict.sides]
        if conflict.base:
            base = SideCard(theme, self)
            gone = [mark for text in texts for mark in words_only_in(conflict.base, text)]
            base.show_base(conflict.base, gone)
            self._add(base)
        against = conflict.base or texts[0]
        for place, side in enumerate(conflict.sides):
            card = SideCard(theme, self)
            new = words_only_in(side.text, against) if side.text != against else []
            card.show_side(side, new, self._around.now())
            card.pressed.connect(lambda place=place: self.choose(place))
            self._add(card)

    def _add(self, card: SideCard) -> None:
        self.cards.append(card)
        self.columns.addWidget(card, 1)
        card.show()

    def _show_buttons(self, conflict: OpenConflict) -> None:
        self.buttons = [self._use_button(side) for side in conflict.sides]
        if self._can_write:
            self.buttons.append(self._button(self.tr("Skriv annat… (S)"), self.write_third))
        leave = self.tr("Ta upp igen (L)") if conflict.left else self.tr("Lämna till länsdelen (L)")
        if self.can_leave:
            self.buttons.append(self._button(leave, self.leave_asked.emit))
        self.row.set_parts(self.buttons)
        for button in self.buttons:
            button.setEnabled(not self.locked)
            button.show()
        put_in_order(self.row, *self.buttons)

    def _use_button(self, side: Side) -> QPushButton:
        text = side.text or self.tr("(tomt)")
        if self.conflict is not None and self.conflict.conflict.field == REMOVED:
            text = self.tr("Behåll") if side.edited else self.tr("Ta bort")
            said = f"{text} ({side.n})"
        else:
            said = self.tr("Använd {value} ({n})").format(value=shorten(text, _SHORT), n=side.n)
        button = self._button(said, lambda: self.used.emit(side.n))
        button.setAccessibleDescription(text)
        return button

    def _button(self, text: str, done: Callable[[], object]) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), self.row)
        button.clicked.connect(lambda _=False: done())
        return button

    def choose(self, place: int) -> None:
        """Mark the value that Enter takes, by its place."""
        if self.conflict is None:
            return
        self.chosen = max(0, min(place, len(self.conflict.sides) - 1))
        for at, card in enumerate(self._value_cards()):
            card.mark_chosen(chosen=at == self.chosen)
        for at, button in enumerate(self.buttons[: len(self.conflict.sides)]):
            set_role(button, "primary" if at == self.chosen else "secondary")
        self.row.arrange()

    def step(self, by: int) -> None:
        """Mark the next value, or the one before."""
        self.choose(self.chosen + by)

    def use_chosen(self) -> None:
        """Decide with the value that is marked."""
        if self.conflict is not None and not self.locked:
            self.used.emit(self.conflict.sides[self.chosen].n)

    def use(self, n: int) -> bool:
        """Decide with value number `n`; False when there is none."""
        found = self.conflict is not None and any(one.n == n for one in self.conflict.sides)
        if found and not self.locked:
            self.used.emit(n)
        return found

    def write_third(self) -> None:
        """Open the field to write another value in."""
        field = self._field()
        if field is None or self.conflict is None or self.locked:
            return
        self.third.open_input(field, self.conflict.conflict.chosen(self.conflict.newest.n).value)
        self.row.hide()

    def _on_third_closed(self) -> None:
        self.row.show()

    @property
    def _can_write(self) -> bool:
        """Whether another value may be written: not where a thing stays or goes."""
        one = self.conflict
        return one is not None and one.conflict.field != REMOVED and self._field() is not None

    def _field(self) -> Any:
        if self.conflict is None:
            return None
        one = self.conflict.conflict
        return KINDS[one.kind].field(one.field) if one.kind in KINDS else None

    def _value_cards(self) -> Sequence[SideCard]:
        count = len(self.conflict.sides) if self.conflict is not None else 0
        return self.cards[len(self.cards) - count :]

    def resizeEvent(self, event: Any) -> None:
        """Put the cards beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.viewport().width() - self._around.theme.px(40)
        needed = len(self.cards) * self._around.theme.px(_COLUMN)
        beside = needed <= room
        way = QBoxLayout.Direction
        self.columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
