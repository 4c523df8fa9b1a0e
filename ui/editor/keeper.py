"""Sends what is written to the plan, keeps drafts of what is not, and what it could not take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.fields import Field
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.editor.edits import Edit, make

Key = tuple[str, str, str]
"""Kind, id and field. Of several things, the id of the first."""

_DRAFT_AFTER = 250
"""Milliseconds from a key to the draft that survives a crash."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that could not be set, and why; kept until it is mended or taken back.

    `may_keep` is whether the person may set it all the same.
    """

    text: str
    sentence: str
    may_keep: bool = False


class Keeper(QObject):
    """One way to the plan for every field of the form."""

    settled = Signal(object)  # Key: nothing of this field is under way any more
    refused = Signal(object)  # Key: the plan could not take what was sent

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Keep for this desk."""
        super().__init__(parent)
        self._desk = desk
        self.refusals: dict[Key, Refusal] = {}
        self._under_way: Counter[Key] = Counter()
        self._typed: dict[Key, Callable[[], str]] = {}
        self._drafted: set[Key] = set()
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._soon.timeout.connect(self.send_drafts)

    def is_under_way(self, key: Key) -> bool:
        """Tell whether the plan has not yet answered for this field."""
        return self._under_way[key] > 0

    def make(
        self,
        kind: str,
        entities: Sequence[str],
        field: Field,
        edit: Edit,
        *,
        text: str,
        label: str,
        anyway: bool = False,
    ) -> None:
        """Set the field in the things, as one step; `settled` or `refused` follows.

        `text` is what was typed, to keep if the plan can't take it. `anyway` is a person's answer
        to a refusal that lets it be kept.
        """
        key = (kind, entities[0], field.name)
        ids = tuple(entities)
        self._under_way[key] += 1
        self._typed.pop(key, None)
        self.refusals.pop(key, None)

        def _failed(error: PlanError) -> None:
            self.refuse(key, text, error)
            self._settle(key)

        def _make(session: Session) -> Outcome:
            return make(session, (kind, ids), field, edit, label)

        self._desk.edit(
            kept_anyway(_make) if anyway else _make,
            while_there(self, lambda _: self._kept(key)),
            while_there(self, _failed),
        )

    def refuse(self, key: Key, text: str, error: PlanError) -> None:
        """Remember a text that can't be set, also across a crash."""
        self.refusals[key] = Refusal(
            text, error.sentence, may_keep=isinstance(error, PersonalNumberError)
        )
        self._typed.pop(key, None)
        if text:
            self._send(key, text)
        self.refused.emit(key)

    def draft(self, key: Key, read: Callable[[], str]) -> None:
        """Keep what `read` returns, soon: it is called once for many keys."""
        self._typed[key] = read
        if not self._soon.isActive():
            self._soon.start()

    def forget(self, key: Key) -> None:
        """Drop the draft and the refusal of a field: the text was taken back."""
        self.refusals.pop(key, None)
        self.drop_draft(key)

    @Slot()
    def send_drafts(self) -> None:
        """Send what is typed and not yet kept."""
        self._soon.stop()
        waiting, self._typed = self._typed, {}
        for key, read in waiting.items():
            self._send(key, read())

    def _send(self, key: Key, text: str) -> None:
        self._drafted.add(key)
        self._desk.draft(*key, text)

    def drop_draft(self, key: Key) -> None:
        """Drop the draft of a field where nothing is typed that is not set."""
        self._typed.pop(key, None)
        if key in self._drafted:
            self._drafted.discard(key)
            self._desk.draft(*key, None)

    def _kept(self, key: Key) -> None:
        if key not in self._typed:
            self.drop_draft(key)
        self._settle(key)

    def _settle(self, key: Key) -> None:
        self._under_way[key] -= 1
        if not self._under_way[key]:
            del self._under_way[key]
            self.settled.emit(key)
