"""The place Övergripande plan: the county's plan seen in four ways, and decided row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.overall import County, Entry, handle
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.overall.bar import COUNTY, DECISIONS, PRINCIPALS
from ui.overall.handing_back import HandingBack
from ui.overall.menu import OverallMenu
from ui.overall.nodes import Node, filtered, of_county
from ui.overall.overlaps import Overlaps
from ui.overall.page_frame import OverallFrame
from ui.overall.seeing import Seen, look
from ui.overall.words import UNDECIDED, as_text, left_sentence
from ui.theme.theme import Theme
from ui.window.choosing import Choosing
from ui.window.places import keys_of
from ui.words import tr

_REST = 60
"""Milliseconds of rest after a change before the plan is asked anew."""

_MERGE = "merge"
"""The place where plans are merged."""


class OverallPage(OverallFrame):
    """One open plan of a county. It is asked anew when the plan changes, while it is seen."""

    told = Signal(str)
    thing_asked = Signal(str, str)  # kind, id: show it where it stands
    place_asked = Signal(str)
    own_asked = Signal(str)  # the huvudman whose own plan is to be made, "" for whichever

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(desk, theme, parent)
        self._handing = HandingBack(self, choosing)
        self._seen: Seen | None = None
        self._nodes: tuple[Node, ...] = ()
        self._principal: str | None = None
        self._stale = True
        self._asked = False
        self._after = ""
        self._overlaps = Overlaps(desk, self)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        self.desk.opened.connect(self._on_opened)
        self.desk.changed.connect(self._on_changed)
        self.bar.seen_asked.connect(self._on_way)
        self.bar.principal_asked.connect(self._on_principal)
        self.bar.filter_asked.connect(self._show_filtered)
        self.bar.left.connect(self.focus_rows)
        self.tree.handled.connect(self._handle)
        self.tree.opened.connect(self._open)
        self.tree.copy_asked.connect(self._copy)
        self.tree.menu_asked.connect(self._on_menu)
        self.reason.closed.connect(self._on_reason_closed)
        self._overlaps.found.connect(self._on_county)

    # What the window asks

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        self.reason.keep()

    def close_place(self) -> None:
        """Stop what is being compared: the plan is being closed."""
        self._overlaps.close()

    def show_way(self, way: str) -> None:
        """See the plan in another way."""
        self.bar.show_way(way)
        self._on_way(way)

    def show_principal(self, principal: str | None) -> None:
        """See what one huvudman must do, None for all."""
        self._principal = principal
        self.show_way(PRINCIPALS)

    # The plan

    @Slot()
    def refresh(self) -> None:
        """Ask the plan anew, in its thread; what is being asked comes first."""
        if self._asked or self.desk.plan is None:
            return
        self._stale, self._asked = False, True
        wanted = (self.bar.way, self._principal)
        self.desk.ask(partial(look, wanted), while_there(self, self._on_seen))
        if self.bar.way == COUNTY:
            self._overlaps.look()

    def _on_seen(self, seen: Seen) -> None:
        self._asked = False
        self._seen = seen
        way, principal = seen.asked
        if self._stale or (way, principal) != (self.bar.way, self._principal):
            self._stale = True
            self._soon.start(0)
        overall = seen.overall
        if not overall.entries:
            self._show_empty()
            return
        self.turn_to(self.area)
        self.said.setText(" ".join((*seen.county.size, left_sentence(overall))))
        parties = [(one.id, tr(one.label)) for one in overall.duties]
        self.bar.show_state(parties, self._principal, overall.handled[UNDECIDED])
        if way == self.bar.way != COUNTY:
            self._nodes = seen.nodes
            self._show_filtered()

    def _on_county(self, county: County, busy: bool) -> None:
        if self.bar.way == COUNTY:
            self._nodes = of_county(county, comparing=busy)
            self._show_filtered()

    @Slot()
    def _show_filtered(self) -> None:
        words, undecided = self.bar.words, self.bar.undecided.isChecked()
        undecided = undecided and self.bar.way != COUNTY
        nodes = filtered(self._nodes, words, undecided=undecided)
        everyone = self.bar.way == PRINCIPALS and self._principal is None
        folds: Callable[[Node], bool] = _folds_parties if everyone else _folds_none
        self.tree.show_nodes(nodes, _folds_none if words or undecided else folds)
        self._say_nothing(limited=bool(words or undecided))
        self.show_rows(self.tree if nodes else self.nothing)
        self._show_hint()

    def _say_nothing(self, *, limited: bool) -> None:
        if limited:
            button = self.tr("Visa alla rader")
            self.nothing.say(self.tr("Inga rader svarar mot filtret"), "", button)
        elif self.bar.way == DECISIONS:
            text = self.tr(
                "Här samlas det som andra ska besluta om: åtgärder med ett beslut som behövs, och "
                "de du väljer att lyfta med 3."
            )
            self.nothing.say(self.tr("Ingenting kräver beslut än"), text)
        else:
            self.nothing.say(self.tr("Inget att visa här"))

    def _show_empty(self) -> None:
        keys = keys_of(_MERGE)
        text = self.tr(
            "Slå samman länsdelarnas planer först{keys}. Sedan väljer du för varje åtgärd om den "
            "behålls lokalt, blir gemensam eller lyfts för beslut."
        )
        self.empty.say(
            self.tr("Här växer länets plan fram"),
            text.format(keys=f": {keys}" if keys else ""),
            self.tr("Slå samman planer") if keys else "",
        )
        self.turn_to(self.empty)

    def _go_on(self) -> None:
        self.place_asked.emit(_MERGE)

    def _show_hint(self) -> None:
        write = self.tr(
            "Tryck 1: behålls lokalt · 2: gemensam åtgärd · 3: lyfts för beslut · 0: inget val"
        )
        read = self.tr("Retur öppnar · ← → fäller ihop och ut · Ctrl+C kopierar")
        self.hint.setText(read if self.desk.read_only else f"{write} · {read}")

    # What is done here

    @Slot(str)
    def _handle(self, handling: str) -> None:
        """Choose for the chosen local rows, and then ask why."""
        entries = [one for one in self.tree.entries() if not one.is_joint_action]
        if self.desk.read_only or not entries:
            if entries or self.tree.entries():
                self.told.emit(self.desk.read_only or self.tr("Välj en länsdels åtgärd."))
            return
        ids = [one.id for one in entries]
        self._after = self.tree.key_after(ids)
        free = [one for one in entries if not one.part_of]

        def _chosen(session: Session) -> Outcome:
            return handle(session, ids, handling, _kept_reason(free))

        def _ask_why(_: Delta) -> None:
            if handling != UNDECIDED:
                self.reason.ask(free, handling)
            else:
                self._on_reason_closed()

        self.desk.edit(_chosen, while_there(self, _ask_why))

    @Slot()
    def _on_reason_closed(self) -> None:
        """Go on to the next row that waits for a choice."""
        if self.isVisible():
            self.focus_rows()
            self.tree.go_to(self._after)

    @Slot(object)
    def _open(self, entry: Entry) -> None:
        self.thing_asked.emit(entry.thing.kind, entry.id)

    @Slot()
    def _copy(self) -> None:
        entries = self.tree.entries()
        if entries:
            QGuiApplication.clipboard().setText(as_text(entries))
            number = len(entries)
            said = self.tr("1 rad kopierad.") if number == 1 else self.tr("{n} rader kopierade.")
            self.told.emit(said.format(n=number))

    def menu(self) -> QMenu:
        """Return the menu of the chosen rows and of the place; it goes when it is closed."""
        entries = self.tree.entries()
        made = OverallMenu(entries, may_write=not self.desk.read_only, parent=self)
        made.add_handling(self._handle)
        made.add_rows(lambda: self._open(entries[0]), self._copy)
        made.add_folds(lambda folded: self.tree.fold_all(folded=folded))
        made.add_homes(self._seen.homes if self._seen else (), self._handing)
        chosen = self._principal if self.bar.way == PRINCIPALS else None
        made.add_own(self._named(chosen), lambda: self.own_asked.emit(chosen or ""))
        return made

    def _named(self, principal: str | None) -> str:
        """Return the name of a huvudman that can have a plan of its own, "" for none."""
        known = dict(self.desk.strategy.options("principal"))
        return known.get(principal or "", "")

    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    # What happens

    @Slot(str)
    def _on_way(self, way: str) -> None:
        self.bar.show_way(way)
        self._make_stale()

    @Slot(object)
    def _on_principal(self, principal: str | None) -> None:
        self._principal = principal
        self._make_stale()

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        self._make_stale()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if delta.touched:
            self._make_stale()

    def _make_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start(_REST)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _kept_reason(entries: Sequence[Entry]) -> str:
    """Return the reason that all of them have, to stand until another is written."""
    reasons = {one.reason for one in entries}
    return reasons.pop() if len(reasons) == 1 else ""


def _folds_parties(node: Node) -> bool:
    return node.key.startswith("party:")


def _folds_none(_: Node) -> bool:
    return False
