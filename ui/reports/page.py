"""The place Rapporter: choose a report, look at it, and save, print or hand it over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import PlanError, TemplateError
from nvworkshop.session.live import Delta
from nvworkshop.session.moments import Point, points
from nvworkshop.session.reporting import (
    LONGEST,
    Asked,
    Offer,
    Preview,
    offers,
)
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.merge.line_model import Line
from ui.reports.doing import Doing
from ui.reports.making import Making
from ui.reports.opening import open_place
from ui.reports.page_frame import ReportsFrame
from ui.reports.words import lacking
from ui.theme.theme import Theme
from ui.widgets.busy import WAIT
from ui.window.choosing import Choosing

_REST = 120
"""Milliseconds of rest after a choice or a change before the report is made."""

_ALL = 10**9
"""Characters: all of a report is shown."""


class ReportsPage(ReportsFrame):
    """One open plan as documents; what is shown is made anew when the plan changes."""

    place_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        choosing: Choosing,
        parent: QWidget | None = None,
        *,
        opener: Callable[[Path], bool] = open_place,
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(desk, theme, parent)
        self._offers: dict[str, Offer] = {}
        self._shown: Asked | None = None
        self._longest = LONGEST
        self._wanted = "", ""
        self._fails = False
        self.making = Making(desk, theme, self)
        self.doing = Doing(self, choosing, opener)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._late = QTimer(self, singleShot=True, interval=WAIT)
        self._connect()

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self._late.timeout.connect(self._on_late)
        self.desk.opened.connect(self._on_opened)
        self.desk.changed.connect(self._on_changed)
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(lambda _: self.preview.focus())
        self.choices.changed.connect(self._on_chosen)
        self.preview.whole_asked.connect(self._on_whole_asked)
        self.making.made.connect(self._on_made)
        self.making.drawn.connect(self.preview.show_picture)
        self.making.failed.connect(self._on_failed)
        self.making_line.cancelled.connect(self._on_cancelled)
        self.window().installEventFilter(self)

    # What is asked for

    @property
    def offer(self) -> Offer | None:
        """The report that is chosen."""
        return self._offers.get(str(self.list.key))

    @property
    def asked(self) -> Asked | None:
        """All that is chosen of the report; None when it lacks something."""
        offer = self.offer
        if offer is None or self._lacks(offer):
            return None
        names = self.choices.names.isChecked()
        return Asked(offer.name, self.choices.of, self.choices.moment, names)

    @property
    def shown_report(self) -> str:
        """The report that is seen, "" for none."""
        return self._shown.report if self._shown else ""

    def _lacks(self, offer: Offer) -> bool:
        return bool(offer.subject.value) and not offer.choices

    def show_report(self, report: str, of: str = "") -> None:
        """Choose a report, and what it is to be of."""
        self._wanted = report, of
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        report, of = self._wanted
        if report in self._offers:
            self._wanted = "", ""
            if of:
                self.choices.choose_for(self._offers[report].subject, of)
            self.list.go_to(self.list.model_.place_of(report))

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Ask anew which reports there are, and for the one that is chosen."""
        if self.desk.plan is not None:
            self.desk.ask(_offered, while_there(self, self._on_offered))

    def _on_offered(self, found: tuple[list[Offer], list[Point]]) -> None:
        offered, moments = found
        self._offers = {one.name: one for one in offered}
        self.choices.offer_points(moments)
        self.list.show_lines([self._line(one) for one in offered])
        self._go_to_wanted()

    def _line(self, offer: Offer) -> Line:
        own = self.tr("egen mall") if offer.own else ""
        return Line(offer.name, offer.title, offer.about, own)

    @Slot(object)
    def _on_moved(self, _: object) -> None:
        offer = self.offer
        if offer is None:
            return
        self._fails = False
        self.name.setText(offer.title)
        self.about.setText(offer.about)
        self.choices.show_offer(offer)
        self.bar.show_offer(offer)
        self.let_save()
        self._make()

    def let_save(self) -> None:
        """Let what is chosen be saved, unless it lacks something or something is being saved."""
        usable = self.asked is not None and not self._fails and not self.doing.is_busy
        self.bar.let_save(usable)

    @Slot()
    def _on_chosen(self) -> None:
        self._make()

    def _make(self) -> None:
        """Make what is chosen, or say what it lacks."""
        self._say_names()
        asked, offer = self.asked, self.offer
        if asked is None or offer is None:
            self.making.drop()
            self._stop_waiting()
            if offer is not None:
                self._say_lacking(offer)
            return
        if asked != self._shown:
            self._longest = LONGEST
        self.making_line.start(self.tr("Ställer i ordning rapporten…"))
        self._late.start()
        self.making.ask(asked, self._longest)

    def _stop_waiting(self) -> None:
        self.making_line.stop()
        self._late.stop()

    @Slot()
    def _on_late(self) -> None:
        """Show no other report meanwhile than the one that is asked for."""
        if self._shown != self.asked:
            self.preview.show_nothing()

    def _say_names(self) -> None:
        named = self.tr("Namn på personer är med. Dela rapporten bara med dem som behöver namnen.")
        without = self.tr("Namn på personer är inte med: rapporten kan spridas längre än du tänkt.")
        said = named if self.choices.names.isChecked() else without
        self.named.setText(said)
        self.choices.names.setToolTip(said)
        self.choices.names.setAccessibleDescription(said)

    def _say_lacking(self, offer: Offer) -> None:
        said = lacking(offer.subject)
        self._shown = None
        self.preview.say(
            said.title, said.text, said.button, lambda: self.place_asked.emit(said.place)
        )

    def _on_made(self, preview: Preview) -> None:
        self._stop_waiting()
        asked = self.asked
        self.preview.show_preview(preview, same=asked == self._shown)
        self._shown = asked
        self._fails = False
        self.let_save()

    def _on_failed(self, error: PlanError) -> None:
        self._stop_waiting()
        self._shown = None
        if isinstance(error, TemplateError):
            title, button = self.tr("Mallen går inte att använda"), self.tr("Öppna mallmappen")
            self.preview.say(title, error.sentence, button, self.doing.open_templates)
        else:
            said = " ".join(one for one in (error.detail, error.hint) if one)
            self.preview.say(error.title, said)
        self._fails = True
        self.let_save()

    @Slot()
    def _on_cancelled(self) -> None:
        self.making.drop()
        self._late.stop()
        self._shown = None
        text = self.tr("Du avbröt innan rapporten var klar. Det går att spara den ändå.")
        self.preview.say(self.tr("Ingen förhandsvisning"), text, self.tr("Visa"), self._make)

    @Slot()
    def _on_whole_asked(self) -> None:
        self._longest = _ALL
        self._make()

    @Slot()
    def print_if_seen(self) -> None:
        """Print what is chosen, if this is the place that is shown."""
        if self.isVisible():
            self.doing.print()

    # What happens

    def close_place(self) -> None:
        """Let what is being written be done: the plan is being closed."""
        self.making.close()
        self.doing.close()

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        self._refresh_if_seen()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if delta.touched:
            self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read templates anew when somebody comes back from writing in one."""
        if event.type() == QEvent.Type.WindowActivate:
            self._refresh_if_seen()
        return False


def _offered(view: PlanView) -> tuple[list[Offer], list[Point]]:
    return offers(view), points(view)
