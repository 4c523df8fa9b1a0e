"""What every place of an open plan is: shown one at a time, with parts to go round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Parts: TypeAlias = Sequence[tuple[QWidget, Callable[[], object]]]


class PlacePage(QWidget):
    """One place of the window; made when it is first shown."""

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, each with what puts the keys in it."""
        return ((self, lambda: self.setFocus(Qt.FocusReason.OtherFocusReason)),)

    def focus(self) -> None:
        """Put the keys where the work is."""
        self.parts()[0][1]()

    def keep(self) -> None:
        """Send what is being typed to the plan; called before another place is shown."""

    def show_thing(self, kind: str, entity: str) -> None:
        """Show one thing of the plan, if it is of a kind that stands here."""

    def close_place(self) -> None:
        """Let go of what the place holds open: the plan is being closed."""
