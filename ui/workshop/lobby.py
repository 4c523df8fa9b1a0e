"""The start of the place Workshop: go on, lead, prepare, practise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, Qt
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
from nvworkshop.workshop.steps import place_of
from ui.desk import Desk
from ui.start.card import ChoiceCard
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.lobby_row import WorkshopRow

_WIDEST = 1_040
_NARROW = 760
"""Design pixels: how wide the list is at most, and the width under which cards are stacked."""

_KINDS = ("workshop", "idea")

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


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
        self.cards: list[ChoiceCard] = []
        self.rows: list[WorkshopRow] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._build())
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
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
        heading = PlainLabel(self.tr("Workshop"), column)
        set_role(heading, "title")
        self.words = PlainLabel("", column)
        self.words.setWordWrap(True)
        set_role(self.words, "muted")
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(self._theme.px(12))
        self._list = QWidget(column)
        self._lines = QVBoxLayout(column)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(self._theme.px(12))
        self._lines.addWidget(heading)
        self._lines.addWidget(self.words)
        self._lines.addLayout(self._choices)
        self._lines.addWidget(self._list)
        self._lines.addStretch(1)
        return ground

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Show the workshops as they are; the keys stay where they were."""
        things = [row.thing for row in self._desk.rows["workshop"].values()]
        things.sort(key=lambda one: (one.text("date"), one.updated), reverse=True)
        place = self._place()
        self._show_cards(things)
        self._show_rows(things)
        self.words.setText(self._words(things))
        for line in self._lines_of_buttons():
            for button in line:
                button.installEventFilter(self)
        if place is not None:
            self._go_to(*place)

    def focus(self) -> None:
        """Put the keys on what most come for."""
        self.refresh()
        self._go_to(0, 0)

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
        for card in self.cards:
            self._choices.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        on = None if self._desk.read_only else workshops.going_on(things)
        if on is not None:
            self._add_card("ongoing", self._name(on), self._where(on), self.lead_asked, on.id)
        if not self._desk.read_only:
            dated = self.tr("Dag, plats, vilka som kommer och en dagordning")
            self._add_card("new", self.tr("Ny workshop"), dated, self.new_asked)
            if not any(one["sample"] for one in things):
                made_up = self.tr("En påhittad workshop att klicka igenom, lätt att ta bort")
                self._add_card("sample", self.tr("Öva först"), made_up, self.rehearse_asked)
        if self.cards:
            self.cards[0].make_primary()
        self._show_icons()

    def _add_card(
        self, icon: str, heading: str, text: str, signal: SignalInstance, *args: str
    ) -> None:
        card = ChoiceCard(self._theme, icon, heading, text, self)
        card.clicked.connect(lambda _=False: signal.emit(*args))
        self._choices.addWidget(card, 1)
        card.show()  # so that it can have the keys at once
        self.cards.append(card)

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
        step = next((step.title for step in agenda if step.id == progress.step), "")
        return self.tr("Steg {here} av {of}: {step}").format(here=here, of=of, step=step)

    def _show_rows(self, things: Sequence[Thing]) -> None:
        old, self._list = self._list, QWidget(self._list.parentWidget())
        set_role(self._list, "card")
        ideas = Counter(
            row.thing.text("workshop")
            for row in self._desk.rows["idea"].values()
            if not row.thing["merged_into"]
        )
        lines = QVBoxLayout(self._list)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        self.rows = []
        for one in things:
            row = WorkshopRow(one, ideas[one.id], self._desk, self._theme, self._list)
            row.asked.connect(partial(self._on_asked, one.id))
            lines.addWidget(row)
            self.rows.append(row)
        self._lines.replaceWidget(old, self._list)
        self._list.setVisible(bool(things))
        old.hide()
        old.deleteLater()

    def _show_icons(self) -> None:
        for card in self.cards:
            card.show_icon()

    # The keys

    def _lines_of_buttons(self) -> list[list[QPushButton]]:
        lines: list[list[QPushButton]] = [list(self.cards)]
        lines += [list(row.buttons.values()) for row in self.rows]
        return [one for one in lines if one]

    def _place(self) -> tuple[int, int] | None:
        """Return the line and the place in it where the keys are."""
        for line, buttons in enumerate(self._lines_of_buttons()):
            for place, button in enumerate(buttons):
                if button.hasFocus():
                    return line, place
        return None

    def _go_to(self, line: int, place: int) -> None:
        lines = self._lines_of_buttons()
        if lines:
            buttons = lines[min(max(0, line), len(lines) - 1)]
            button = buttons[min(max(0, place), len(buttons) - 1)]
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go between the buttons with the arrow keys, which Qt takes as Tab."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step, here = _STEPS.get(Qt.Key(event.key())), self._place()
            if step is not None and here is not None:
                self._go_to(here[0] + step[0], here[1] + step[1])
                return True
        return super().eventFilter(watched, event)

    # What happens

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the cards where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._choices.setDirection(down if narrow else right)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while the start was not seen."""
        super().showEvent(event)
        self.refresh()
