"""The start screen: ways to begin, work that is in no plan file, and plans opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.places import home
from ui.actions import Actions
from ui.background import Worker
from ui.start.card import ChoiceCard
from ui.start.memory import Memory, summed_up
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

if TYPE_CHECKING:
    from nvworkshop.session.recents import Recent
    from nvworkshop.session.unpublished import Unpublished
    from ui.desk import Desk

_NARROW = 760
"""Design pixels below which the cards stand under each other."""

_WIDEST = 1_120
"""Design pixels of the column in the middle."""


class StartPage(QScrollArea):
    """What is seen before a plan is open."""

    open_asked = Signal(object)  # Path
    sample_asked = Signal()
    rescue_asked = Signal(object)  # Unpublished
    told = Signal(str)

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget) -> None:
        """Lay out what never changes; `refresh` reads the rest."""
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self._worker = Worker("start", self)
        self._memory = Memory(home())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Startsidan"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._build())
        theme.changed.connect(self._show_icons)

    def _build(self) -> QWidget:
        ground = QWidget(self)
        set_role(ground, "ground")
        sides = QHBoxLayout(ground)
        sides.setContentsMargins(*(self._theme.px(24),) * 4)
        column = QWidget(ground)
        column.setMaximumWidth(self._theme.px(_WIDEST))
        sides.addStretch(1)
        sides.addWidget(column, 20)
        sides.addStretch(1)
        self._lines = QVBoxLayout(column)
        self._lines.setContentsMargins(0, self._theme.px(16), 0, 0)
        self._lines.setSpacing(self._theme.px(12))
        self._build_heading()
        self._build_cards()
        self._rescues = self._section(self.tr("Arbete som inte finns i någon planfil"))
        self._plans = self._section(self.tr("Senaste planer"))
        self._lines.addStretch(1)
        self._line = self._label(
            self.tr("Allt sparas på den här datorn. Inget internet behövs."), "muted"
        )
        return ground

    def _build_heading(self) -> None:
        self._label(self.tr("Tillsammans för Nära vård"), "title")
        self._label(
            self.tr(
                "Gör länsdelens gemensamma handlingsplan, eller samla länsdelarnas planer till"
                " länets. Allt du skriver finns kvar."
            ),
            "muted",
        )

    def _build_cards(self) -> None:
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(self._theme.px(12))
        new = self._card("new", self.tr("Ny plan"), self.tr("För en länsdel, eller för hela länet"))
        new.make_primary()
        new.clicked.connect(self._actions["file.new"].trigger)
        opened = self._card(
            "open", self.tr("Öppna plan"), self.tr("En planfil du har fått eller arbetat i")
        )
        opened.clicked.connect(self._actions["file.open"].trigger)
        sample = self._card(
            "sample", self.tr("Öva på en exempelplan"), self.tr("Påhittat innehåll, inget förstörs")
        )
        sample.clicked.connect(self.sample_asked)
        self._cards = (new, opened, sample)
        for card in self._cards:
            self._choices.addWidget(card, 1)
        self._lines.addLayout(self._choices)

    def _card(self, icon: str, heading: str, text: str) -> ChoiceCard:
        return ChoiceCard(self._theme, icon, heading, text, self)

    def _label(self, text: str, role: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        self._lines.addWidget(label)
        return label

    def _section(self, heading: str) -> Section:
        section = Section(heading, self._theme, self)
        self._lines.addWidget(section)
        return section

    def refresh(self) -> None:
        """Show what is remembered, then what the files say now."""
        self._show_icons()
        self._worker.do(self._memory.all, self._on_listed)
        self._worker.do(self._memory.unpublished, self._show_rescues, self._fail)

    def remember(self, desk: Desk) -> None:
        """Remember a plan that has been opened."""
        place = desk.place
        desk.ask(
            summed_up,
            lambda summary: self._worker.do(lambda: self._memory.remember(place, summary)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways to begin under each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._choices.setDirection(under if narrow else beside)

    def focus(self) -> None:
        """Put the cursor on the first way to begin."""
        self._cards[0].setFocus()

    def say_writing(self) -> None:
        """Tell that the window goes as soon as the plan file is written."""
        self._line.setText(self.tr("Skriver planfilen…"))

    def close_worker(self) -> None:
        """End the thread of the screen."""
        self._worker.stop(1)

    def _on_listed(self, recents: Sequence[Recent]) -> None:
        self._show_recents(recents)
        for entry in recents:
            self._worker.do(
                partial(self._memory.refresh, entry), partial(self._on_refreshed, entry)
            )

    def _on_refreshed(self, before: Recent, now: Recent) -> None:
        if before != now:
            self._worker.do(self._memory.all, self._show_recents)

    def _show_recents(self, recents: Sequence[Recent]) -> None:
        from ui.start.row import RecentRow  # with what it shows, after the window is seen

        rows = []
        now = datetime.now().astimezone()
        for entry in recents:
            row = RecentRow(entry, self._theme, now, self)
            row.clicked.connect(partial(self._open, entry.place))
            row.forget.connect(partial(self._forget, entry.place))
            rows.append(row)
        empty = self.tr("Här visas planer du har öppnat. Börja med att göra en ny eller öva.")
        self._plans.show_rows(rows, empty)

    def _open(self, place: Path, _checked: bool = False) -> None:
        self.open_asked.emit(place)

    def _forget(self, place: Path) -> None:
        self._worker.do(lambda: self._memory.forget(place))
        self._worker.do(self._memory.all, self._show_recents)
        self.told.emit(self.tr("Planen är borta ur listan. Filen ligger kvar."))

    def _show_rescues(self, found: Sequence[Unpublished]) -> None:
        from ui.start.rescue import RescueRow

        rows = []
        for one in found:
            row = RescueRow(one, self._theme, self)
            row.asked.connect(partial(self.rescue_asked.emit, one))
            rows.append(row)
        self._rescues.show_rows(rows, "")

    def rescue(self, what: Unpublished, place: Path) -> None:
        """Write work that is in no plan file to a place, and open it."""
        self._worker.do(
            lambda: self._memory.rescue(what, place),
            lambda _: self.open_asked.emit(place),
            self._fail,
        )

    def _fail(self, error: PlanError) -> None:
        self.told.emit(error.sentence)

    def _show_icons(self) -> None:
        for card in self._cards:
            card.show_icon()


class Section(QWidget):
    """A heading and the rows under it; hidden when there is nothing to say."""

    def __init__(self, heading: str, theme: Theme, parent: QWidget) -> None:
        """Lay out the heading."""
        super().__init__(parent)
        self._theme = theme
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, theme.px(12), 0, 0)
        self._outer.setSpacing(theme.px(8))
        label = PlainLabel(heading, self)
        set_role(label, "heading")
        self._outer.addWidget(label)
        self._body: QWidget | None = None
        self.hide()

    def show_rows(self, rows: Sequence[QWidget], empty: str) -> None:
        """Show the rows instead of those before; the sentence when there are none."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget(self)
        set_role(self._body, "card")
        lines = QVBoxLayout(self._body)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        for number, row in enumerate(rows):
            if number:
                lines.addWidget(self._line())
            lines.addWidget(row)
        if not rows and empty:
            label = PlainLabel(empty, self._body)
            label.setWordWrap(True)
            label.setContentsMargins(*(self._theme.px(16),) * 4)
            set_role(label, "muted")
            lines.addWidget(label)
        self._outer.addWidget(self._body)
        self.setVisible(bool(rows or empty))

    def _line(self) -> QFrame:
        line = QFrame(self)
        set_role(line, "line")
        return line
