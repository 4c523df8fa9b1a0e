"""The ways to go on from the start of the place Workshop, as cards beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.workshop.days import said_day
from nvworkshop.workshop.following import is_due
from nvworkshop.workshop.steps import place_of
from ui.desk import Desk
from ui.start.card import ChoiceCard
from ui.theme.theme import Theme
from ui.words import tr
from ui.workshop.lobby_row import HUNDRED


class Way(NamedTuple):
    """A way to go on, as a card: its icon and words, what it asks for, and of which workshop."""

    icon: str
    heading: str
    text: str
    what: str
    workshop: str = ""


class LobbyCards(QWidget):
    """Go on with the workshop that has begun, follow the plan up, make a new one, practise."""

    asked = Signal(str, str)  # a workshop or "", and what: lead, follow_up, new, rehearse

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        """Start without any."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._shown: tuple[list[Way], int] = ([], 0)
        self.cards: list[ChoiceCard] = []
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(12))
        theme.changed.connect(self._show_icons)

    def show_ways(self, things: Sequence[Thing]) -> None:
        """Show the ways to go on; the cards stay as long as they are the same."""
        ways = [] if self._desk.read_only else self._ways(things)
        shown = ways, self._theme.px(HUNDRED)
        if shown == self._shown:
            return
        self._shown = shown
        for card in self.cards:
            self._line.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(way) for way in ways]
        self.setVisible(bool(ways))
        if self.cards:
            self.cards[0].make_primary()
        self._show_icons()

    def be_narrow(self, *, narrow: bool) -> None:
        """Stack the cards where it is narrow."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else right)

    def _ways(self, things: Sequence[Thing]) -> list[Way]:
        ways = []
        on = workshops.going_on(things)
        if on is not None:
            ways.append(Way("ongoing", self._name(on), self._where(on), "lead", on.id))
        actions = [row.thing for row in self._desk.rows["action"].values()]
        if on is None and is_due(actions, things, self._desk.surroundings.today()):
            asked = self.tr("Åtgärd för åtgärd: gjordes rätt saker, i tid, med effekt?")
            ways.append(Way("followup", self.tr("Följ upp planen"), asked, "follow_up"))
        dated = self.tr("Dag, plats, vilka som kommer och en dagordning")
        ways.append(Way("new", self.tr("Ny workshop"), dated, "new"))
        if not any(one["sample"] for one in things):
            made_up = self.tr("En påhittad workshop att klicka igenom, lätt att ta bort")
            ways.append(Way("sample", self.tr("Öva först"), made_up, "rehearse"))
        return ways

    def _card(self, way: Way) -> ChoiceCard:
        card = ChoiceCard(self._theme, way.icon, way.heading, way.text, self)
        card.clicked.connect(lambda _=False: self.asked.emit(way.workshop, way.what))
        self._line.addWidget(card, 1)
        card.show()  # so that it can have the keys at once
        return card

    def _name(self, one: Thing) -> str:
        part = one.text("county_part")
        where = self._desk.strategy.label("county_part", part) if part else ""
        day = said_day(one.text("date"), self._desk.surroundings.today())
        if not where or not day or one["sample"]:
            return self.tr("Fortsätt {title}").format(title=one.text("title"))
        return self.tr("Fortsätt workshopen i {where} {day}").format(where=where, day=day)

    def _where(self, one: Thing) -> str:
        agenda, progress = workshops.agenda(one), workshops.progress(one)
        here, of = place_of(agenda, progress.step)
        step = next((tr(step.title) for step in agenda if step.id == progress.step), "")
        return self.tr("Steg {here} av {of}: {step}").format(here=here, of=of, step=step)

    def _show_icons(self) -> None:
        for card in self.cards:
            card.show_icon()
