"""An open plan in the window: its desk, its places, and what the top bar shows of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.model.rules import OWN as OWN_LEVEL
from nvworkshop.model.things import Thing
from nvworkshop.session.live import Delta, Opened
from nvworkshop.strategy import Strategy
from ui.actions import PAPER, PLAN, REDO, UNDO, WRITE
from ui.desk import Desk
from ui.plan.arrangement import Filter
from ui.plan.page import PlanPage
from ui.saving import SaveState
from ui.window.copy_offers import CopyOffers
from ui.window.leftovers import LeftoversPanel
from ui.window.own_work import OwnWork
from ui.window.place_pages import PlacePages
from ui.window.place_stack import PlaceStack
from ui.window.places import FIRST, FOLLOWED, INCOMING, OVERALL, OWN, prints
from ui.window.protection import Protection
from ui.window.reminding import Reminding
from ui.window.taking_in import TakingIn
from ui.words import tr

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

_STANDS = {
    "action": "plan",
    "joint_action": "plan",
    "idea": "workshop",
    "indicator": "followup",
    "workshop": "workshop",
    "decision": "anchoring",
    "assignment": "followup",
    "event": "followup",
}
"""The place where a thing of a kind is shown by itself."""


class PlanView(QWidget):
    """One open plan; made when it is opened and gone when it is closed."""

    refused = Signal(object)  # PlanError

    def __init__(self, place: Path, window: MainWindow) -> None:
        """Open the plan at `place`."""
        super().__init__(window)
        self._window = window
        self.desk = Desk(place, window.surroundings(), window)
        self._taking_in = TakingIn(self, window)
        self._own = OwnWork(self, window)
        self.page = PlanPage(self.desk, window.actions_table, window.theme, window.settings, self)
        makers = {
            **PlacePages(self, window).makers(),
            "plan": lambda: self.page,
            "own_plan": self._own.make_page,
            INCOMING: self._taking_in.make_page,
        }
        self.places = PlaceStack(makers, FIRST, self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.places, 1)
        self._offers = CopyOffers(self.desk, window.messages, self)
        self._protection = Protection(self.desk, window.messages, self._offer_copy, self)
        self.reminding = Reminding(
            self.desk, window.messages, window.settings, self._show_reminded, self
        )
        self._connect()
        self.setAcceptDrops(True)
        self.desk.open()

    def _connect(self) -> None:
        desk, window = self.desk, self._window
        desk.opened.connect(self._on_opened)
        desk.refused.connect(self.refused)
        desk.changed.connect(self._on_changed)
        desk.saved.connect(self._on_saved)
        desk.told.connect(window.tell)
        desk.warned.connect(window.warn)
        desk.failed.connect(window.tell_error)
        self.page.told.connect(window.tell)
        window.top_bar.searched.connect(self._on_searched)
        self.page.cleared.connect(window.top_bar.search.clear)
        self.places.place_shown.connect(self._on_place_shown)

    def keep(self) -> None:
        """Keep what is being typed."""
        if self.desk.plan is not None:
            for page in self.places.made:
                page.keep()

    def show_place(self, place: str) -> None:
        """Show a place of the plan, and put the keys there."""
        if self.desk.plan is not None:
            self.places.show_place(place)
            self.focus()

    def focus(self) -> None:
        """Put the keys where the work is in the place that is shown."""
        self.places.shown.focus()

    def next_part(self) -> None:
        """Go from the top bar through the parts of the place and round again."""
        if not self.places.next_part():
            self._window.top_bar.focus_search()

    @Slot(object)
    def show_rows(self, wanted: Filter) -> None:
        """Show some rows of the plan's table."""
        self.show_place("plan")
        self.page.show_rows(wanted)

    @Slot(str)
    def write_new(self, action: str) -> None:
        """Show a new action in the plan's table, with the keys in its title."""
        self.show_place("plan")
        self.page.write_new(action)

    @Slot(str)
    def show_action(self, action: str) -> None:
        """Show an action in the plan's table."""
        self.show_place("plan")
        self.page.show_thing("action", action)

    @Slot(str, str)
    def show_thing(self, kind: str, entity: str) -> None:
        """Show a thing where it stands; what stands nowhere by itself is left as it is."""
        if kind in _STANDS:
            self.show_place(_STANDS[kind])
            self.places.shown.show_thing(kind, entity)

    def show_report(self, report: str, of: str) -> None:
        """Show a report of a workshop, a receipt or a day, to save or print it."""
        from ui.reports.page import ReportsPage  # when it is used

        self.show_place("reports")
        page = self.places.shown
        if isinstance(page, ReportsPage):
            page.show_report(report, of)

    @Slot()
    def start_follow_up(self) -> None:
        """Ask for a new workshop that follows the plan up."""
        from ui.workshop.page import WorkshopPage  # when it is used

        self.show_place("workshop")
        page = self.places.shown
        if isinstance(page, WorkshopPage):
            page.ask_new(following_up=True)

    def close_room(self) -> None:
        """End what is led in the room: the plan is closed."""
        for page in self.places.made:
            page.close_place()

    def _show_reminded(self, kind: str, entity: str) -> None:
        """Show what the reminder is about, with the keys in it."""
        self.show_thing(kind, entity)
        self.focus()

    @Slot(str)
    def make_own(self, principal: str = "") -> None:
        """Make a huvudman's own plan of this one; ask whose when none is named."""
        self.keep()
        self._own.make_own(principal)

    def share(self) -> None:
        """Let out of a huvudman's own plan what it shares."""
        self.keep()
        self._own.share()

    def take_in(self, place: Path | None = None) -> None:
        """Take in a list of actions; ask which when none is named."""
        self._taking_in.take_in(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list that can be read."""
        self._taking_in.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in the list that was dropped."""
        self._taking_in.drop(event)

    @Slot(str)
    def _on_place_shown(self, place: str) -> None:
        self._window.top_bar.show_place(place)
        self._hold_paper(place)
        if self.desk.plan is not None and place != INCOMING:
            self._window.settings.put(_place_key(self.desk.plan), place)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        """Show what is found where it is: in the table. The keys stay in the search field."""
        if text and self.desk.plan is not None:
            self.places.show_place("plan")
        self.page.search(text)

    def _on_opened(self, opened: Opened) -> None:
        window = self._window
        held = {PLAN} if opened.read_only else {PLAN, WRITE}
        level = opened.plan.text("level") if opened.plan is not None else ""
        held.add(OWN if level == OWN_LEVEL else FOLLOWED)
        if level == "overall":
            held.add(OVERALL)
        among = (PLAN, OVERALL, OWN, FOLLOWED, WRITE, UNDO, REDO)
        window.actions_table.hold(held, among=among)
        self._show_name(opened.plan)
        self._show_steps(opened.undo_label, "")
        self._show_last_place(opened)
        for note in opened.notes:
            window.warn(note)
        if opened.read_only:
            text = self.tr("Spara en kopia…")
            window.messages.show_message(opened.read_only, "info", text, self._offer_copy)
        else:
            self._tell_of_conflicts(opened)
        self._protection.show(opened.protected)
        if opened.leftovers:
            panel = LeftoversPanel(opened.leftovers, window.theme, self)
            panel.dismissed.connect(self.desk.dismiss_leftovers)
            self._lines.insertWidget(0, panel)
        self.reminding.begin()
        window.start.remember(self.desk)
        QTimer.singleShot(0, window.plan_shown.emit)
        if not opened.read_only:
            self._offers.begin()

    def _hold_paper(self, place: str) -> None:
        held = (PAPER,) if prints(place) else ()
        self._window.actions_table.hold(held, among=(PAPER,))

    def _tell_of_conflicts(self, opened: Opened) -> None:
        """Say that a länsdel's own plan has conflicts to decide, as when länet has left them."""
        rows = (row for of in opened.rows.values() for row in of.values())
        count = sum(len(row.thing.conflicts) for row in rows)
        if not count or not (opened.plan and opened.plan["county_part"]):
            return
        from ui.merge.words import conflicts_word  # seldom

        text = self.tr("Planen har {n} att avgöra. Länet väntar på svaret om filen kom därifrån.")
        self._window.messages.show_message(
            text.format(n=conflicts_word(count)),
            "info",
            self.tr("Avgör"),
            lambda: self.show_place("merge"),
        )

    def _offer_copy(self) -> None:
        self._window.actions_table["file.copy"].trigger()

    def _show_last_place(self, opened: Opened) -> None:
        """Show the place where the plan was left; an empty overall plan begins by gathering."""
        self._window.top_bar.show_place(FIRST)
        self._hold_paper(FIRST)
        plan = opened.plan
        if plan is not None:
            gathers = plan.text("level") == "overall" and not opened.rows["action"]
            own = plan.text("level") == OWN_LEVEL
            first = "own_plan" if own else "merge" if gathers else FIRST
            self.show_place(self._window.settings.get(_place_key(plan), first))

    def _on_changed(self, delta: Delta) -> None:
        self._show_name(delta.plan)
        self._show_steps(delta.undo_label, delta.redo_label)

    def _on_saved(self, state: SaveState) -> None:
        if state.problem is not None or not state.waiting:
            self._protection.follow(state.problem)
        self._window.top_bar.save_view.show_state(state, self.desk.place, self.desk.read_only)

    def _show_name(self, plan: Thing | None) -> None:
        title = plan.text("title") if plan is not None else ""
        where = _whose(plan, self.desk.strategy) if plan is not None else ""
        state = self.tr("Exempel") if plan is not None and plan["sample"] else ""
        shown = title or self.desk.place.name
        line = " · ".join(one for one in (where, state) if one) or self.desk.place.name
        self._window.top_bar.show_plan(shown, line)
        self._window.setWindowTitle(f"{shown} – NV Workshop")

    def _show_steps(self, undo: str, redo: str) -> None:
        actions = self._window.actions_table
        actions.set_step("edit.undo", undo)
        actions.set_step("edit.redo", redo)
        held = {name for name, label in ((UNDO, undo), (REDO, redo)) if label}
        actions.hold(held, among=(UNDO, REDO))


def _whose(plan: Thing, strategy: Strategy) -> str:
    """Say whose plan it is: the länsdel, or the huvudman whose own it is."""
    if plan.text("level") == OWN_LEVEL:
        who = tr(strategy.label("principal", plan.text("principal")))
        return tr("{who}s egen plan").format(who=who)
    return tr(strategy.label("county_part", plan.text("county_part")))


def _place_key(plan: Thing) -> str:
    return f"plan/{plan.id}/place"
