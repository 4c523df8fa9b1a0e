"""The year wheel: a year month by month to the left, what is chosen to the right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.followup.year import Entry, Sort, Year, year_of
from nvworkshop.model.things import Thing
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView
from nvworkshop.session.year import OPTIONAL, Saved, add_event, all_entries, save_calendar
from ui.assignments.event_form import EventForm
from ui.assignments.fact_card import FactCard
from ui.assignments.month_strip import MonthStrip
from ui.assignments.pane import ThingPane
from ui.assignments.words import said_of, tr, year_lines
from ui.assignments.year_head import YearHead
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.grouped_table import GroupedTable
from ui.widgets.labels import PlainLabel
from ui.widgets.place_page import Parts
from ui.widgets.scrolling import Scrolling
from ui.widgets.style import set_role
from ui.window.choosing import Choosing

_REST = 80
"""Milliseconds of rest after a change before the year is made anew."""

_SHARES = ((21, 110), (40, 160), (22, 120), (17, 80))
_WIDE = (64, 36)
_FIELDS = ("time", "title", "occasion", "body")
"""The field that Enter opens in each column, of what was written here."""

_MOST_LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class _Seen:
    """Everything with a time, and the entries written here by id."""

    entries: tuple[Entry, ...]
    events: dict[str, Thing]


class YearView(QWidget):
    """One year at a time; made anew when the plan changes, while it is seen."""

    told = Signal(str)
    thing_asked = Signal(str, str)

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme, self._choosing = desk, theme, choosing
        self.year = Year(desk.surroundings.today().year, ())
        self._seen = _Seen((), {})
        self._stale, self._wanted, self._field, self._begun = True, "", "", False
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._connect()

    def _build(self) -> None:
        self.left = Scrolling(self)
        self.head = YearHead(self.year.year, self.theme, self)
        self.strip = MonthStrip(self.theme, self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        heads = ("När", "Vad", "Sort", "Organ")
        self.table = GroupedTable([tr(one) for one in heads], _SHARES, self.theme, self, gives=1)
        self.table.setAccessibleName(self.tr("Årshjulet, månad för månad"))
        self.pane = ThingPane(EventForm, self.desk, self.theme, self)
        self.card = FactCard(self.theme, self)
        self.beside = QStackedWidget(self)
        self.beside.addWidget(self.card)
        self.beside.addWidget(self.pane)
        for part in (self.head, self.strip, self.said):
            self.left.lines.addWidget(part)
        self.left.lines.addWidget(self.table, 1)
        self.table.came.connect(lambda: self.left.ensureWidgetVisible(self.table))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.beside)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for place, share in enumerate(_WIDE):
            self.splitter.setStretchFactor(place, share)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.splitter)
        self._space()

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.desk.opened.connect(self._make_stale)
        self.desk.changed.connect(self._on_changed)
        self.theme.changed.connect(self._space)
        self.head.year_asked.connect(self._on_year)
        self.head.sorts_asked.connect(lambda _: self._show())
        self.head.new_asked.connect(self.add)
        self.head.save_asked.connect(self.save)
        self.strip.chosen.connect(self.go_to_month)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.new_asked.connect(partial(self.add, ""))
        self.table.removal_asked.connect(self._on_removal_asked)
        self.card.opened.connect(self.thing_asked)
        self.pane.told.connect(self.told)
        self.pane.made.connect(self._on_form_made)

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self.left.lines.setContentsMargins(px(16), px(8), px(12), px(12))
        self.left.lines.setSpacing(px(8))
        self.beside.setMinimumWidth(px(300))

    def _on_form_made(self, form: EventForm) -> None:
        form.removal_asked.connect(lambda: self.remove(self.pane.shown))

    # What the part asks

    def parts(self) -> Parts:
        """Return what F6 goes round."""
        reason = Qt.FocusReason.OtherFocusReason
        own = self.beside.currentWidget() is self.pane
        to_button = partial(self.card.button.setFocus, reason)
        beside = (self.pane, self.pane.focus) if own else (self.card, to_button)
        seen = own or not self.card.button.isHidden()
        head = (self.head, lambda: self.head.new.setFocus(reason))
        table = (self.table, lambda: self.table.setFocus(reason))
        return (table, *((beside,) if seen else ()), head)

    def keep(self) -> None:
        """Set what is typed."""
        self.pane.keep()

    def show_event(self, entity: str) -> None:
        """Put the keys at an entry that was written here."""
        self._wanted = entity
        self.refresh()

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Look at the plan anew, in its thread."""
        if self.desk.plan is not None:
            self._stale = False
            self.desk.ask(_looked, while_there(self, self._on_seen))

    def _on_seen(self, seen: _Seen) -> None:
        self._seen = seen
        offered = [(one.id, one.name) for one in self.desk.strategy.yearly]
        self.head.show_state(offered, Counter(one.sort for one in seen.entries))
        self.head.new.setEnabled(not self.desk.read_only)
        self._show(follow=self._wanted or self._written)

    @property
    def _written(self) -> str:
        """The id of the entry whose form is shown, "" for none."""
        return self.pane.shown if self.beside.currentWidget() is self.pane else ""

    def _show(self, *, follow: str = "") -> None:
        """Show the year that is chosen, of the sorts that are; `follow` an entry to its year."""
        today = self.desk.surroundings.today()
        self._follow(follow)
        wanted = self.head.sorts or frozenset(set(Sort) - OPTIONAL)
        entries = [one for one in self._seen.entries if one.sort in wanted]
        self.year = year_of(entries, self.head.year)
        self.said.setText(said_of(self.year, today))
        now = today.month if today.year == self.year.year else 0
        self.strip.show_counts([len(one.entries) for one in self.year.months], now)
        keys = [one.key for one in self._all if one.is_own and one.entity == follow]
        self.table.show_lines(year_lines(self.year, today), keys[0] if keys else self._first(today))
        if keys and follow == self._wanted:
            self.table.go_to(keys[0])
            self._wanted = ""
            if self._field:
                self.pane.show_field(self._field)
                self._field = ""

    def _follow(self, entity: str) -> None:
        """Turn to the year of an entry, when it is in another or of a sort that is not shown."""
        found = [one for one in self._seen.entries if one.is_own and one.entity == entity]
        if found and self.head.sorts and found[0].sort not in self.head.sorts:
            self.head.choose_sorts(frozenset(), tell=False)
        if found and found[0].day is not None and not year_of(found, self.head.year).entries:
            self.head.go_to(found[0].day.year, tell=False)

    def _first(self, today: date) -> str:
        """Return the key of what comes next, the first time there is something."""
        if self._begun or not self.year.entries:
            return ""
        self._begun = True
        coming = (one for one in self.year.entries if one.day and one.day >= today)
        return next(coming, self.year.entries[-1]).key

    @property
    def _all(self) -> tuple[Entry, ...]:
        return (*self.year.entries, *self.year.undated)

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a row."""
        return next((one for one in self._all if one.key == key), None)

    @Slot(int)
    def go_to_month(self, number: int) -> None:
        """Put the keys at the first of a month."""
        entries = self.year.months[number - 1].entries
        if entries:
            self.table.go_to(entries[0].key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        entry = self.entry(key)
        event = self._seen.events.get(entry.entity) if entry and entry.is_own else None
        self.pane.show_thing(event)
        self.card.show_entry(entry)
        self.beside.setCurrentWidget(self.pane if event else self.card)

    @Slot(str, int)
    def _on_opened(self, key: str, column: int) -> None:
        entry = self.entry(key)
        if entry is None:
            return
        if entry.is_own:
            self.pane.show_field(_FIELDS[column])
        elif not self.card.button.isHidden():
            self.thing_asked.emit(entry.kind, entry.entity)

    # What is done

    @Slot(str)
    def add(self, occasion: str) -> None:
        """Begin an entry; the strategy may say what it is called."""
        if self.desk.read_only:
            return
        self.keep()

        def _added(delta: Delta) -> None:
            self._wanted, self._field = delta.entity, "time" if occasion else "title"
            self.refresh()

        change = partial(_begun, occasion, self.head.year)
        self.desk.edit(change, while_there(self, _added))

    @Slot(str)
    def _on_removal_asked(self, key: str) -> None:
        entry = self.entry(key)
        if entry is None:
            return
        if entry.is_own:
            self.remove(entry.entity)
        else:
            self.told.emit(self.tr("Det tas bort där det står. Retur öppnar det."))

    def remove(self, entity: str) -> None:
        """Remove an entry that was written here; undo brings it back."""
        if entity and not self.desk.read_only:
            self.desk.edit(lambda session: session.remove(entity))
            self.told.emit(self.tr("Händelsen är borttagen. Ctrl+Z tar tillbaka den."))

    @Slot()
    def save(self) -> None:
        """Ask where the calendar file is to be, and write what is shown to it."""
        self.keep()
        name = self.tr("Årshjul {year}").format(year=self.head.year)
        title = self.tr("Spara som kalenderfil")
        place = self._choosing.place_for(self, title, name, (".ics", self.tr("Kalender")))
        if place is not None:
            self.save_to(place)

    def save_to(self, place: Path) -> None:
        """Write the year that is shown, of the sorts that are, to a file."""
        sorts = self.head.sorts or frozenset(set(Sort) - OPTIONAL)
        year = self.head.year
        question = partial(save_calendar, place=place, year=year, sorts=sorts)
        self.desk.ask(question, while_there(self, self._on_saved))

    def _on_saved(self, saved: Saved) -> None:
        text = self.tr("{n} händelser är skrivna till {file}.")
        parts = [text.format(n=saved.count, file=saved.place), *saved.left_out[:_MOST_LEFT_OUT]]
        more = len(saved.left_out) - _MOST_LEFT_OUT
        if more > 0:
            parts.append(self.tr("{n} till är inte med.").format(n=more))
        self.told.emit(" ".join(parts))

    # What happens

    @Slot(int)
    def _on_year(self, _: int) -> None:
        self._show()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if delta.touched:
            self._make_stale()

    def _make_stale(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _looked(view: PlanView) -> _Seen:
    events = {one.id: one for one in view.things("event")}
    return _Seen(tuple(all_entries(view)), events)


def _begun(occasion: str, year: int, session: Session) -> Outcome:
    return add_event(session, occasion, year=year)
