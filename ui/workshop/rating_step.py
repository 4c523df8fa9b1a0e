"""Self-rating: how many chose each level, per shift and prerequisite; nothing says who."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.content import Rated, Ratings
from nvworkshop.workshop.showing import levels
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView

_LEVELS = 5
_LIST = 250


class RatingStep(StepView):
    """Keys 1–5 count one more on a level, Shift takes one away; Enter goes to the next item."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the items and the levels."""
        super().__init__(room, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = StepHead(theme, self)
        self.items = QListWidget(self)
        self.items.setProperty("role", "bare")
        self.items.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.items.setAccessibleName(self.tr("Det som skattas"))
        self.items.currentRowChanged.connect(self._on_chosen)
        self.name = PlainLabel("", self)
        self.name.setWordWrap(True)
        set_role(self.name, "heading")
        self.result = PlainLabel("", self)
        set_role(self.result, "muted")
        self.counts = [self._count_label() for _ in range(_LEVELS)]
        self.words = [self._word_label() for _ in range(_LEVELS)]
        self.keys = ElidedLabel(
            self.tr("1–5 räknar en till · Skift+1–5 tar bort en · Retur nästa · ↑↓ väljer"), self
        )
        set_role(self.keys, "muted")
        self._ids: list[str] = []
        self._pending: dict[str, list[int]] = {}
        self._waiting = 0
        self._lay_out()

    def _count_label(self) -> QLabel:
        label = PlainLabel("0", self)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(label, "title")
        return label

    def _word_label(self) -> QLabel:
        label = PlainLabel("", self)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        px = self.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(10))
        for row in range(_LEVELS):
            number = PlainLabel(str(row + 1), self)
            set_role(number, "heading")
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.words[row], row, 1)
            grid.addWidget(self.counts[row], row, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, px(56))
        right = QVBoxLayout()
        right.setSpacing(px(10))
        for part in (self.name, self.result):
            right.addWidget(part)
        right.addLayout(grid)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(px(28))
        self.items.setFixedWidth(px(_LIST))
        middle.addWidget(self.items)
        middle.addLayout(right, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(28), px(20), px(28), px(12))
        lines.setSpacing(px(10))
        lines.addWidget(self.head)
        lines.addWidget(self.keys)
        lines.addLayout(middle, 1)

    # What is shown

    @property
    def item(self) -> str:
        """The id of what is being rated."""
        row = self.items.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def refresh(self) -> None:
        """Show the counts as they are, with what has been pressed and is not kept yet."""
        if self.step is not None:
            self.head.show_step(self.step, self.room.agenda, self.room.strategy)
        rated = self._rated()
        self._fill_items(rated)
        self._show_item(next((one for one in rated if one.item == self.item), None))

    def be_low(self, *, low: bool) -> None:
        """Leave the keys out."""
        self.head.be_low(low=low)
        self.keys.setVisible(not low)

    def _rated(self) -> Sequence[Rated]:
        body = self.room.content().body
        return body.items if isinstance(body, Ratings) else ()

    def _fill_items(self, rated: Sequence[Rated]) -> None:
        ids = [one.item for one in rated]
        self.items.blockSignals(True)
        if ids != self._ids:
            self._ids = ids
            self.items.clear()
            self.items.addItems([one.label for one in rated])
        for row, one in enumerate(rated):
            self.items.item(row).setText(self._line(one))
        if self.items.currentRow() < 0 and rated:
            self.items.setCurrentRow(0)
        self.items.blockSignals(False)
        if self.room.rated != self.item:
            self.room.show_rated(self.item)

    def _line(self, one: Rated) -> str:
        if one.mean is None:
            return self.tr("{name}  –").format(name=one.label)
        return self.tr("{name}  {mean} ({n})").format(
            name=one.label, mean=_decimal(one.mean), n=one.people
        )

    def _show_item(self, rated: Rated | None) -> None:
        item, strategy = self.item, self.room.strategy
        found = strategy.get("shift", item) or strategy.get("prerequisite", item)
        self.name.setText(found.name if found else "")
        for label, text in zip(self.words, levels(strategy, item), strict=False):
            label.setText(text)
        counts = self._counts(item)
        for level, label in enumerate(self.counts):
            label.setText(str(counts[level]))
            label.setAccessibleName(
                self.tr("Nivå {n}: {count} svar").format(n=level + 1, count=counts[level])
            )
        self.result.setText(self._said(counts, rated))
        self.setAccessibleName(self.name.text())
        self.setAccessibleDescription(self.result.text())

    def _said(self, counts: Sequence[int], rated: Rated | None) -> str:
        people = len(self.room.participants)
        answers = sum(counts)
        said = [
            self.tr("{n} av {people} svar").format(n=answers, people=people)
            if people >= answers
            else self.tr("{n} svar").format(n=answers)
        ]
        if answers:
            mean = sum((level + 1) * n for level, n in enumerate(counts)) / answers
            said.append(self.tr("medel {mean}").format(mean=_decimal(mean)))
        if rated is not None and rated.before is not None:
            said.append(self.tr("förra gången {mean}").format(mean=_decimal(rated.before)))
        return " · ".join(said)

    # What is done

    def _counts(self, item: str) -> list[int]:
        if item in self._pending:
            return self._pending[item]
        stands = next((one for one in self._rated() if one.item == item), None)
        return list(stands.counts) if stands else [0] * _LEVELS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count, or go to another item."""
        level = _level(event)
        if level is not None:
            less = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._count(level, -1 if less else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._go(1)
        elif event.key() == Qt.Key.Key_Up:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        self.items.setCurrentRow(min(len(self._ids) - 1, max(0, self.items.currentRow() + by)))

    def _on_chosen(self, _: int) -> None:
        self.room.show_rated(self.item)

    def _count(self, level: int, by: int) -> None:
        """Count at once; keys pressed while the plan works are sent together."""
        item = self.item
        if not item or self.room.desk.read_only:
            return
        counts = self._counts(item)
        counts[level] = max(0, counts[level] + by)
        self._pending[item] = counts
        self._show_item(next((one for one in self._rated() if one.item == item), None))
        self._send(item)

    def _send(self, item: str) -> None:
        self._waiting += 1
        change = partial(_rate, self.room.workshop, item, tuple(self._pending[item]))
        self.room.desk.edit(
            change, while_there(self, lambda _: self._on_kept()), self.room.refused.emit
        )

    def _on_kept(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self._pending.clear()
            self.refresh()


def _level(event: QKeyEvent) -> int | None:
    """Return 0–4 for the keys 1–5, also with Shift, whatever the keyboard writes then."""
    place = event.key() - Qt.Key.Key_1
    if 0 <= place < _LEVELS:
        return place
    shifted = {"!": 0, '"': 1, "#": 2, "¤": 3, "$": 3, "%": 4, "@": 1}
    return shifted.get(event.text())


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _rate(workshop: Thing, item: str, counts: tuple[int, ...], session: Session) -> Outcome:
    return workshops.rate(session, workshop, item, counts)
