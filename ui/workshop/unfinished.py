"""What is typed in the line and not sent: the same in every step, and kept through a crash."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.workshop.capture import CaptureLine
from ui.workshop.room import Room


class Unfinished(QObject):
    """Holds a line to the room's unfinished text; not while the line edits an idea."""

    def __init__(
        self, room: Room, line: CaptureLine, parent: QObject, *, editing: Callable[[], bool]
    ) -> None:
        """Follow what is typed."""
        super().__init__(parent)
        self._room, self._line, self._editing = room, line, editing
        line.textEdited.connect(self._on_typed)
        line.drafted.connect(self._on_drafted)

    def show(self) -> None:
        """Put the text in the line."""
        if not self._editing() and self._line.text() != self._room.unfinished:
            self._line.take(self._room.unfinished)

    def put(self, text: str) -> None:
        """Let this be what is typed: a text that came back, or "" when it was sent."""
        if not self._editing():
            self._room.unfinished = text
        self._line.take(text)

    def forget(self) -> None:
        """Forget the draft, and what an earlier crash left, once the line is empty."""
        if self._room.unfinished:
            return
        self._room.desk.draft("workshop", self._room.id, "unfinished", None)
        if self._room.workshop.text("unfinished"):
            self._room.edit(partial(_finished, self._room.id))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if not self._editing():
            self._room.unfinished = text

    @Slot(str)
    def _on_drafted(self, _text: str) -> None:
        if self._room.unfinished:
            self._room.desk.draft("workshop", self._room.id, "unfinished", self._room.unfinished)
        elif not self._room.desk.read_only:
            self.forget()


def _finished(workshop: str, session: Session) -> Outcome:
    return session.write("", {("workshop", workshop): {"unfinished": None}}, undoable=False)
