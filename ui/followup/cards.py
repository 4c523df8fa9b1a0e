"""The four figures that are read first, in cards side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nvworkshop.followup.series import Standing
from nvworkshop.session.standing import Period, Standings
from ui.editor.dates import day as day_word
from ui.followup.figure_card import FigureCard
from ui.followup.number import Number
from ui.followup.words import moved_aloud, moved_word, percent_word, short_day
from ui.theme.theme import Theme

_NARROWEST = 230
"""Design pixels of a card; where there is less room they go on beneath."""


class FigureCards(QWidget):
    """Actions in time and late, indicators on their way, and what is to be reported next."""

    rows_asked = Signal(object)  # Among: actions
    indicators_asked = Signal(object)  # Among
    assignments_asked = Signal(object)  # Among
    moved_asked = Signal()  # what has happened since last time

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the cards."""
        super().__init__(parent)
        self._theme = theme
        self.in_time = FigureCard(self.tr("Åtgärder i tid"), theme, self)
        self.late = FigureCard(self.tr("Försenade"), theme, self)
        self.on_way = FigureCard(self.tr("Indikatorer på väg mot mål"), theme, self, notes=3)
        self.report = FigureCard(self.tr("Nästa återrapportering"), theme, self)
        self.cards = (self.in_time, self.late, self.on_way, self.report)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self._connect()

    def _connect(self) -> None:
        for number in (self.in_time.number, self.late.number, *self.late.notes):
            number.asked.connect(self.rows_asked)
        self.in_time.notes[0].asked.connect(lambda _: self.moved_asked.emit())
        for number in (self.on_way.number, *self.on_way.notes):
            number.asked.connect(self.indicators_asked)
        self.report.number.asked.connect(self.assignments_asked)

    @property
    def numbers(self) -> list[Number]:
        """The numbers that are shown, in the order they are read."""
        several = (number for card in self.cards for number in (card.number, *card.notes))
        return [one for one in several if one.text()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for: all, two or one."""
        super().resizeEvent(event)
        room = self.width() // self._theme.px(_NARROWEST)
        columns = 4 if room >= len(self.cards) else 2 if room >= 2 else 1  # noqa: PLR2004
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setSpacing(self._theme.px(14))
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def show_standings(self, of: Standings) -> None:
        """Show the figures of today."""
        now = of.now
        in_time = percent_word(now.percent_in_time)
        said = self.tr("{n} av {all} åtgärder är i tid").format(
            n=len(now.in_time), all=len(now.rows)
        )
        self.in_time.number.show_number(in_time, self.tr("I tid"), now.in_time, aloud=said)
        self.in_time.say(said)
        self._show_late(of)
        self._show_indicators(of)
        self._show_report(of)
        for card in self.cards:
            card.settle()

    def show_period(self, period: Period | None, of: Standings) -> None:
        """Show how far what is in time has moved since last time."""
        note = self.in_time.notes[0]
        points = period.compared.points if period else None
        when = short_day(period.then, of.today) if period else ""
        level = "ok" if (points or 0) > 0 else "danger" if (points or 0) < 0 else ""
        note.show_number(
            moved_word(points, when), "", ("",), aloud=moved_aloud(points, when), level=level
        )
        note.setAccessibleDescription(self.tr("Visar vad som har hänt sedan dess"))
        self.in_time.settle()

    def _show_late(self, of: Standings) -> None:
        late, unowned = of.now.late, of.now.late_unowned
        self.late.number.show_number(
            str(len(late)), self.tr("Försenade"), late, level="danger" if late else ""
        )
        text = self.tr("{n} saknar ansvarig").format(n=len(unowned)) if unowned else ""
        self.late.notes[0].show_number(text, self.tr("Försenade utan ansvarig"), unowned)
        told = self.tr("Alla har en ansvarig") if late else self.tr("Inget är försenat")
        self.late.say("" if unowned else told)

    def _show_indicators(self, of: Standings) -> None:
        number, total = of.on_way, len(of.indicators)
        text = self.tr("{n} av {all}").format(n=len(number), all=total) if total else "–"
        self.on_way.number.show_number(text, self.tr("På väg mot mål"), number)
        told = (
            (self.tr("{n} saknar mätvärde"), self.tr("Saknar mätvärde"), Standing.UNMEASURED),
            (self.tr("{n} inte på väg"), self.tr("Inte på väg"), Standing.NOT_ON_WAY),
            (self.tr("{n} går inte att bedöma"), self.tr("Går inte att bedöma"), Standing.UNKNOWN),
        )
        for note, (words, name, standing) in zip(self.on_way.notes, told, strict=True):
            ids = of.indicators_that(standing)
            note.show_number(words.format(n=len(ids)) if ids else "", name, ids)
        self.on_way.say("" if total else self.tr("Inga indikatorer än"))

    def _show_report(self, of: Standings) -> None:
        next_ = of.reporting
        text = short_day(next_.last, of.today) if next_ else "–"
        ids = next_.ids if next_ else ()
        aloud = self.tr("Nästa återrapportering: {day}").format(
            day=day_word(next_.last) if next_ else self.tr("ingen")
        )
        level = "danger" if next_ and next_.late else ""
        name = self.tr("Nästa återrapportering")
        self.report.number.show_number(text, name, ids, aloud=aloud, level=level)
        said = ", ".join(next_.bodies) if next_ else self.tr("Inget uppdrag att redovisa")
        late = self.tr("Försenad") if next_ and next_.late else ""
        meeting = self.tr("Nästa möte {when}").format(when=of.next_meeting)
        parts = (late, said, meeting if of.next_meeting else "")
        self.report.say(" · ".join(one for one in parts if one))
