"""Taking in a list in the window: the place for it, files dropped, and the offer to undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from nvworkshop.session.live import Delta
from ui.widgets.place_page import PlacePage
from ui.window.choosing import dropped_list
from ui.window.places import FIRST, INCOMING

if TYPE_CHECKING:
    from ui.incoming.page import IncomingPage
    from ui.window.main_window import MainWindow
    from ui.window.plan_view import PlanView


class TakingIn(QObject):
    """Of one open plan."""

    def __init__(self, view: PlanView, window: MainWindow) -> None:
        """Listen to the plan."""
        super().__init__(view)
        self._view, self._window = view, window
        self._page: IncomingPage | None = None
        self._said, self._from = "", FIRST
        view.desk.changed.connect(self._on_changed)

    def make_page(self) -> PlacePage:
        """Make the place."""
        from ui.incoming.page import IncomingPage  # when it is first shown

        window = self._window
        self._page = page = IncomingPage(self._view.desk, window.theme, window.choosing, self._view)
        page.taken_in.connect(self._on_taken_in)
        page.left.connect(lambda: self._view.show_place(self._from))
        places = self._view.places
        self._on_place_shown(places.place)
        places.place_shown.connect(self._on_place_shown)
        return page

    def take_in(self, place: Path | None = None) -> None:
        """Show the place and read a file; ask which, unless one is read already."""
        self._view.show_place(INCOMING)
        if self._page is None:
            return
        if place is not None:
            self._page.read(place)
        elif not self._page.holds_file:
            self._page.ask_file()

    def enter(self, event: QDragEnterEvent) -> None:
        """Take a list that can be read, wherever it is dropped."""
        if not self._view.desk.read_only and dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Take in the list that was dropped."""
        found = dropped_list(event.mimeData())
        if found is not None and self._view.desk.plan is not None:
            event.acceptProposedAction()
            self.take_in(found)

    @Slot(str)
    def _on_place_shown(self, place: str) -> None:
        """Remember where to go back to."""
        if place != INCOMING:
            self._from = place

    @Slot(str)
    def _on_taken_in(self, text: str) -> None:
        """Show what has come where it stands, and offer to take it back."""
        kind, entity = self._page.brought if self._page is not None else ("", "")
        if kind:
            self._view.show_thing(kind, entity)
        else:
            self._view.show_place(FIRST)
        self._said = text
        undo = self._window.actions_table["edit.undo"].trigger
        self._window.messages.show_message(text, "ok", self.tr("Ångra"), undo)

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if delta.touched and self._said:
            self._window.messages.withdraw(self._said)  # undo is about something else now
            self._said = ""
