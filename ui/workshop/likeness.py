"""Tells when something like what was just said stands in the plan file already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from nvworkshop.session.similar import Near, near, other_places
from ui.background import Worker
from ui.editor.asking import ask, while_there
from ui.workshop.room import Room

_SOON = 400
"""Milliseconds in which what was said is shown first: comparing shares the processor with it."""


class Likeness(QObject):
    """Looks in a thread of its own, so that the next idea waits for nothing."""

    found = Signal(str)  # a sentence

    def __init__(self, room: Room, parent: QObject) -> None:
        """Start the thread when it is first needed."""
        super().__init__(parent)
        self._room = room
        self._worker: Worker | None = None
        self._idea = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._look)

    def look(self, idea: str) -> None:
        """Compare an idea with the plan's actions soon; what is found is told as a sentence."""
        self._idea = idea
        self._soon.start()

    def _look(self) -> None:
        """Ask whose the other plans in the file are, then compare."""
        if self._room.actions or self._room.things("joint_action"):
            ask(self._room.desk, self, other_places, self._compare)

    def _compare(self, places: dict[str, str]) -> None:
        idea = self._idea
        row = self._room.desk.rows["idea"].get(idea)
        actions, joint = self._room.actions, self._room.things("joint_action")
        if row is None:
            return
        if self._worker is None:
            self._worker = Worker("likeness", self)
        own = tuple(one.id for one in actions if idea in one.items("ideas"))
        text, shift = row.thing.text("title"), row.thing.text("shift")
        self._worker.do(
            partial(
                near, text, shift, [*actions, *joint], self._room.strategy, places=places, but=own
            ),
            while_there(self, self._tell),
        )

    def _tell(self, nearest: tuple[Near, ...]) -> None:
        if not nearest:
            return
        said = ", ".join(map(self._named, nearest))
        self.found.emit(self.tr("Liknande finns: {what}").format(what=said))

    def _named(self, one: Near) -> str:
        if one.kind == "joint_action":
            return self.tr("gemensam åtgärd ”{title}”").format(title=one.title)
        named = self.tr("åtgärd {n} ”{title}”").format(n=one.number, title=one.title)
        return f"{named} ({one.where})" if one.where else named
