"""The start of the place Workshop: go on, lead, prepare, practise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.workshop.days import said_day
from nvworkshop.workshop.ideas import of_workshop
from nvworkshop.workshop.steps import place_of, taken_part, total
from ui.desk import Desk
from ui.start.card import ChoiceCard
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role

_WIDEST = 1_040
_KINDS = ("workshop", "idea")


class Lobby(QWidget):
    """The plan's workshops, the one that goes on first."""

    lead_asked = Signal(str)
    prepare_asked = Signal(str)
    remove_asked = Signal(str)
    minutes_asked = Signal(str)
    new_asked = Signal()
    rehearse_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out what never changes; `refresh` shows the workshops."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._first: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._build())
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        desk.changed.connect(self._on_changed)
        theme.changed.connect(self._show_icons)

    def _build(self) -> QWidget:
        ground = QWidget()
        set_role(ground, "ground")
        column = QWidget(ground)
        column.setMaximumWidth(self._theme.px(_WIDEST))
        sides = QHBoxLayout(ground)
        sides.setContentsMargins(*(self._theme.px(28),) * 4)
        sides.addStretch(1)
        sides.addWidget(column, 30)
        sides.addStretch(1)
        self._lines = QVBoxLayout(column)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(self._theme.px(12))
        heading = PlainLabel(self.tr("Workshop"), column)
        set_role(heading, "title")
        self._under = PlainLabel("", column)
        self._under.setWordWrap(True)
        set_role(self._under, "muted")
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(self._theme.px(12))
        self._cards: list[ChoiceCard] = []
        self._rows = QWidget(column)
        set_role(self._rows, "card")
        for part in (heading, self._under):
            self._lines.addWidget(part)
        self._lines.addLayout(self._choices)
        self._lines.addWidget(self._rows)
        self._lines.addStretch(1)
        return ground

    @Slot()
    def refresh(self) -> None:
        """Show the workshops as they are."""
        things = [row.thing for row in self._desk.rows["workshop"].values()]
        things.sort(key=lambda one: (one.text("date"), one.updated), reverse=True)
        self._show_cards(things)
        self._show_rows(things)
        self._under.setText(self._words(things))

    def focus(self) -> None:
        """Put the keys on what most come for."""
        if self._first is None:
            self.refresh()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, things: Sequence[Thing]) -> str:
        if self._desk.read_only:
            return self.tr("Planen är öppen bara för läsning: workshopar går att läsa, inte leda.")
        if things:
            return self.tr("Förbered hemma, led i rummet och skriv medan ni pratar.")
        return self.tr(
            "Inga workshopar än. Gör en ny med dag, plats och vilka som kommer, eller öva först på"
            " ett exempel."
        )

    def _show_cards(self, things: Sequence[Thing]) -> None:
        for card in self._cards:
            self._choices.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        on = workshops.going_on(things)
        if on is not None:
            self._add_card("ongoing", self._name(on), self._where(on), self.lead_asked, on.id)
        if not self._desk.read_only:
            dated = self.tr("Dag, plats, vilka som kommer och en dagordning")
            self._add_card("new", self.tr("Ny workshop"), dated, self.new_asked)
            if not any(one["sample"] for one in things):
                made_up = self.tr("En påhittad workshop att klicka igenom, lätt att ta bort")
                self._add_card("sample", self.tr("Öva först"), made_up, self.rehearse_asked)
        if self._cards:
            self._cards[0].make_primary()
        self._first = self._cards[0] if self._cards else None
        self._show_icons()

    def _add_card(
        self, icon: str, heading: str, text: str, signal: SignalInstance, *args: str
    ) -> None:
        card = ChoiceCard(self._theme, icon, heading, text, self)
        card.clicked.connect(lambda _=False: signal.emit(*args))
        self._choices.addWidget(card, 1)
        self._cards.append(card)

    def _name(self, one: Thing) -> str:
        part = one.text("county_part")
        where = self._desk.strategy.label("county_part", part) if part else one.text("title")
        day = said_day(one.text("date"), self._desk.surroundings.today())
        text = self.tr("Fortsätt workshopen i {where} {day}") if day else ""
        return text.format(where=where, day=day) or self.tr("Fortsätt {title}").format(
            title=one.text("title")
        )

    def _where(self, one: Thing) -> str:
        agenda, progress = workshops.agenda(one), workshops.progress(one)
        here, of = place_of(agenda, progress.step)
        step = next((step.title for step in agenda if step.id == progress.step), "")
        return self.tr("Steg {here} av {of}: {step}").format(here=here, of=of, step=step)

    def _show_rows(self, things: Sequence[Thing]) -> None:
        old = self._rows
        self._rows = QWidget(old.parentWidget())
        set_role(self._rows, "card")
        lines = QVBoxLayout(self._rows)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        for one in things:
            row = WorkshopRow(one, self._desk, self._theme, self._rows)
            row.asked.connect(partial(self._on_asked, one.id))
            lines.addWidget(row)
        self._lines.replaceWidget(old, self._rows)
        self._rows.setVisible(bool(things))
        old.hide()
        old.deleteLater()

    def _on_asked(self, workshop: str, what: str) -> None:
        signals = {
            "lead": self.lead_asked,
            "prepare": self.prepare_asked,
            "minutes": self.minutes_asked,
            "remove": self.remove_asked,
        }
        signals[what].emit(workshop)

    def _on_changed(self, delta: Delta) -> None:
        if self.isVisible() and any(delta.rows[kind] for kind in _KINDS):
            self._soon.start()

    def _show_icons(self) -> None:
        for card in self._cards:
            card.show_icon()


