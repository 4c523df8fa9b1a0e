"""When a plan is opened: one line about what is late and what comes soon."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from nvworkshop.followup.year import DEADLINES
from nvworkshop.session.year import Reminder, reminder
from ui.desk import Desk
from ui.editor.asking import ask
from ui.settings import Settings
from ui.widgets.messages import MessageBar


class Reminding(QObject):
    """Tells once when a plan is opened; closed, it stays away from that plan for the day."""

    def __init__(
        self,
        desk: Desk,
        messages: MessageBar,
        settings: Settings,
        show: Callable[[str, str], object],
        parent: QObject | None = None,
    ) -> None:
        """Tell in `messages`; `show` goes to a thing of a kind, or to the year for "event", ""."""
        super().__init__(parent)
        self._desk, self._messages, self._settings, self._show = desk, messages, settings, show

        self._said = ""
        self._hushed = False

    @Slot()
    def hush(self) -> None:
        """Say nothing more: a group is being led, and the day is for that."""
        self._hushed = True
        self._messages.withdraw(self._said)

    def begin(self) -> None:
        """Look, unless somebody has closed it today."""
        if self._desk.plan is not None and self._settings.get(self._key, "") != self._today:
            ask(self._desk, self, reminder, self._tell)

    @property
    def _key(self) -> str:
        plan = self._desk.plan
        return f"plan/{plan.id if plan else ''}/reminded"

    @property
    def _today(self) -> str:
        return self._desk.surroundings.today().isoformat()

    def _tell(self, found: Reminder) -> None:
        if found.sentence and not self._hushed:
            self._said = found.sentence
            self._messages.show_message(
                found.sentence,
                "info",
                self.tr("Visa"),
                partial(self._show, *_about(found)),
                on_closed=self._remember,
            )

    def _remember(self) -> None:
        self._settings.put(self._key, self._today)


def _about(found: Reminder) -> tuple[str, str]:
    """Return the kind and the thing told by name first; of several it is the year."""
    first = found.late or found.soon
    if len(first) == 1 and (first[0].sort in DEADLINES or first[0].is_own):
        return first[0].kind, first[0].entity
    return "event", ""
