"""The card of what has happened between two moments: what moved, came, went and got later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.session.moments import NOW, Moment, Point
from nvworkshop.session.standing import Period
from ui.followup.card import LINE, Card
from ui.followup.number import NumberChip
from ui.followup.words import percent_word, status_word
from ui.moments.point_choice import PointChoice
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role

LAST, BETWEEN = "last", "between"

_POINT = 240
"""Design pixels of a point in time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared: since the last follow-up, or between two moments as typed or chosen."""

    way: str = LAST
    first: Moment | str = ""
    second: Moment | str = NOW


class MovedCard(Card):
    """Chips with numbers, each a way to the rows; those that are gone are named here."""

    rows_asked = Signal(object)  # Among
    asked = Signal()  # something else is to be compared

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(self.tr("Vad har hänt"), theme, parent, tabled=False)
        self.chips: list[Chip] = []
        self._build_choice()
        self.said = PlainLabel("", self)
        self.numbers = FlowBox(theme.px(8), self)
        self.gone = PlainLabel("", self)
        for label in (self.said, self.gone):
            label.setWordWrap(True)
            set_role(label, "muted")
        for part in (self.said, self.numbers, self.gone):
            self.lines.addWidget(part)
        self.gone.hide()

    def _build_choice(self) -> None:
        ways = (
            (LAST, self.tr("Sedan förra uppföljningen")),
            (BETWEEN, self.tr("Mellan två tidpunkter")),
        )
        self.way = SegmentedChoice(ways, self.tr("Jämför"), self)
        self.way.choose(LAST)
        self.first, self.second = PointChoice(self), PointChoice(self)
        self.names = (PlainLabel(self.tr("Från"), self), PlainLabel(self.tr("Till"), self))
        points = (self.first, self.second)
        self.add_control(self.way)
        for name, point in zip(self.names, points, strict=True):
            point.setAccessibleName(name.text())
            point.chosen.connect(self.asked)
            self.add_control(name)
            self.add_control(point)
        self._widen()
        self.theme.changed.connect(self._widen)
        self.way.chosen.connect(self._on_way)
        self._show_points()

    def _widen(self) -> None:
        for name, point in zip(self.names, (self.first, self.second), strict=True):
            name.setMinimumHeight(self.theme.px(LINE))
            point.setFixedWidth(self.theme.px(_POINT))

    def _on_way(self, way: object) -> None:
        self._show_points()
        if way == BETWEEN and not self.first.value:
            self.say(self.tr("Välj från när, eller skriv ett datum som 2026-08-31."))
        else:
            self.asked.emit()

    def _show_points(self) -> None:
        shown = self.way.value == BETWEEN
        parts = (self.names[0], self.first, self.names[1], self.second)
        for part in parts:
            part.setVisible(shown)
        self.head.set_parts([self.title, self.way, *(parts if shown else ())])

    @property
    def choice(self) -> Asked:
        """What is to be compared."""
        return Asked(str(self.way.value), self.first.value, self.second.value or NOW)

    def offer(self, points: Sequence[Point]) -> None:
        """Offer points in time; the second is now until another is chosen."""
        fresh = not self.second.value
        for choice in (self.first, self.second):
            choice.offer(points)
        if fresh:
            self.second.choose(NOW)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say why there is nothing to show."""
        self.said.setText(sentence)
        set_role(self.said, "danger" if wrong else "muted")
        self._show_chips([])

    def show_period(self, period: Period, followed: date | None = None) -> None:
        """Show what moved; `followed` is the day of a follow-up that belongs to the second time."""
        set_role(self.said, "muted")
        said = self._sentence(period)
        if followed is not None:
            said += " " + self.tr("Uppföljningen {day} räknas till nu.").format(day=followed)
        self.said.setText(said)
        self._show_chips(list(self._chips(period)))

    def _sentence(self, period: Period) -> str:
        of = period.compared
        if not of.before.rows:
            return self.tr("{first}: planen hade inga åtgärder då.").format(first=period.first)
        then, now = (percent_word(one.percent_in_time) for one in (of.before, of.after))
        said = self.tr("{first} → {second}. I tid: {then} → {now}.")
        said = said.format(first=period.first, second=period.second, then=then, now=now)
        moved = of.moved
        if not any((moved.moves, moved.new, moved.gone, moved.later, moved.sooner)):
            said += " " + self.tr("Inget annat har flyttat sig.")
        return said

    def _chips(self, period: Period) -> Iterator[Chip]:
        moved = period.compared.moved
        for (before, after), ids in moved.by_status.items():
            yield self._chip(f"{status_word(before)} → {status_word(after).lower()}", ids)
        for name, ids in (
            (self.tr("Nya"), moved.new),
            (self.tr("Klart senare"), moved.later),
            (self.tr("Klart tidigare"), moved.sooner),
        ):
            if ids:
                yield self._chip(name, ids)
        if moved.gone:
            titles = [period.compared.titles[one] for one in moved.gone]
            yield self._gone_chip(titles)

    def _chip(self, name: str, ids: Sequence[str]) -> NumberChip:
        chip = NumberChip(name, ids, self.theme, self.numbers)
        chip.asked.connect(self.rows_asked)
        return chip

    def _gone_chip(self, titles: Sequence[str]) -> Chip:
        """Return a chip that names those that are gone: there are no rows to show."""
        text = self.tr("Borttagna {n}").format(n=len(titles))
        chip = Chip(text, self.theme, self.numbers, checkable=True)
        chip.setAccessibleDescription(self.tr("Visar vilka"))
        self.gone.setText(self.tr("Borttagna: {titles}").format(titles="; ".join(titles)))
        chip.toggled.connect(self.gone.setVisible)
        return chip

    def _show_chips(self, chips: list[Chip]) -> None:
        for old in self.chips:
            old.hide()
            old.deleteLater()
        self.gone.hide()
        self.chips = chips
        self.numbers.set_parts(chips)
        for chip in chips:
            chip.show()
        self.numbers.setVisible(bool(chips))
