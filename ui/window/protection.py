"""A plan file that somebody has protected: told at once, and until it no longer is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nvworkshop.errors import PlanError, ProtectedFileError
from ui.desk import Desk
from ui.widgets.messages import MessageBar


class Protection(QObject):
    """Keeps one sentence true: that nothing will come into the plan file."""

    def __init__(
        self, desk: Desk, messages: MessageBar, copy: Callable[[], object], parent: QObject
    ) -> None:
        """Say nothing yet; `copy` asks where to save a copy."""
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._copy = copy
        self._told = ""

    def show(self, protected: bool) -> None:
        """Tell what a plan file that has just been opened is."""
        if protected:
            self._tell(self.tr("Planfilen {name} är skrivskyddad. {kept}"))

    def follow(self, problem: PlanError | None) -> None:
        """Tell when something could not be written for that reason; withdraw it when it was."""
        if isinstance(problem, ProtectedFileError):
            self._tell(self.tr("Inte i planfilen: {name} är skrivskyddad. {kept}"))
        elif problem is not None or self._desk.save_state.kept_at is not None:
            self._tell("")

    def _tell(self, text: str) -> None:
        kept = self.tr("Det du ändrar sparas på den här datorn men kommer inte in i filen.")
        said = text.format(name=self._desk.place.name, kept=kept)
        if said == self._told:
            return
        self._messages.withdraw(self._told)
        self._told = said
        if said:
            self._messages.show_message(said, "warning", self.tr("Spara en kopia…"), self._copy)
