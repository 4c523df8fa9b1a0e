"""Asks for fields of one action in a row, and sets them in the plan."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from nvworkshop.errors import PlanError
from nvworkshop.model.text import sort_key
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.rows import Row
from nvworkshop.session.session import Session
from ui.editor.asking import while_there
from ui.workshop.action_model import action_row
from ui.workshop.quick_fields import FIELDS, QuickFields
from ui.workshop.room import Room


class Asking(QObject):
    """The row of fields of a step, and which action it is about."""

    finished = Signal()  # the fields are set, or left for later
    refused = Signal(str)  # a sentence about an action that is not asked about any more

    def __init__(self, room: Room, quick: QuickFields, parent: QObject) -> None:
        """Serve a row of fields."""
        super().__init__(parent)
        self._room, self._quick = room, quick
        self._action = ""
        self._drafted: set[tuple[str, str]] = set()  # actions and fields
        quick.drafted.connect(self._on_drafted)
        quick.given.connect(self._on_given)
        quick.left.connect(self._on_left)

    def ask(self, row: Row, names: Sequence[str] = FIELDS, heading: str = "") -> None:
        """Ask for fields of an action; what was asked for before is kept as far as it came."""
        self._quick.give()
        self._action = row.thing.id
        shown = action_row(row)
        named = self.tr("Åtgärd {n}: {title}").format(n=shown.number, title=shown.title)
        self._quick.ask(heading or named, row.texts, self._offered(), names)

    def _offered(self) -> dict[str, list[str]]:
        """Return the huvudmän, and the functions of those who have come."""
        coming = (one.text("function") for one in self._room.participants)
        return {
            "principal": [label for _, label in self._room.strategy.options("principal")],
            "function": sorted(filter(None, set(coming)), key=sort_key),
        }

    def leave(self) -> None:
        """Keep what is typed so far, and take the row away."""
        self._quick.give()
        self._quick.hide()

    @Slot(dict)
    def _on_given(self, values: Mapping[str, str]) -> None:
        if not values:
            self._on_set(self._action)
            return
        self._room.desk.edit(
            partial(_set, self._action, dict(values)),
            while_there(self, partial(self._on_set, self._action)),
            while_there(self, partial(self._on_refused, self._action)),
        )

    @Slot(dict)
    def _on_drafted(self, values: Mapping[str, str]) -> None:
        """Keep what is typed through a crash."""
        for field, text in values.items():
            self._drafted.add((self._action, field))
            self._room.desk.draft("action", self._action, field, text)
        self._drop(self._action, but=values)

    @Slot()
    def _on_left(self) -> None:
        self._drop(self._action)
        self.finished.emit()

    def _drop(self, action: str, *, but: Container[str] = ()) -> None:
        """Forget the drafts of an action: they are set, or nobody wants them."""
        for at in [one for one in self._drafted if one[0] == action and one[1] not in but]:
            self._drafted.discard(at)
            self._room.desk.draft("action", *at, None)

    def _on_set(self, action: str, _delta: Delta | None = None) -> None:
        self._drop(action)
        if action == self._action:
            self._quick.hide()
            self.finished.emit()

    def _on_refused(self, action: str, error: PlanError) -> None:
        if action == self._action:
            self._quick.refuse(error.sentence)
        else:
            self.refused.emit(error.sentence)


def _set(action: str, values: dict[str, str], session: Session) -> Outcome:
    return session.set(action, values)
