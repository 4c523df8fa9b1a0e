"""What every step's view for the recorder is: shown for a step, drawn anew as the room changes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.steps import Step
from ui.theme.theme import Theme
from ui.workshop.room import Room

_LOW = 460
"""Design pixels of height below which only the most needed is shown."""


_LEAST = 240
"""Design pixels of height that every view can do with."""


class StepView(QWidget):
    """The middle of the recorder's view in one kind of step; draws itself in `refresh`."""

    action_asked = Signal(str)  # an action to see in the plan
    told = Signal(str)  # a sentence for the one who leads
    minutes_asked = Signal()

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Remember the room; `show_step` comes before the view is seen."""
        super().__init__(parent)
        self.room = room
        self.theme = theme
        self.step: Step | None = None
        self._stale = True
        room.changed.connect(self._on_changed)

    def show_step(self, step: Step) -> None:
        """Be about a step."""
        self.step = step
        self._renew()

    def refresh(self) -> None:
        """Draw what the room holds now; called when it changes and the view is seen."""

    def be_low(self, *, low: bool) -> None:
        """Leave out what can be, where there is little height."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no more height than what `be_low` leaves needs.

        A view that asks for all it has would never come to know that there is little.
        """
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.theme.px(_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is height for everything."""
        super().resizeEvent(event)
        self.be_low(low=self.height() < self.theme.px(_LOW))

    def keep(self) -> None:
        """Send what is being typed to the plan."""

    def focus(self) -> None:
        """Put the keys where the work is."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while the view was not seen."""
        super().showEvent(event)
        if self._stale:
            self._renew()

    @Slot()
    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        if self.step is not None:
            self._stale = False
            self.refresh()


def margins(theme: Theme, *, low: bool) -> tuple[int, int, int, int]:
    """Return the room around a step: left, above, right, beneath; less where there is little."""
    px = theme.px
    return (px(16), px(8), px(16), px(4)) if low else (px(28), px(20), px(28), px(12))
