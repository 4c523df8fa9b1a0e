"""One workshop in the list of them: what and when, how far, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.workshop.days import said_day
from nvworkshop.workshop.hours import spent
from nvworkshop.workshop.steps import place_of, taken_part, total
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role
from ui.words import ideas_word

_NARROW = 640
"""Design pixels of width under which the buttons stand under the words."""

HUNDRED = 100
"""Design pixels: in how many pixels they are, one sees whether the text has another size."""


class RowButton(QPushButton):
    """A button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, as on space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells: a workshop, its ideas, as seen from which day, and how large."""

    thing: Thing
    ideas: int
    today: date
    hundred: int  # pixels of HUNDRED
    read_only: bool = field(kw_only=True)


class WorkshopRow(QWidget):
    """Buttons to lead, prepare, read and remove; Del removes."""

    asked = Signal(str)  # lead, prepare, minutes, remove

    def __init__(self, told: Told, theme: Theme, parent: QWidget) -> None:
        """Lay out the row."""
        super().__init__(parent)
        self.told = told
        px = theme.px
        self._narrow = px(_NARROW)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(16), px(10), px(12), px(10))
        self._row.setSpacing(px(8))
        names = QVBoxLayout()
        names.setSpacing(px(2))
        title = ElidedLabel(told.thing.text("title"), self)
        set_role(title, "plan-name")
        self.facts = ElidedLabel(self._facts(), self)
        set_role(self.facts, "muted")
        names.addWidget(title)
        names.addWidget(self.facts)
        self._row.addLayout(names, 1)
        offered = QHBoxLayout()
        offered.setSpacing(px(8))
        self.buttons: dict[str, QPushButton] = {}
        for what, text in self._offers():
            self.buttons[what] = self._button(what, text)
            offered.addWidget(self.buttons[what])
        offered.addStretch(1)
        self._row.addLayout(offered)

    def _button(self, what: str, text: str) -> QPushButton:
        button = RowButton(text, self)
        set_role(button, "quiet" if what == "remove" else "secondary")
        button.setAccessibleName(f"{text}: {self.told.thing.text('title')}")
        button.setAccessibleDescription(self.facts.text())
        button.clicked.connect(partial(self._on_clicked, what))
        return button

    def _offers(self) -> Sequence[tuple[str, str]]:
        minutes = ("minutes", self.tr("Anteckningar"))
        progress = workshops.progress(self.told.thing)
        begun = progress.begun or progress.ended
        go_on = self.tr("Öppna") if progress.ended else self.tr("Fortsätt")
        if self.told.read_only:
            return (("prepare", self.tr("Visa")), minutes)
        gone = self.tr("Ta bort exemplet") if self.told.thing["sample"] else self.tr("Ta bort")
        return (
            ("lead", go_on if begun else self.tr("Led")),
            ("prepare", self.tr("Förbered")),
            *((minutes,) if begun else ()),
            ("remove", gone),
        )

    def _facts(self) -> str:
        thing, ideas = self.told.thing, self.told.ideas
        agenda = workshops.agenda(thing)
        day = said_day(thing.text("date"), self.told.today)
        steps = self.tr("{n} steg, {time}").format(
            n=len(taken_part(agenda)), time=spent(total(agenda))
        )
        said = ideas_word(ideas) if ideas else ""
        sample = self.tr("Exempel") if thing["sample"] else ""
        starts = thing.text("starts")
        when = " ".join(filter(None, (day, starts)))
        parts = (sample, when, self._state(), thing.text("place"), said, steps)
        return " · ".join(filter(None, parts))

    def _state(self) -> str:
        agenda, progress = workshops.agenda(self.told.thing), workshops.progress(self.told.thing)
        if progress.ended:
            return self.tr("avslutad")
        if not progress.begun:
            return self.tr("planerad")
        here, of = place_of(agenda, progress.step)
        return self.tr("pågår, steg {here} av {of}").format(here=here, of=of)

    def _on_clicked(self, what: str, _checked: bool = False) -> None:
        self.asked.emit(what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where it is narrow."""
        super().resizeEvent(event)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self.width() < self._narrow else right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete, as lists do."""
        if event.key() == Qt.Key.Key_Delete and "remove" in self.buttons:
            self.asked.emit("remove")
        else:
            super().keyPressEvent(event)
