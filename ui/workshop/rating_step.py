"""Self-rating: how many chose each level, per shift and prerequisite; nothing says who."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.workshop.content import Rated
from nvworkshop.workshop.days import said_day
from nvworkshop.workshop.showing import levels
from nvworkshop.workshop.steps import Step
from nvworkshop.workshop.tallies import mean_text
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.words import answers_word
from ui.workshop.counting import LEVELS, Counting
from ui.workshop.level_row import LevelRow
from ui.workshop.rated_list import RatedList, mean_words
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView

_LIST = 240
_APART, _CLOSE = 12, 4
"""Design pixels between the levels, and where there is little height."""


class RatingStep(StepView):
    """Keys 1–5 count one more on a level, Shift takes one away; Enter goes to the next item."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the items and the levels."""
        super().__init__(room, theme, parent)
        self.counting = Counting(room, self)
        self.head = StepHead(theme, self)
        self.keys = ElidedLabel(
            self.tr("1–5 räknar en till · Skift+1–5 tar bort en · Retur nästa · PgUp förra"), self
        )
        self.list = RatedList(theme, self)
        self.name = PlainLabel("", self)
        self.name.setWordWrap(True)
        self.result = PlainLabel("", self)
        self.result.setWordWrap(True)
        self.levels = [LevelRow(level + 1, theme, self) for level in range(LEVELS)]
        self.area = QScrollArea(self)
        self.level_lines = QVBoxLayout()
        set_role(self.keys, "muted")
        set_role(self.name, "heading")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self.theme.px
        right = QVBoxLayout()
        right.setSpacing(px(4))
        right.addWidget(self.name)
        right.addWidget(self.result)
        right.addSpacing(px(6))
        right.addWidget(self._levels_area(), 1)
        middle = QHBoxLayout()
        middle.setSpacing(px(24))
        self.list.setFixedWidth(px(_LIST))
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(28), px(20), px(28), px(12))
        lines.setSpacing(px(10))
        lines.addWidget(self.head)
        lines.addWidget(self.keys)
        lines.addLayout(middle, 1)

    def _levels_area(self) -> QScrollArea:
        inside = QWidget()
        lines = self.level_lines
        inside.setLayout(lines)
        lines.setContentsMargins(0, 0, self.theme.px(4), 0)
        lines.setSpacing(self.theme.px(_APART))
        for row in self.levels:
            lines.addWidget(row)
        lines.addStretch(1)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        return self.area

    def _connect(self) -> None:
        self.list.counted.connect(self._on_counted)
        self.list.chosen.connect(self._on_chosen)
        self.counting.changed.connect(self.refresh)
        for place, row in enumerate(self.levels):
            row.field.counted.connect(partial(self._on_typed, place))
            row.field.stepped.connect(partial(self._on_stepped, place))
            row.field.left.connect(self.focus)

    # What is shown

    def show_step(self, step: Step) -> None:
        """Be about the step: go on with what the room was asked, or with what isn't rated yet."""
        super().show_step(step)
        rows = self.list.rated.rows
        unrated = (one.item for one in rows if not one.people)
        asked = self.room.rated if self.room.rated in {one.item for one in rows} else ""
        self.list.choose(asked or next(unrated, rows[0].item if rows else ""))

    def refresh(self) -> None:
        """Show the counts as they are, with what has been pressed and is not kept yet."""
        if self.step is not None:
            self.head.show_step(self.step, self.room.agenda, self.room.strategy)
        self.list.rated.set_items(self.counting.rated())
        self._show_item()

    def be_low(self, *, low: bool) -> None:
        """Leave out the keys, and what the room sees in large type anyway."""
        self.head.be_low(low=low)
        self.head.question.setVisible(not low)
        self.keys.setVisible(not low)
        for row in self.levels:
            row.be_low(low=low)
        self.level_lines.setSpacing(self.theme.px(_CLOSE if low else _APART))

    def focus(self) -> None:
        """Put the keys where they count."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Send a count that is being typed."""
        for row in self.levels:
            row.field.give()

    def _show_item(self) -> None:
        row = self.list.row
        if row is None:
            return
        strategy = self.room.strategy
        found = strategy.get("shift", row.item) or strategy.get("prerequisite", row.item)
        self.name.setText(found.name if found else row.label)
        most = max(row.counts)
        words = levels(strategy, row.item)
        earlier = row.counts_before if row.before is not None else (None,) * LEVELS
        for level, said, count, last in zip(self.levels, words, row.counts, earlier, strict=False):
            level.show_level(said, count, most, last)
            level.field.setReadOnly(bool(self.room.desk.read_only))
        self._show_result(row)

    def _show_result(self, row: Rated) -> None:
        people, answers = len(self.room.participants), row.people
        said = [answers_word(answers)]
        if people:
            said = [self.tr("{n} av {people} svar").format(n=answers, people=people)]
        if row.mean is not None:
            said.append(mean_words(row))
        if row.before is not None:
            day = said_day(row.date_before, self.room.desk.surroundings.today())
            last = self.tr("förra gången {mean} ({n} svar, {day})")
            n = sum(row.counts_before)
            said.append(last.format(mean=mean_text(row.before), n=n, day=day))
        many = bool(people) and answers > people
        if many:
            said.append(self.tr("fler svar än deltagare"))
        set_role(self.result, "warning" if many else "muted")
        self.result.setText(" · ".join(said))
        self.list.setAccessibleDescription(self.result.text())

    # What is done

    def _on_chosen(self) -> None:
        """Ask the room about the item."""
        self._show_item()
        self.area.verticalScrollBar().setValue(0)
        if self.list.item and self.room.rated != self.list.item:
            self.room.show_rated(self.list.item)

    def _on_counted(self, level: int, by: int) -> None:
        if self.list.item:
            self.counting.add(self.list.item, level, by)
            self.area.ensureWidgetVisible(self.levels[level])

    def _on_typed(self, level: int, count: int) -> None:
        if self.list.item:
            self.counting.put(self.list.item, level, count)

    def _on_stepped(self, level: int, by: int) -> None:
        field = self.levels[min(LEVELS - 1, max(0, level + by))].field
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(field)
