"""The place Workshop: its start, preparing one, and the view of the one that is led."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.paper import PRINTS, PaperResult, write_paper
from nvworkshop.session.rehearsal import make_rehearsal, remove_workshop
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView
from nvworkshop.workshop.steps import taken_part
from ui.actions import ROOM, STEP, Actions
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.stack import QuietStack
from ui.window.choosing import PDF, Choosing
from ui.workshop.cards_dialog import CardsDialog
from ui.workshop.leading import Leading
from ui.workshop.lobby import Lobby
from ui.workshop.minutes_dialog import MinutesDialog
from ui.workshop.new_workshop import NewWorkshopDialog
from ui.workshop.preparing import PreparingView
from ui.workshop.projecting import Projecting
from ui.workshop.room import Room


class WorkshopPage(PlacePage):
    """One of three views at a time."""

    told = Signal(str)
    action_asked = Signal(str)
    led = Signal()  # the group is being led: nothing else is to be told of
    report_asked = Signal(str)  # a workshop's id: show its minutes as a report

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        choosing: Choosing,
    ) -> None:
        """Show the start."""
        super().__init__(parent)
        self._desk, self._actions, self._theme = desk, actions, theme
        self._settings, self._choosing = settings, choosing
        self.lobby = Lobby(desk, theme, self)
        self.preparing = PreparingView(desk, theme, self)
        self.leading: Leading | None = None
        self.projecting: Projecting | None = None
        self.stack = QuietStack(self)
        self.stack.addWidget(self.lobby)
        self.stack.addWidget(self.preparing)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.stack)
        self._connect()
        self._connect_commands()

    def _connect(self) -> None:
        self.lobby.lead_asked.connect(self.lead)
        self.lobby.prepare_asked.connect(self.prepare)
        self.lobby.new_asked.connect(self.ask_new)
        self.lobby.follow_up_asked.connect(lambda: self.ask_new(following_up=True))
        self.lobby.remove_asked.connect(self._on_remove)
        self.lobby.minutes_asked.connect(self._on_minutes)
        self.lobby.rehearse_asked.connect(self._rehearse)
        self.preparing.lead_asked.connect(self.lead)
        self.preparing.paper_asked.connect(self._on_paper)
        self.preparing.cards_asked.connect(self._on_cards)
        self.preparing.refused.connect(self._on_refused)
        self.preparing.closed.connect(self.show_lobby)

    def _rehearse(self) -> None:
        """Make the example, and put the keys on what leads it."""
        self._desk.edit(make_rehearsal, while_there(self, self._on_rehearsal))

    @Slot(object)
    def _on_rehearsal(self, made: Delta) -> None:
        self.lobby.go_to(made.entity)

    def _connect_commands(self) -> None:
        does: dict[str, Callable[[Room], None]] = {
            "room.next": lambda room: room.go_by(1),
            "room.previous": lambda room: room.go_by(-1),
            "room.pause": Room.pause,
            "room.more": Room.more,
            "room.silent": lambda room: room.hush(0 if room.silence_left else 3),
            "room.end": Room.end,
        }
        for command, do in does.items():
            self._actions[command].triggered.connect(partial(self._with_room, do))
        self._actions["room.leave"].triggered.connect(self.show_lobby)
        for command in ("show", "freeze", "blank"):
            self._actions[f"room.{command}"].triggered.connect(partial(self._project, command))

    # Which view is shown

    @Slot(str)
    def lead(self, workshop: str, *, begin: bool = True) -> None:
        """Lead a workshop, where the group was; `begin` lets the clock go on."""
        if self.leading is not None and self.leading.room.id == workshop:
            self.stack.setCurrentWidget(self.leading)
            self.focus()
            return
        self._close_leading()
        if not taken_part(workshops.agenda(self._desk.rows["workshop"][workshop].thing)):
            self.prepare(workshop)
            self.told.emit(self.tr("Workshopen har ingen dagordning än. Välj en mall till höger."))
            return
        room = Room(self._desk, workshop, self)
        room.gone.connect(self._on_gone)
        self.leading = Leading(room, self._actions, self._theme, self)
        self.led.emit()
        room.setParent(self.leading)
        self.leading.told.connect(self.told)
        self.leading.action_asked.connect(self.action_asked)
        self.leading.minutes_asked.connect(self._on_minutes)
        self.projecting = Projecting(room, self._theme, self._settings, self.leading)
        self.projecting.shown.connect(self._on_projecting)
        self.projecting.told.connect(self.told)
        self.stack.addWidget(self.leading)
        self.stack.setCurrentWidget(self.leading)
        self._hold()
        if begin and not self._desk.read_only:
            room.begin()
        self.leading.open()
        self.focus()

    @Slot(str)
    def prepare(self, workshop: str) -> None:
        """Prepare a workshop."""
        self.preparing.show_workshop(workshop)
        self.stack.setCurrentWidget(self.preparing)
        self._hold()
        self.focus()

    @Slot()
    def show_lobby(self) -> None:
        """Go to the start of the place; the clock of what is led goes on."""
        self.keep()
        self.lobby.refresh()
        self.stack.setCurrentWidget(self.lobby)
        self._hold()
        self.focus()

    def show_thing(self, kind: str, entity: str) -> None:
        """Show an idea in the workshop it belongs to."""
        row = self._desk.rows[kind].get(entity) if kind == "idea" else None
        workshop = row.thing.text("workshop") if row else ""
        if row is None or workshop not in self._desk.rows["workshop"]:
            return
        self.lead(workshop, begin=False)  # to look at an idea starts nobody's clock
        if self.leading is not None:
            self.leading.show_idea(row.thing)

    # What every place is

    def parts(self) -> Parts:
        """Return the step, and the agenda beside it."""
        if self.leading is not None and self.stack.currentWidget() is self.leading:
            leading = self.leading
            rail = leading.rail.view
            return ((leading.stack, leading.focus), (rail, rail.setFocus))
        if self.stack.currentWidget() is self.preparing:
            return self.preparing.parts()
        return ((self.lobby, self.lobby.focus),)

    def keep(self) -> None:
        """Keep the text of the line."""
        if self.leading is not None:
            self.leading.keep()
        self.preparing.keep()

    def close_place(self) -> None:
        """Stop the clock and close the room's window: the plan is being closed."""
        self._close_leading()

    def _close_leading(self) -> None:
        if self.leading is None or self.projecting is None:
            return
        self.leading.keep()
        self.projecting.close()
        self.leading.room.close()
        self.stack.removeWidget(self.leading)
        self.leading.deleteLater()
        self.leading = self.projecting = None
        self._hold()

    def _hold(self) -> None:
        led = self.leading is not None
        seen = led and self.stack.currentWidget() is self.leading
        held = {name for name, on in ((ROOM, led), (STEP, seen)) if on}
        self._actions.hold(held, among=(ROOM, STEP))

    # What is asked

    def _with_room(self, do: Callable[[Room], None], _checked: bool = False) -> None:
        if self.leading is not None:
            do(self.leading.room)

    def _project(self, what: str, _checked: bool = False) -> None:
        if self.projecting is not None:
            {
                "show": self.projecting.toggle,
                "freeze": self.projecting.freeze,
                "blank": self.projecting.darken,
            }[what]()

    def _on_projecting(self, _: bool) -> None:
        if self.leading is not None and self.projecting is not None:
            self.leading.side.show_projecting(self.projecting.state)

    def ask_new(self, *, following_up: bool = False) -> None:
        """Ask for a new workshop, to make a plan or to follow one up."""
        dialog = NewWorkshopDialog(self._desk, self._theme, self, following_up=following_up)
        dialog.made.connect(self.prepare)
        dialog.open()

    def _on_remove(self, workshop: str) -> None:
        if self.leading is not None and self.leading.room.id == workshop:
            self._close_leading()
        self._desk.edit(partial(_removed, workshop), while_there(self, self._on_removed))

    def _on_gone(self) -> None:
        """Stop leading a workshop that isn't in the plan any more: its making was undone."""
        seen = self.leading is not None and self.stack.currentWidget() is self.leading
        self._close_leading()
        if seen:
            self.show_lobby()

    def _on_removed(self, _: Delta) -> None:
        self.told.emit(self.tr("Workshopen är borttagen. Ångra med Ctrl+Z."))

    def _on_minutes(self, workshop: str) -> None:
        dialog = MinutesDialog(self._desk, workshop, self._theme, self)
        dialog.report_asked.connect(self.report_asked)
        dialog.open()

    def _on_cards(self, workshop: str) -> None:
        CardsDialog(self._desk, workshop, self._theme, self).open()

    def _on_paper(self, what: str) -> None:
        """Ask where the PDF is to lie, and write it."""
        workshop = self.preparing.workshop
        name, _ = PRINTS[what]
        row = self._desk.rows["workshop"].get(workshop)
        title = row.thing.text("title") if row else ""
        place = self._choosing.place_for(self, name, f"{name} {title}".strip(), PDF)
        if place is not None:
            self._desk.ask(
                partial(_printed, what, place, workshop),
                while_there(self, self._on_printed),
                while_there(self, self._on_refused),
            )

    def _on_printed(self, result: PaperResult) -> None:
        n = result.pages
        pages = self.tr("1 sida") if n == 1 else self.tr("{n} sidor").format(n=n)
        said = self.tr("{place} är skriven, {pages}. Öppna den och skriv ut.")
        self.told.emit(said.format(place=result.place.name, pages=pages))

    def _on_refused(self, error: PlanError) -> None:
        self.told.emit(error.sentence)


def _removed(workshop: str, session: Session) -> Outcome:
    return remove_workshop(session, workshop, with_actions=False)


def _printed(what: str, place: Path, workshop: str, view: PlanView) -> PaperResult:
    return write_paper(view, what, place, workshop)