class WorkshopRow(QWidget):
    """One workshop: what and when, how far, and what can be done with it."""

    asked = Signal(str)  # lead, prepare, minutes, remove

    def __init__(self, thing: Thing, desk: Desk, theme: Theme, parent: QWidget) -> None:
        """Lay out the row."""
        super().__init__(parent)
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(12), px(10))
        row.setSpacing(px(8))
        names = QVBoxLayout()
        names.setSpacing(px(2))
        title = ElidedLabel(thing.text("title"), self)
        set_role(title, "plan-name")
        facts = ElidedLabel(self._facts(thing, desk), self)
        set_role(facts, "muted")
        names.addWidget(title)
        names.addWidget(facts)
        row.addLayout(names, 1)
        self._title = thing.text("title")
        self.buttons = []
        for text, what in self._offers(thing, read_only=bool(desk.read_only)):
            button = QPushButton(text, self)
            set_role(button, "danger" if what == "remove" else "secondary")
            button.setAccessibleName(f"{text}: {self._title}")
            button.clicked.connect(partial(self._on_clicked, what))
            self.buttons.append(button)
            row.addWidget(button)

    def _offers(self, thing: Thing, *, read_only: bool) -> Sequence[tuple[str, str]]:
        minutes = (self.tr("Anteckningar"), "minutes")
        if read_only:
            return (minutes,)
        gone = self.tr("Ta bort exemplet") if thing["sample"] else self.tr("Ta bort")
        progress = workshops.progress(thing)
        lead = self.tr("Fortsätt") if progress.begun else self.tr("Led")
        return (
            (lead, "lead"),
            (self.tr("Förbered"), "prepare"),
            *((minutes,) if progress.begun else ()),
            (gone, "remove"),
        )

    def _facts(self, thing: Thing, desk: Desk) -> str:
        agenda, progress = workshops.agenda(thing), workshops.progress(thing)
        ideas = len(of_workshop((one.thing for one in desk.rows["idea"].values()), thing.id))
        day = said_day(thing.text("date"), desk.surroundings.today())
        here, of = place_of(agenda, progress.step)
        if progress.ended:
            state = self.tr("avslutad")
        elif progress.begun:
            state = self.tr("pågår, steg {here} av {of}").format(here=here, of=of)
        else:
            state = self.tr("planerad")
        steps = self.tr("{n} steg, {minutes} min").format(
            n=len(taken_part(agenda)), minutes=total(agenda)
        )
        said = self.tr("{n} förslag").format(n=ideas) if ideas else ""
        parts = (day, thing.text("starts"), thing.text("place"), steps, said, state)
        return " · ".join(filter(None, parts))

    def _on_clicked(self, what: str, _checked: bool = False) -> None:
        self.asked.emit(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete, as lists do."""
        if event.key() == Qt.Key.Key_Delete:
            self.asked.emit("remove")
        else:
            super().keyPressEvent(event)
