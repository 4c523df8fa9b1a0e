"""Other copies of the open plan beside its file: looked for, and offered in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from nvworkshop.session.copies import FoundCopy
from nvworkshop.session.live import Delta
from ui.desk import Desk
from ui.widgets.messages import MessageBar
from ui.words import changes_in_actions

_LOOK_AGAIN = 60_000
"""Milliseconds between looks."""


class CopyOffers(QObject):
    """Offers each copy once, and again when it was taken in and that has been undone."""

    def __init__(self, desk: Desk, messages: MessageBar, parent: QObject) -> None:
        """Wait for `begin`."""
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._offered: dict[Path, str] = {}
        self._taken: set[Path] = set()
        self._again = QTimer(self, interval=_LOOK_AGAIN)
        self._again.timeout.connect(self.look)
        desk.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look now, and then now and then."""
        self._again.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look beside the plan file."""
        self._desk.find_copies(self._on_found)

    def _on_changed(self, delta: Delta) -> None:
        """Look again when a merge was done, undone or done again."""
        if self._again.isActive() and any(kind == "receipt" for kind, _ in delta.touched):
            for place in self._taken:
                self._offered.pop(place, None)
            self._taken.clear()
            self.look()

    def _on_found(self, copies: tuple[FoundCopy, ...]) -> None:
        found = {one.place for one in copies}
        for place in self._offered.keys() - found:  # it is with us now, or gone
            self._messages.withdraw(self._offered.pop(place))
        for one in copies:
            if one.place not in self._offered:
                self._offer(one)

    def _offer(self, copy: FoundCopy) -> None:
        text = self.tr(
            "{name} i samma mapp är en annan kopia av planen. Där finns {changes} som inte är med "
            "här."
        )
        more = changes_in_actions(copy.changes, copy.actions)
        text = text.format(name=copy.place.name, changes=more)
        self._offered[copy.place] = text
        self._messages.show_message(
            text,
            action_text=self.tr("Ta med den") if copy.changes == 1 else self.tr("Ta med dem"),
            on_action=partial(self._take, copy.place),
        )

    def _take(self, place: Path) -> None:
        self._taken.add(place)
        self._desk.take_in(place)
