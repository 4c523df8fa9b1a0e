"""The part Läget: the figures of the plan, each a way to the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.followup.standing import KINDS_READ
from nvworkshop.session.live import Delta
from nvworkshop.session.moments import Moment, Point, moment_of, points
from nvworkshop.session.standing import (
    WHOLE,
    Choice,
    Period,
    Scope,
    Standings,
    compare_standing,
    overview,
    since_last,
)
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.followup.moved_card import LAST, Asked
from ui.followup.number import NumberChip
from ui.followup.standing_frame import StandingFrame
from ui.followup.words import long_day
from ui.plan.arrangement import Filter
from ui.plan.words import actions_word
from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.window.choosing import Choosing

_REST = 80
"""Milliseconds of rest after a change before the figures are asked for anew."""

INDICATORS, ASSIGNMENTS = "indicators", "assignments"
"""The parts of the place where those stand."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at the plan found."""

    scope: Scope
    standings: Standings
    choices: Sequence[Choice]
    points: Sequence[Point]


class StandingPart(StandingFrame):
    """How the plan stands. It is asked anew when the plan changes, while it is seen."""

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(desk, theme, parent)
        self.scope = WHOLE
        self.seen: Seen | None = None
        self.period: Period | None = None
        self._stale = True
        self._asked = False
        self._chips: list[NumberChip] = []
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        self.desk.opened.connect(self._on_opened)
        self.desk.changed.connect(self._on_changed)
        self.whose.chosen.connect(self._on_whose)
        for numbers in (self.cards, self.statuses, self.moved):
            numbers.rows_asked.connect(self._ask_rows)
        for indicators in (self.cards, self.indicators):
            indicators.indicators_asked.connect(partial(self.part_asked.emit, INDICATORS))
        self.cards.assignments_asked.connect(partial(self.part_asked.emit, ASSIGNMENTS))
        self.cards.moved_asked.connect(self._show_moved)
        self.moved.asked.connect(self._compare)
        self.timeline.view.opened.connect(lambda id_: self.thing_asked.emit("action", id_))

    # The figures

    @Slot()
    def refresh(self) -> None:
        """Ask for the figures anew, in the plan's thread; those being asked for come first."""
        if self._asked or self.desk.plan is None:
            return
        self._stale, self._asked = False, True
        self.desk.ask(partial(_look, self.scope), while_there(self, self._on_seen))

    def _on_seen(self, seen: Seen) -> None:
        self._asked = False
        self.seen = seen
        if self._stale or seen.scope != self.scope:
            self._stale = True
            self._soon.start()
        if not seen.standings.now.rows and seen.scope == WHOLE:
            self._show_empty()
            return
        self._show(seen)
        self.turn_to(self.area)
        if self.hasFocus():
            self.focus_numbers()
        self._compare()

    def _show(self, seen: Seen) -> None:
        of = seen.standings
        self.title.setText(self.tr("Uppföljning {day}").format(day=long_day(of.today)))
        self.said.setText(self._sentence(of))
        self.whose.set_choices([(one.scope, one.label) for one in seen.choices])
        self.whose.choose(of.scope)
        self.scope = of.scope
        self.register.setEnabled(not self.desk.read_only)
        self.cards.show_standings(of)
        self._show_more(of)
        self.statuses.show_standings(of)
        self.indicators.show_standings(of)
        self.timeline.show_standings(of, self.desk.strategy.options("shift"))
        self.moved.offer(seen.points)
        self.order()

    def _sentence(self, of: Standings) -> str:
        number = actions_word("action", len(of.now.rows))
        if of.followed is None:
            said = self.tr(
                "{actions}. Ingen uppföljning är registrerad än: välj Registrera uppföljning när "
                "gruppen ses."
            )
            return said.format(actions=number)
        said = self.tr("{actions}. Senast uppföljd {day}.")
        return said.format(actions=number, day=long_day(of.followed))

    def _show_more(self, of: Standings) -> None:
        """Show the figures that are smaller, as chips; those of nothing are left out."""
        here = [one.hasFocus() for one in self._chips]
        for old in self._chips:
            old.hide()
            old.deleteLater()
        told = (
            (self.tr("Saknar ansvarig"), of.now.unowned),
            (self.tr("Saknar färsk uppföljning"), of.now.untold),
            (self.tr("Klart inom tre månader"), of.now.due),
            (self.tr("Klara eller avslutade"), of.now.ended),
        )
        self._chips = [NumberChip(name, ids, self.theme, self.more) for name, ids in told if ids]
        for chip in self._chips:
            chip.asked.connect(self._ask_rows)
            chip.show()
        self.more.set_parts(self._chips)
        self.more.setVisible(bool(self._chips))
        if any(here) and self._chips:
            self._chips[min(here.index(True), len(self._chips) - 1)].setFocus()

    def _show_empty(self) -> None:
        text = self.tr(
            "Här syns hur åtgärderna går så snart det finns några. Led en workshop, eller skriv "
            "dem i handlingsplanen."
        )
        button = self.tr("Till handlingsplanen")
        self.empty.say(self.tr("Planen har inga åtgärder att följa upp"), text, button)
        self.turn_to(self.empty)
        if self.hasFocus():
            self.focus_numbers()

    def _go_on(self) -> None:
        self.place_asked.emit("plan")

    # What has happened

    @Slot()
    def _compare(self) -> None:
        """Ask what has moved since last time, and between what is chosen."""
        if self.seen is None:
            return
        of, asked = self.seen.standings, self.moved.choice
        last = since_last(of)
        if last is None:
            self.cards.show_period(None, of)
        else:
            known = partial(compare_standing, first=last, scope=of.scope)
            self.desk.ask(known, while_there(self, partial(self._on_last, of)))
        if asked.way == LAST:
            if last is None:
                self.moved.say(
                    self.tr(
                        "Det finns ingen tidigare uppföljning att jämföra med. Välj två "
                        "tidpunkter om ni vill jämföra ändå."
                    )
                )
        elif asked.first:
            self.desk.ask(
                partial(_compared, asked, of.scope),
                while_there(self, partial(self._on_between, asked)),
                while_there(self, self._on_wrong),
            )

    def _on_last(self, of: Standings, period: Period) -> None:
        self.period = period
        self.cards.show_period(period, of)
        if self.moved.choice.way == LAST:
            self.moved.show_period(period, of.followed if of.followed != of.last_time else None)
        self.order()

    def _on_between(self, asked: Asked, period: Period) -> None:
        if asked == self.moved.choice:
            self.moved.show_period(period)
            self.order()
            self._keep_moved_in_sight()

    def _on_wrong(self, error: PlanError) -> None:
        self.moved.say(error.sentence, wrong=True)
        self._keep_moved_in_sight()

    def _keep_moved_in_sight(self) -> None:
        """Scroll to the answer beneath the field that asked, once it has its room."""
        focused = QApplication.focusWidget()
        if focused is not None and self.moved.isAncestorOf(focused):
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.moved))

    def _show_moved(self) -> None:
        """Show what has happened since last time."""
        self.moved.way.setFocus()
        self._keep_moved_in_sight()

    # What is done here

    @Slot(object)
    def _ask_rows(self, among: Among) -> None:
        self.rows_asked.emit(Filter(among=among))

    # What happens

    @Slot(object)
    def _on_whose(self, scope: Scope) -> None:
        self.scope = scope
        self._make_stale()

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        self._make_stale()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if any(kind in KINDS_READ for kind, _ in delta.touched):
            self._make_stale()

    def _make_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _look(scope: Scope, view: PlanView) -> Seen:
    """Answered in the plan's thread."""
    return Seen(scope, *overview(view, scope), points(view))


def _compared(asked: Asked, scope: Scope, view: PlanView) -> Period:
    first, second = (
        one if isinstance(one, Moment) else moment_of(view, one)
        for one in (asked.first, asked.second)
    )
    return compare_standing(view, first, second, scope)
