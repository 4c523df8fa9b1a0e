"""Tells when something like what was just said stands in the plan already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.session.similar import Near, near
from ui.background import Worker
from ui.editor.asking import while_there
from ui.workshop.room import Room


class Likeness(QObject):
    """Looks in a thread of its own, so that the next idea waits for nothing."""

    found = Signal(str)  # a sentence

    def __init__(self, room: Room, parent: QObject) -> None:
        """Start the thread when it is first needed."""
        super().__init__(parent)
        self._room = room
        self._worker: Worker | None = None

    def look(self, idea: str) -> None:
        """Compare an idea with the plan's actions; what is found is told as a sentence."""
        row = self._room.desk.rows["idea"].get(idea)
        actions = self._room.actions
        if row is None or not actions:
            return
        self._worker = self._worker or Worker("likeness", self)
        own = tuple(one.id for one in actions if idea in one.items("ideas"))
        text, shift = row.thing.text("title"), row.thing.text("shift")
        self._worker.do(
            partial(near, text, shift, actions, self._room.strategy, own),
            while_there(self, self._tell),
        )

    def close(self) -> None:
        """End the thread."""
        if self._worker is not None:
            self._worker.stop(1)

    def _tell(self, nearest: tuple[Near, ...]) -> None:
        if not nearest:
            return
        said = [
            self.tr("åtgärd {n} ”{title}”").format(n=one.number, title=one.title)
            + (f" ({one.where})" if one.where else "")
            for one in nearest
        ]
        self.found.emit(self.tr("Liknande finns: {what}").format(what=", ".join(said)))
