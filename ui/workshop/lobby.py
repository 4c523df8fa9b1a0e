"""The start of the place Workshop: go on, lead, prepare, practise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.things import Thing
from nvworkshop.session.live import Delta
from ui.desk import Desk
from ui.start.card import ChoiceCard
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.lobby_cards import LobbyCards
from ui.workshop.lobby_row import HUNDRED, Told, WorkshopRow

_WIDEST = 1_040
_NARROW = 760
"""Design pixels: how wide the list is at most, and the width under which cards are stacked."""

_KINDS = ("workshop", "idea", "action")

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
    follow_up_asked = Signal()
    rehearse_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out what never changes; `refresh` shows the workshops."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
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
        theme.changed.connect(self._on_theme_changed)

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
        self._ways = LobbyCards(self._desk, self._theme, column)
        self._ways.asked.connect(self._on_asked)
        self._list = QWidget(column)
        set_role(self._list, "card")
        self._list_lines = QVBoxLayout(self._list)
        self._list_lines.setContentsMargins(1, 1, 1, 1)
        self._list_lines.setSpacing(0)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(12))
        lines.addWidget(heading)
        lines.addWidget(self.words)
        lines.addWidget(self._ways)
        lines.addWidget(self._list)
        lines.addStretch(1)
        return ground

    @property
    def cards(self) -> list[ChoiceCard]:
        """The ways to go on."""
        return self._ways.cards

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Show the workshops as they are; the keys stay where they were."""
        things = [row.thing for row in self._desk.rows["workshop"].values()]
        things.sort(key=lambda one: (one.text("date"), one.updated), reverse=True)
        place = self._place()
        self._ways.show_ways(things)
        self._show_rows(things)
        self.words.setText(self._words(things))
        buttons = [button for line in self._lines_of_buttons() for button in line]
        for button in buttons:
            button.installEventFilter(self)
        for one, following in pairwise(buttons):
            self.setTabOrder(one, following)
        if place is not None:
            self._go_to(*place)

    def focus(self) -> None:
        """Put the keys on what most come for."""
        self.refresh()
        self._go_to(0, 0)

    def go_to(self, workshop: str) -> None:
        """Put the keys on what a workshop is there for first."""
        self.refresh()
        for row in self.rows:
            if row.told.thing.id == workshop:
                self._go_to(self._lines_of_buttons().index(list(row.buttons.values())), 0)

    def _words(self, things: Sequence[Thing]) -> str:
        if self._desk.read_only:
            return self.tr("Planen är öppen bara för läsning: workshopar går att läsa, inte leda.")
        if things:
            return self.tr("Förbered hemma, led i rummet och skriv medan ni pratar.")
        return self.tr(
            "Inga workshopar än. Gör en ny med dag, plats och vilka som kommer, eller öva först på"
            " ett exempel."
        )

    def _show_rows(self, things: Sequence[Thing]) -> None:
        """Show the workshops; the row of one that is as it was stays as it is."""
        ideas = Counter(
            row.thing.text("workshop")
            for row in self._desk.rows["idea"].values()
            if not row.thing["merged_into"]
        )
        before, self.rows = self.rows, []
        known = {row.told.thing.id: row for row in before}
        today, read_only = self._desk.surroundings.today(), bool(self._desk.read_only)
        for place, thing in enumerate(things):
            told = Told(thing, ideas[thing.id], today, self._theme.px(HUNDRED), read_only=read_only)
            row = known.get(thing.id)
            if row is None or row.told != told:
                row = WorkshopRow(told, self._theme, self._list)
                row.asked.connect(partial(self._on_asked, thing.id))
            self.rows.append(row)
            self._list_lines.insertWidget(place, row)
        for row in before:
            if row not in self.rows:
                self._list_lines.removeWidget(row)
                row.hide()
                row.deleteLater()
        self._list.setVisible(bool(things))
        for row in self.rows:
            row.show()  # so that it can have the keys at once

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
        match what:
            case "lead":
                self.lead_asked.emit(workshop)
            case "prepare":
                self.prepare_asked.emit(workshop)
            case "minutes":
                self.minutes_asked.emit(workshop)
            case "remove":
                self.remove_asked.emit(workshop)
            case "new":
                self.new_asked.emit()
            case "follow_up":
                self.follow_up_asked.emit()
            case "rehearse":
                self.rehearse_asked.emit()

    def _on_changed(self, delta: Delta) -> None:
        if self.isVisible() and any(delta.rows[kind] for kind in _KINDS):
            self._soon.start()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self.isVisible():
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the cards where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        self._ways.be_narrow(narrow=narrow)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while the start was not seen."""
        super().showEvent(event)
        self.refresh()
